package ibid.read.manuscript;

import ibid.article.Block;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/**
 * Extracts a numbered list of notes at the end of a text and marks the references to them. If the text refers to fewer
 * than half of the entries, they are an ordinary list and are kept.
 */
public final class Endnotes {

    private Endnotes() {}

    /**
     * @param notes receives the notes by label
     * @return the pieces without them
     */
    public static List<Manuscript.Piece> take(List<Manuscript.Piece> pieces, SequencedMap<String, String> notes) {
        int start = start(pieces);
        if (start < 0) {
            return pieces;
        }
        boolean headed = NoteHeadings.isOverNotes(plainText(pieces.get(start)));
        List<Manuscript.Piece> list = pieces.subList(headed ? start + 1 : start, pieces.size());
        SequencedMap<String, String> found = notes(list);
        found.keySet().removeIf(notes::containsKey);
        List<Manuscript.Piece> text = pieces.subList(0, start);
        long called = labelsCalledIn(text).stream().filter(found::containsKey).count();
        if (called == 0 || 2 * called < found.size()) {
            return pieces;
        }
        notes.putAll(found);
        List<Manuscript.Piece> marked = new ArrayList<>();
        for (Manuscript.Piece piece : text) {
            marked.add(piece.withText(NoteMarks.markCalls(piece.text(), found.keySet())));
        }
        return marked;
    }

    private static Set<String> labelsCalledIn(List<Manuscript.Piece> text) {
        Set<String> called = new HashSet<>();
        for (Manuscript.Piece piece : text) {
            for (NoteMarks.Call call : NoteMarks.calls(piece.text())) {
                called.add(call.label());
            }
        }
        return called;
    }

    private static String plainText(Manuscript.Piece piece) {
        return MainText.plain(piece.text());
    }

    /**
     * The index where the notes begin: at the last heading of notes, else where the numbers at the end begin with 1; -1
     * if there are none.
     */
    private static int start(List<Manuscript.Piece> pieces) {
        for (int i = pieces.size() - 2; i > 0; i--) {
            if (NoteHeadings.isOverNotes(plainText(pieces.get(i)))) {
                return i;
            }
        }
        return startOfNumbered(pieces);
    }

    private static int startOfNumbered(List<Manuscript.Piece> pieces) {
        int start = pieces.size();
        while (start > 1 && numberedHead(pieces.get(start - 1)).isPresent()) {
            start--;
        }
        if (start == pieces.size()) {
            return -1;
        }
        boolean fromOne = numberedHead(pieces.get(start))
                .filter(first -> first.label().equals("1"))
                .isPresent();
        return fromOne ? start : -1;
    }

    private static Optional<NoteMarks.Head> numberedHead(Manuscript.Piece piece) {
        return NoteMarks.head(piece.text()).filter(NoteMarks.Head::isNumber);
    }

    /**
     * The notes by label. Items whose numbers the format does not keep count from 1; a piece without a number belongs
     * to the note before. Empty if the first piece is not a note.
     */
    private static SequencedMap<String, String> notes(List<Manuscript.Piece> list) {
        SequencedMap<String, String> notes = new LinkedHashMap<>();
        for (Manuscript.Piece piece : list) {
            if (piece.kind() == Block.Kind.HEADING) {
                break;
            }
            Optional<NoteMarks.Head> head = numberedHead(piece);
            if (head.isPresent()) {
                notes.putIfAbsent(head.get().label(), MainText.plain(head.get().text()));
            } else if (piece.kind() == Block.Kind.ITEM) {
                notes.putIfAbsent(String.valueOf(notes.size() + 1), plainText(piece));
            } else {
                if (notes.isEmpty()) {
                    return notes;
                }
                notes.merge(notes.lastEntry().getKey(), plainText(piece), (text, more) -> text + " " + more);
            }
        }
        return notes;
    }
}
