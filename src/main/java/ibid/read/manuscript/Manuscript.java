package ibid.read.manuscript;

import ibid.article.Block;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;

/**
 * The content that a format reads from a file, before it becomes an article.
 *
 * @param pieces in order; their text may hold note marks of {@link InlineMarks}
 * @param notes  text of the article's own notes by label
 */
public record Manuscript(
        MetadataCollector titlePage, List<Piece> pieces, SequencedMap<String, String> notes, List<String> removed)
        implements Serializable {

    private static final int MAX_NOTES = 5_000;
    private static final int MAX_NOTE_CHARS = 20_000;
    private static final int LETTERS = 26;

    /** @param place where it is in the file, as {@link Block#place} */
    public record Piece(Block.Kind kind, String text, String place) implements Serializable {

        public Piece {
            TextLimits.checkParagraph(text);
        }

        public Piece withText(String other) {
            return new Piece(kind, other, place);
        }

        private boolean isAmong(Set<Long> lines) {
            return LineHashes.ofLine(text).filter(lines::contains).isPresent();
        }
    }

    public Manuscript {
        pieces = List.copyOf(pieces);
        SequencedMap<String, String> few = new LinkedHashMap<>();
        notes.entrySet().stream()
                .limit(MAX_NOTES)
                .forEach(note -> few.put(
                        note.getKey(),
                        note.getValue().length() <= MAX_NOTE_CHARS
                                ? note.getValue()
                                : note.getValue().substring(0, MAX_NOTE_CHARS)));
        notes = Collections.unmodifiableSequencedMap(few);
        removed = List.copyOf(removed);
    }

    /** Publisher, else host of its address, else empty; in lower case. */
    public String outlet() {
        String host = WebAddress.host(titlePage.get(MetadataCollector.Item.URL));
        String publisher = titlePage.get(MetadataCollector.Item.PUBLISHER);
        return (publisher.isEmpty() ? host : publisher).toLowerCase(Locale.ROOT);
    }

    /** The words of the complete text, for comparison with other texts. */
    public List<String> splitWords() {
        List<String> words = new ArrayList<>();
        for (Piece piece : pieces) {
            words.addAll(WordSplitter.split(piece.text()));
        }
        return words;
    }

    /**
     * A copy with boilerplate lines moved to the removed ones.
     *
     * @param boilerplate hashes as {@link LineHashes#ofLine} gives them
     */
    public Manuscript without(Set<Long> boilerplate) {
        if (boilerplate.isEmpty()) {
            return this;
        }
        List<Piece> kept = new ArrayList<>();
        List<String> dropped = new ArrayList<>(removed);
        for (Piece piece : pieces) {
            if (piece.isAmong(boilerplate)) {
                dropped.add(MainText.plain(piece.text()));
            } else {
                kept.add(piece);
            }
        }
        return new Manuscript(titlePage, kept, notes, dropped);
    }

    public static SequencedMap<String, String> noNotes() {
        return new LinkedHashMap<>();
    }

    /**
     * An unused label: the same, or with letters appended, because each page or chapter may count its notes from 1:
     * "1", "1b" to "1z", "1aa", "1ab" and so on without end.
     */
    public static String unusedLabel(String label, Map<String, String> notes) {
        String name = label;
        for (int use = 1; notes.containsKey(name); use++) {
            name = label + letters(use);
        }
        return name;
    }

    private static String letters(int number) {
        String letters = "";
        for (int left = number + 1; left > 0; left = (left - 1) / LETTERS) {
            letters = (char) ('a' + (left - 1) % LETTERS) + letters;
        }
        return letters;
    }
}
