package ibid.api.collection;

import com.fasterxml.jackson.annotation.JsonInclude;
import ibid.api.NullIfEmpty;
import ibid.article.Article;
import ibid.article.Block;
import ibid.article.Mention;
import ibid.article.Note;
import ibid.language.Span;
import ibid.language.Text;
import ibid.language.time.TemporalExpression;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * An article's canonical text with its annotations; every position is in code points of the text, the end exclusive.
 *
 * @param hash    SHA-256 of the file's bytes, hex
 * @param removed  lines that were left out as boilerplate, and words that were invisible
 * @param heldBack words that are not used
 */
public record ArticleTextBody(
        String id,
        String hash,
        String text,
        List<TextBlock> blocks,
        List<TextSentence> sentences,
        List<OwnNote> notes,
        List<String> removed,
        List<HeldBackBody> heldBack) {

    /** @param place where it is in the file: "line 12", "page 3" */
    public record TextBlock(
            Block.Kind kind,
            int start,
            int end,
            @NullIfEmpty String place) {

        static TextBlock of(Block block) {
            return new TextBlock(
                    block.kind(), block.span().start(), block.span().end(), block.place());
        }
    }

    /** @param notes labels of the article's own notes that are marked in the sentence */
    public record TextSentence(
            int start,
            int end,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> notes,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<NamedSource> mentions,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<NamedDays> dates) {

        static TextSentence of(Span sentence, Text text, SentenceAnnotations annotations) {
            return new TextSentence(
                    sentence.start(),
                    sentence.end(),
                    annotations.notes(sentence).stream().map(Note::label).toList(),
                    annotations.mentions(sentence).stream().map(NamedSource::of).toList(),
                    annotations.dates(sentence).stream()
                            .map(date -> NamedDays.of(date, text))
                            .toList());
        }
    }

    /** A source that a sentence names. */
    public record NamedSource(
            Mention.Kind kind,
            String source,
            int start,
            int end,
            @NullIfEmpty String url) {

        static NamedSource of(Mention mention) {
            return new NamedSource(
                    mention.kind(),
                    mention.source(),
                    mention.span().start(),
                    mention.span().end(),
                    mention.url());
        }
    }

    /** Words that mean a range of days, first and last day included. */
    public record NamedDays(String words, LocalDate from, LocalDate to, int start, int end) {

        static NamedDays of(TemporalExpression date, Text text) {
            return new NamedDays(
                    text.slice(date.span()),
                    date.from(),
                    date.to(),
                    date.span().start(),
                    date.span().end());
        }
    }

    /**
     * A footnote of the article's own.
     *
     * @param accessed ISO date on which its author read the source
     * @param anchors  positions of its marks
     */
    public record OwnNote(
            String label,
            String text,
            @NullIfEmpty String url,
            @NullIfEmpty String source,
            @NullIfEmpty String title,
            @NullIfEmpty String accessed,
            List<Integer> anchors) {

        static OwnNote of(Note note) {
            return new OwnNote(
                    note.label(),
                    note.text(),
                    note.url(),
                    note.citation().source(),
                    note.citation().title(),
                    note.citation().accessed(),
                    note.anchors());
        }
    }

    public static ArticleTextBody of(Article article) {
        return new ArticleTextBody(
                article.id().value(),
                article.hash(),
                article.text().value(),
                article.blocks().stream().map(TextBlock::of).toList(),
                sentences(article),
                article.notes().stream().map(OwnNote::of).toList(),
                article.removed(),
                HeldBackBody.of(article));
    }

    private static List<TextSentence> sentences(Article article) {
        SentenceAnnotations annotations = SentenceAnnotations.by(article);
        List<TextSentence> sentences = new ArrayList<>();
        for (Span sentence : article.sentences()) {
            sentences.add(TextSentence.of(sentence, article.text(), annotations));
        }
        return sentences;
    }
}
