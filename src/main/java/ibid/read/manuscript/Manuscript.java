package ibid.read.manuscript;

import ibid.article.Block;
import java.io.Serializable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * What a format's reader makes of a file, before it is set as an article.
 *
 * @param pieces in order; their text may hold note marks of {@link InlineMarks}
 * @param notes  text of the article's own notes by label
 */
public record Manuscript(
        MetadataCollector titlePage, List<Piece> pieces, SequencedMap<String, String> notes, List<String> removed)
        implements Serializable {

    private static final int MOST_NOTES = 5_000;
    private static final int LONGEST_NOTE = 20_000; // letters

    /** @param place where it stands in the file, as {@link Block#place} */
    public record Piece(Block.Kind kind, String text, String place) implements Serializable {

        public Piece {
            TextLimits.checkParagraph(text);
        }

        public Piece withText(String other) {
            return new Piece(kind, other, place);
        }
    }

    public Manuscript {
        pieces = List.copyOf(pieces);
        SequencedMap<String, String> few = new LinkedHashMap<>();
        notes.entrySet().stream()
                .limit(MOST_NOTES)
                .forEach(note -> few.put(
                        note.getKey(),
                        note.getValue().length() <= LONGEST_NOTE
                                ? note.getValue()
                                : note.getValue().substring(0, LONGEST_NOTE)));
        notes = Collections.unmodifiableSequencedMap(few);
        removed = List.copyOf(removed);
    }

    /** The same with the blocks that are the outlet's furniture moved to what was removed. */
    public Manuscript without(java.util.Set<Long> furniture) {
        if (furniture.isEmpty()) {
            return this;
        }
        List<Piece> kept = new java.util.ArrayList<>();
        List<String> dropped = new java.util.ArrayList<>(removed);
        for (Piece piece : pieces) {
            if (Fingerprint.line(piece.text()).filter(furniture::contains).isPresent()) {
                dropped.add(MainText.bare(piece.text()));
            } else {
                kept.add(piece);
            }
        }
        return new Manuscript(titlePage, kept, notes, dropped);
    }

    public static SequencedMap<String, String> noNotes() {
        return new LinkedHashMap<>();
    }
}
