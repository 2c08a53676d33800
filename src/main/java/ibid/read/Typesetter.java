package ibid.read;

import ibid.IbidException;
import ibid.article.Annotations;
import ibid.article.Article;
import ibid.article.ArticleId;
import ibid.article.Block;
import ibid.article.CorrectionNotice;
import ibid.article.Imprint;
import ibid.article.Mention;
import ibid.article.Note;
import ibid.language.Sentences;
import ibid.language.Span;
import ibid.language.Text;
import ibid.language.time.TemporalExpression;
import ibid.read.bytes.Deadline;
import ibid.read.manuscript.InlineMarks;
import ibid.read.manuscript.Manuscript;
import ibid.read.manuscript.MetadataCollector;
import ibid.read.manuscript.TextLimits;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Makes an article from a manuscript: one canonical text, and annotations by code point. The same manuscript always
 * gives the same article.
 */
final class Typesetter {

    private static final int MAX_MARKS = 1000; // of one note

    private final Manuscript manuscript;
    private final CanonicalText canonical = new CanonicalText();

    private Typesetter(Manuscript manuscript) {
        this.manuscript = manuscript;
    }

    /** @param hash SHA-256 of the file's bytes, hex */
    static Article typeset(String file, String hash, Manuscript manuscript) {
        return new Typesetter(manuscript).article(file, hash);
    }

    private Article article(String file, String hash) {
        List<Manuscript.Piece> pieces = new ArrayList<>();
        List<CanonicalText.Place> places = new ArrayList<>();
        for (Manuscript.Piece piece : manuscript.pieces()) {
            Deadline.check();
            CanonicalText.Place place = canonical.append(piece.text());
            if (place.start() == place.end()) {
                continue;
            }
            pieces.add(piece);
            places.add(place);
        }
        TextLimits.checkText(canonical.length());
        if (pieces.stream().allMatch(piece -> piece.kind() == Block.Kind.HEADING)) {
            throw new IbidException(IbidException.Code.INVALID, "no running text found");
        }
        Text text = new Text(canonical.toString());
        List<Block> blocks = blocks(pieces, places, text);
        SuspiciousWords suspicious = new SuspiciousWords(text);
        List<Span> sentences = suspicious.takeFrom(blocks, sentences(text, blocks));
        List<Note> notes = suspicious.takeFrom(notes(text));
        List<Block> clean = suspicious.without(blocks);
        MetadataCollector metadata = manuscript.titlePage().copy();
        MetadataCompletion.complete(metadata, file, text, hasRunningText(clean) ? clean : blocks, notes);
        suspicious.takeFrom(metadata, file);
        Imprint imprint = metadata.imprint();
        Annotations annotations = new Annotations(
                metadata.articleMetadata(),
                notes,
                suspicious.withoutMentions(mentions(text, sentences)),
                notices(imprint, text, clean, sentences),
                dates(text, blocks, imprint.publishedOn()),
                manuscript.removed(),
                suspicious.found());
        return new Article(ArticleId.ofFile(file), file, hash, imprint, text, blocks, sentences, annotations);
    }

    private static List<Block> blocks(List<Manuscript.Piece> pieces, List<CanonicalText.Place> places, Text text) {
        List<Block> blocks = new ArrayList<>();
        for (int i = 0; i < pieces.size(); i++) {
            Manuscript.Piece piece = pieces.get(i);
            blocks.add(new Block(piece.kind(), span(places.get(i), text), piece.place()));
        }
        return blocks;
    }

    private static boolean hasRunningText(List<Block> blocks) {
        return blocks.stream().anyMatch(block -> block.kind() != Block.Kind.HEADING);
    }

    private static Span span(CanonicalText.Place place, Text text) {
        return new Span(text.codePointOffset(place.start()), text.codePointOffset(place.end()));
    }

    private static List<Span> sentences(Text text, List<Block> blocks) {
        List<Span> sentences = new ArrayList<>();
        for (Block block : blocks) {
            Deadline.check();
            if (block.kind() != Block.Kind.HEADING) {
                sentences.addAll(Sentences.in(text, block.span()));
            }
        }
        return sentences;
    }

    private List<Note> notes(Text text) {
        List<Note> notes = new ArrayList<>();
        manuscript.notes().forEach((label, words) -> {
            List<Integer> places = canonical.marks().getOrDefault(label, List.of());
            List<Integer> anchors =
                    places.stream().limit(MAX_MARKS).map(text::codePointOffset).toList();
            notes.add(NoteCitation.note(label, words, anchors));
        });
        return notes;
    }

    private List<Mention> mentions(Text text, List<Span> sentences) {
        List<Mention> mentions = new ArrayList<>(links(text));
        for (Span sentence : sentences) {
            Deadline.check();
            mentions.addAll(MentionRecognizer.in(text, sentence));
        }
        mentions.sort(Comparator.comparingInt(mention -> mention.span().start()));
        return mentions;
    }

    private List<Mention> links(Text text) {
        List<Mention> links = new ArrayList<>();
        canonical.marks().forEach((label, places) -> {
            if (!InlineMarks.isLink(label)) {
                return;
            }
            int length = InlineMarks.linkLength(label);
            for (int end : places) {
                int start = text.codePointOffset(Math.max(0, end - length));
                Span span = new Span(start, text.codePointOffset(end));
                links.add(new Mention(Mention.Kind.LINK, span, text.slice(span), InlineMarks.linkUrl(label)));
            }
        });
        return links;
    }

    private static List<CorrectionNotice> notices(
            Imprint imprint, Text text, List<Block> blocks, List<Span> sentences) {
        NoticeCollector notices = new NoticeCollector(imprint.title(), imprint.publishedOn(), text, sentences);
        return notices.collect(blocks);
    }

    private static List<TemporalExpression> dates(Text text, List<Block> blocks, Optional<LocalDate> published) {
        List<TemporalExpression> dates = new ArrayList<>();
        for (Block block : blocks) {
            Deadline.check();
            dates.addAll(TemporalExpression.in(text, block.span(), published));
        }
        return dates;
    }
}
