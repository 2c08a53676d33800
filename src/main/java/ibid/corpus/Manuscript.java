package ibid.corpus;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/**
 * What a format's reader makes of a file, before it is set as an article.
 *
 * @param pieces in order; their text may hold note marks made by {@link #mark} and link marks made by {@link #link}
 * @param notes  text of the article's own notes by label
 */
record Manuscript(TitlePage titlePage, List<Piece> pieces, SequencedMap<String, String> notes, List<String> removed) {

    /** Private-use characters that part a mark's label from the text; {@link Decoding} keeps them out of the input. */
    static final char MARK_OPEN = '\uE000';
    static final char MARK_CLOSE = '\uE001';

    private static final String LINK = "→";

    /** @param place where it stands in the file, as {@link Block#place} */
    record Piece(Block.Kind kind, String text, String place) {}

    Manuscript {
        pieces = List.copyOf(pieces);
        notes = java.util.Collections.unmodifiableSequencedMap(new LinkedHashMap<>(notes));
        removed = List.copyOf(removed);
    }

    /** The same with the blocks that are the outlet's furniture moved to what was removed. */
    Manuscript without(java.util.Set<Long> furniture) {
        if (furniture.isEmpty()) return this;
        List<Piece> kept = new java.util.ArrayList<>();
        List<String> dropped = new java.util.ArrayList<>(removed);
        for (Piece piece : pieces) {
            if (Fingerprint.line(piece.text()).filter(furniture::contains).isPresent()) dropped.add(MainText.bare(piece.text()));
            else kept.add(piece);
        }
        return new Manuscript(titlePage, kept, notes, dropped);
    }

    static String mark(String label) {
        return MARK_OPEN + label + MARK_CLOSE;
    }

    /** Stands behind the words of a link: how many letters they are and where it leads. */
    static String link(int length, String url) {
        return url.matches("https?://[^\\s\\[\\]]+") && length > 0 ? mark(LINK + length + "|" + url) : "";
    }

    static boolean isLink(String label) {
        return label.startsWith(LINK);
    }

    static int linkLength(String label) {
        return Integer.parseInt(label.substring(LINK.length(), label.indexOf('|')));
    }

    static String linkUrl(String label) {
        return label.substring(label.indexOf('|') + 1);
    }

    static SequencedMap<String, String> noNotes() {
        return new LinkedHashMap<>(Map.of());
    }
}
