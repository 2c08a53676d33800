package ibid.corpus;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/**
 * What a format's reader makes of a file, before it is set as an article.
 *
 * @param pieces in order; their text may hold note marks made by {@link #mark}
 * @param notes  text of the article's own notes by label
 */
record Manuscript(Imprint imprint, List<Piece> pieces, SequencedMap<String, String> notes, List<String> removed) {

    /** Private-use characters that part a mark's label from the text; {@link Decoding} keeps them out of the input. */
    static final char MARK_OPEN = '\uE000';
    static final char MARK_CLOSE = '\uE001';

    record Piece(Block.Kind kind, String text) {}

    Manuscript {
        pieces = List.copyOf(pieces);
        notes = java.util.Collections.unmodifiableSequencedMap(new LinkedHashMap<>(notes));
        removed = List.copyOf(removed);
    }

    static String mark(String label) {
        return MARK_OPEN + label + MARK_CLOSE;
    }

    static SequencedMap<String, String> noNotes() {
        return new LinkedHashMap<>(Map.of());
    }
}
