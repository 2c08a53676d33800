package ibid.read.manuscript;

import ibid.article.Block;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/**
 * Takes a numbered list of notes at the end of a text out of it and ties each to the mark that calls it. Where fewer
 * than half of the
 * list is called, it is a list and stays.
 */
public final class Endnotes {

    private Endnotes() {}

    /**
     * @param notes takes them by label
     * @return the pieces without them
     */
    public static List<Manuscript.Piece> take(List<Manuscript.Piece> pieces, SequencedMap<String, String> notes) {
        int start = start(pieces);
        if (start < 0) {
            return pieces;
        }
        boolean headed = NoteHeadings.isOverNotes(bare(pieces.get(start)));
        SequencedMap<String, String> found = notes(pieces.subList(headed ? start + 1 : start, pieces.size()));
        found.keySet().removeIf(notes::containsKey);
        List<Manuscript.Piece> text = pieces.subList(0, start);
        if (!areCalled(found, text)) {
            return pieces;
        }
        notes.putAll(found);
        return text.stream()
                .map(piece -> piece.withText(NoteMarks.mark(piece.text(), found.keySet())))
                .toList();
    }

    /** Whether the text calls half of them or more. */
    private static boolean areCalled(Map<String, String> notes, List<Manuscript.Piece> text) {
        long called = calledIn(text).stream().filter(notes::containsKey).count();
        return called > 0 && 2 * called >= notes.size();
    }

    private static Set<String> calledIn(List<Manuscript.Piece> text) {
        Set<String> called = new HashSet<>();
        for (Manuscript.Piece piece : text) {
            for (NoteMarks.Call call : NoteMarks.calls(piece.text())) {
                called.add(call.label());
            }
        }
        return called;
    }

    private static String bare(Manuscript.Piece piece) {
        return MainText.bare(piece.text());
    }

    /**
     * Where the notes begin: at the last heading over notes, else where the numbers at the end begin with 1; -1 where
     * there are none.
     */
    private static int start(List<Manuscript.Piece> pieces) {
        for (int i = pieces.size() - 2; i > 0; i--) {
            if (NoteHeadings.isOverNotes(bare(pieces.get(i)))) {
                return i;
            }
        }
        return startOfNumbers(pieces);
    }

    private static int startOfNumbers(List<Manuscript.Piece> pieces) {
        int start = pieces.size();
        while (start > 1 && numbered(pieces.get(start - 1)).isPresent()) {
            start--;
        }
        Optional<NoteMarks.Head> first = start == pieces.size() ? Optional.empty() : numbered(pieces.get(start));
        return first.filter(head -> head.label().equals("1")).isPresent() ? start : -1;
    }

    private static Optional<NoteMarks.Head> numbered(Manuscript.Piece piece) {
        return NoteMarks.head(piece.text()).filter(NoteMarks.Head::isNumber);
    }

    /**
     * By label; a list whose numbers its format keeps apart counts from 1, and what has no number belongs to the note
     * before. Empty
     * where the first is none.
     */
    private static SequencedMap<String, String> notes(List<Manuscript.Piece> list) {
        SequencedMap<String, String> notes = new LinkedHashMap<>();
        for (Manuscript.Piece piece : list) {
            if (piece.kind() == Block.Kind.HEADING) {
                break;
            }
            Optional<NoteMarks.Head> head = numbered(piece);
            if (head.isPresent()) {
                notes.putIfAbsent(head.get().label(), MainText.bare(head.get().text()));
            } else if (piece.kind() == Block.Kind.ITEM) {
                notes.putIfAbsent(String.valueOf(notes.size() + 1), bare(piece));
            } else {
                if (notes.isEmpty()) {
                    return notes;
                }
                notes.merge(notes.lastEntry().getKey(), bare(piece), (text, more) -> text + " " + more);
            }
        }
        return notes;
    }
}
