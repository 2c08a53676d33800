package ibid.read.manuscript;

import ibid.article.Block;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/**
 * Extracts a numbered list of notes at the end of a text and marks the references to them. If the text refers to fewer
 * than half of the entries, they are an ordinary list and are kept.
 */
public final class Endnotes {

    private Endnotes() {}

    /** @param after pieces after the list, which are text again */
    private record NoteList(SequencedMap<String, String> notes, boolean inBrackets, List<Manuscript.Piece> after) {

        /** Whether the text calls a note of the list in that way: "[3]" where the list is written so. */
        boolean fits(String text, NoteMarks.Call call) {
            return !inBrackets || text.charAt(call.start()) == '[';
        }
    }

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
        NoteList list = listed(pieces.subList(headed ? start + 1 : start, pieces.size()));
        List<Manuscript.Piece> text = new ArrayList<>(pieces.subList(0, start));
        text.addAll(list.after());
        long called = labelsCalledIn(text, list).stream()
                .filter(list.notes()::containsKey)
                .count();
        if (called == 0 || 2 * called < list.notes().size()) {
            return pieces;
        }
        Map<String, String> labels = new HashMap<>();
        list.notes().forEach((label, words) -> {
            labels.put(label, Manuscript.unusedLabel(label, notes));
            notes.put(labels.get(label), words);
        });
        text.replaceAll(piece -> piece.withText(marked(piece.text(), list, labels)));
        return text;
    }

    private static String marked(String text, NoteList list, Map<String, String> labels) {
        return NoteMarks.markCalls(
                text, call -> list.fits(text, call) && labels.keySet().containsAll(call.labels()), labels::get);
    }

    private static Set<String> labelsCalledIn(List<Manuscript.Piece> text, NoteList list) {
        Set<String> called = new HashSet<>();
        for (Manuscript.Piece piece : text) {
            for (NoteMarks.Call call : NoteMarks.calls(piece.text())) {
                if (list.fits(piece.text(), call)) {
                    called.addAll(call.labels());
                }
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
     * The list that begins the pieces. Items whose numbers the format does not keep count from 1; a piece without a
     * number belongs to the note before. Empty if the first piece is not a note.
     */
    private static NoteList listed(List<Manuscript.Piece> list) {
        SequencedMap<String, String> notes = new LinkedHashMap<>();
        boolean inBrackets = !list.isEmpty()
                && numberedHead(list.getFirst())
                        .filter(head -> head.form() == NoteMarks.Form.SQUARE)
                        .isPresent();
        int end = 0;
        for (Manuscript.Piece piece : list) {
            Optional<NoteMarks.Head> head = numberedHead(piece);
            boolean isItem = head.isPresent() || piece.kind() == Block.Kind.ITEM;
            if (piece.kind() == Block.Kind.HEADING || !isItem && notes.isEmpty()) {
                break;
            }
            end++;
            if (head.isPresent()) {
                notes.putIfAbsent(head.get().label(), MainText.plain(head.get().text()));
            } else if (isItem) {
                notes.putIfAbsent(String.valueOf(notes.size() + 1), plainText(piece));
            } else {
                notes.merge(notes.lastEntry().getKey(), plainText(piece), (text, more) -> text + " " + more);
            }
        }
        return new NoteList(notes, inBrackets, list.subList(end, list.size()));
    }
}
