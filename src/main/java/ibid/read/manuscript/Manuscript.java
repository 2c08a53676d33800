package ibid.read.manuscript;

import ibid.article.Block;
import ibid.read.bytes.Decoder;
import java.io.Serializable;
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
public record Manuscript(
        MetadataCollector titlePage, List<Piece> pieces, SequencedMap<String, String> notes, List<String> removed)
        implements Serializable {

    /** Private-use characters that part a mark's label from the text; {@link Decoder} keeps them out of the input. */
    public static final char MARK_OPEN = '\uE000';

    public static final char MARK_CLOSE = '\uE001';
    static final char LAST_PRIVATE = '\uF8FF';

    private static final String LINK = "\uE002"; // in no label a text has: private-use characters are kept out

    private static final int MOST_NOTES = 5_000;
    private static final int LONGEST_NOTE = 20_000; // letters

    /** @param place where it stands in the file, as {@link Block#place} */
    public record Piece(Block.Kind kind, String text, String place) implements Serializable {

        public Piece {
            TextLimits.checkParagraph(text);
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
        notes = java.util.Collections.unmodifiableSequencedMap(few);
        removed = List.copyOf(removed);
    }

    /** The same with the blocks that are the outlet's furniture moved to what was removed. */
    public Manuscript without(java.util.Set<Long> furniture) {
        if (furniture.isEmpty()) return this;
        List<Piece> kept = new java.util.ArrayList<>();
        List<String> dropped = new java.util.ArrayList<>(removed);
        for (Piece piece : pieces) {
            if (Fingerprint.line(piece.text()).filter(furniture::contains).isPresent())
                dropped.add(MainText.bare(piece.text()));
            else kept.add(piece);
        }
        return new Manuscript(titlePage, kept, notes, dropped);
    }

    /** The text of a file without what would look like a mark in it. */
    public static String unmarked(String text) {
        return text.chars().noneMatch(c -> c >= MARK_OPEN && c <= LAST_PRIVATE)
                ? text
                : text.replaceAll("[\uE000-\uF8FF]", "");
    }

    public static String mark(String label) {
        return MARK_OPEN + label + MARK_CLOSE;
    }

    /** Stands behind the words of a link: how many letters they are and where it leads. */
    public static String link(int length, String url) {
        return url.matches("https?://[^\\s\\[\\]\uE000-\uF8FF]+") && length > 0 ? mark(LINK + length + "|" + url) : "";
    }

    public static boolean isLink(String label) {
        return label.startsWith(LINK);
    }

    public static int linkLength(String label) {
        return Integer.parseInt(label.substring(LINK.length(), label.indexOf('|')));
    }

    public static String linkUrl(String label) {
        return label.substring(label.indexOf('|') + 1);
    }

    /** A label that no note has yet: the same, or with a letter behind it, as where each page or chapter counts its notes from 1. */
    public static String free(String label, Map<String, String> notes) {
        String name = label;
        for (char letter = 'b'; notes.containsKey(name) && letter <= 'z'; letter++) name = label + letter;
        return name;
    }

    public static SequencedMap<String, String> noNotes() {
        return new LinkedHashMap<>(Map.of());
    }
}
