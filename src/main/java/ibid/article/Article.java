package ibid.article;

import ibid.language.Span;
import ibid.language.Text;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * An article as Ibid stores, indexes and shows it. Immutable.
 *
 * @param file      path below the corpus folder
 * @param hash      SHA-256 of the file's bytes, hex
 * @param text      canonical text: blocks separated by one blank line, without the marks of the article's own notes
 * @param sentences of its running text (headings have none), in order, without those that are held back
 */
public record Article(
        ArticleId id,
        String file,
        String hash,
        Imprint imprint,
        Text text,
        List<Block> blocks,
        List<Span> sentences,
        Annotations annotations) {

    public Article {
        blocks = List.copyOf(blocks);
        sentences = List.copyOf(sentences);
    }

    /** The sentences of one block. */
    public List<Span> sentencesIn(Block block) {
        int found = Collections.binarySearch(sentences, block.span(), Comparator.comparingInt(Span::start));
        int first = found < 0 ? -found - 1 : found;
        return sentences.subList(first, sentences.size()).stream()
                .takeWhile(block.span()::contains)
                .toList();
    }

    /** The place in its file of the block in which the span begins, like "page 3"; empty if no block does. */
    public String placeInFile(Span span) {
        return blocks.stream()
                .filter(block -> block.span().start() <= span.start()
                        && span.start() < block.span().end())
                .map(Block::place)
                .findFirst()
                .orElse("");
    }

    public List<Note> notes() {
        return annotations.notes();
    }

    /** Lines left out of it. */
    public List<String> removed() {
        return annotations.removed();
    }

    /** Words of it that are not used. */
    public List<HeldBack> heldBack() {
        return annotations.heldBack();
    }

    /** Whether words between two positions of the text are held back. */
    public boolean holdsBackBetween(int from, int to) {
        return heldBack().stream().anyMatch(held -> held.isBetween(from, to));
    }

    /** The words of a heading; empty if they are held back. */
    public String usableHeading(Block heading) {
        Span span = heading.span();
        return holdsBackBetween(span.start(), span.end()) ? "" : text.slice(span);
    }

    /** The text with spaces in place of the words that are held back. */
    public String usableText() {
        StringBuilder usable = new StringBuilder();
        int end = 0;
        for (HeldBack held : heldBack()) {
            if (held.touches(end, text.length())) {
                usable.append(text.slice(end, held.span().start())).append(' ');
                end = held.span().end();
            }
        }
        return usable.append(text.slice(end, text.length())).toString();
    }

    /** Its own notes whose mark is in the span or directly after it. */
    public List<Note> notesIn(Span span) {
        return notes().stream().filter(note -> note.isMarkedIn(span)).toList();
    }

    /** Whether it corrects another article. */
    public boolean correctsAnother() {
        return annotations.notices().stream()
                .anyMatch(notice -> notice.kind() == CorrectionNotice.Kind.CORRECTION
                        && notice.target().isOther());
    }
}
