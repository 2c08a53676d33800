package ibid.article;

import ibid.language.Sentences;
import ibid.language.Span;
import ibid.language.Text;
import java.util.List;

/**
 * An article as Ibid stores, indexes and shows it.
 *
 * @param file path below the corpus folder
 * @param hash SHA-256 of the file's bytes, hex
 * @param text canonical text: blocks parted by one blank line, marks of its own notes taken out
 */
public record Article(
        ArticleId id, String file, String hash, Imprint imprint, Text text, List<Block> blocks, Annotations apparatus) {

    public Article {
        blocks = List.copyOf(blocks);
    }

    /** The sentences of its running text (headings have none), in order. */
    public List<Span> sentences() {
        return blocks.stream()
                .filter(block -> block.kind() != Block.Kind.HEADING)
                .flatMap(block -> Sentences.in(text, block.span()).stream())
                .toList();
    }

    public List<Note> notes() {
        return apparatus.notes();
    }

    /** Lines left out of it. */
    public List<String> removed() {
        return apparatus.removed();
    }

    /** Its own notes whose mark stands in the span. */
    public List<Note> notesIn(Span span) {
        return notes().stream().filter(note -> note.standsIn(span)).toList();
    }
}
