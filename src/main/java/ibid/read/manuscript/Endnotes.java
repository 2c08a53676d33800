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
 * Extracts a list of notes at the end of a text and marks the references to them. If the text refers to fewer than half
 * of the numbered entries, or not to all entries with letters or signs, they are an ordinary list and are kept.
 */
public final class Endnotes {

    private static final Set<String> FIRST_LABELS = Set.of("1", "a", "A", "i", "I", "*", "†", "‡", "§");
    private static final int MIN_CALLED = 2; // one in two entries is called
    private static final int MIN_CALLED_OF_HEADED = 5;
    private static final int MIN_MARKS_OF_NAMES = 3;
    private static final String CLAUSE_ENDS = ".,;:!?”\"»";
    private static final int MAX_WORDS_OF_NAME = 5; // with what joins it to the next

    private List<Manuscript.Piece> pieces;
    private final SequencedMap<String, String> notes;
    private final boolean isPrinted;
    private final List<Manuscript.Piece> kept = new ArrayList<>();
    private final Map<String, String> labels = new HashMap<>(); // of the last list, to those of its notes
    private NoteList last;
    private int begin; // of what is not kept yet

    private Endnotes(List<Manuscript.Piece> pieces, SequencedMap<String, String> notes, boolean isPrinted) {
        this.pieces = pieces;
        this.notes = notes;
        this.isPrinted = isPrinted;
    }

    /** @param after pieces after the list, which are text again */
    private record NoteList(
            SequencedMap<String, String> notes, boolean isNumbered, boolean inBrackets, List<Manuscript.Piece> after) {

        /** How many entries there may be for each that the text calls. */
        int maxForEachCalled(boolean isHeaded) {
            if (!isNumbered) {
                return 1;
            }
            return isHeaded ? MIN_CALLED_OF_HEADED : MIN_CALLED;
        }
    }

    /** Whether the text calls a note of the list in that way: "[3]" where the list is written so. */
    private boolean fits(NoteList list, String text, NoteMarks.Call call) {
        boolean onLine = NoteMarks.isFigure(text.charAt(call.start()));
        return list.inBrackets() ? text.charAt(call.start()) == '[' : !(isPrinted && onLine);
    }

    /**
     * @param notes receives the notes by label
     * @return the pieces without them
     */
    public static List<Manuscript.Piece> take(List<Manuscript.Piece> pieces, SequencedMap<String, String> notes) {
        return new Endnotes(pieces, notes, false).take();
    }

    /**
     * As {@link #take}, where the format shows which figures are raised: a figure on the line calls nothing.
     *
     * @param notes receives the notes by label
     */
    public static List<Manuscript.Piece> takePrinted(
            List<Manuscript.Piece> pieces, SequencedMap<String, String> notes) {
        return new Endnotes(pieces, notes, true).take();
    }

    /** Each list belongs to the text since the list before; text after the last one may call that, too. */
    private List<Manuscript.Piece> take() {
        for (int i = 1; i < pieces.size() - 1; i++) {
            if (i >= begin && NoteHeadings.isOverNotes(plainText(pieces.get(i)))) {
                takeList(i, i + 1);
            }
        }
        int start = last == null ? startOfLabelled(pieces) : -1;
        if (start >= 0) {
            pieces = isPrinted ? pieces : withSquareMarks(start);
            takeList(start, start);
        }
        List<Manuscript.Piece> rest = pieces.subList(begin, pieces.size());
        kept.addAll(last == null ? rest : marked(rest));
        return kept;
    }

    /**
     * The pieces with "[3]" for "(3)", if the list at the end is written so, counts from 1 and the text calls each of
     * its entries at the end of a clause: elsewhere "(3)" numbers what follows it.
     */
    private List<Manuscript.Piece> withSquareMarks(int start) {
        List<Manuscript.Piece> text = new ArrayList<>(pieces.subList(0, start));
        List<Manuscript.Piece> list = new ArrayList<>();
        for (Manuscript.Piece entry : pieces.subList(start, pieces.size())) {
            String mark = "(" + (list.size() + 1) + ")";
            List<Manuscript.Piece> before = List.copyOf(text);
            text.replaceAll(piece -> piece.withText(withSquareCalls(piece.text(), mark)));
            if (!entry.text().startsWith(mark) || text.equals(before)) {
                return pieces;
            }
            list.add(entry.withText(squared(mark) + entry.text().substring(mark.length())));
        }
        text.addAll(list);
        return text;
    }

    private static String withSquareCalls(String text, String mark) {
        StringBuilder squared = new StringBuilder(text);
        for (int at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + 1)) {
            int end = at + mark.length();
            boolean endsClause = end == text.length() || CLAUSE_ENDS.indexOf(text.charAt(end)) >= 0;
            if (at > 0 && (endsClause || CLAUSE_ENDS.indexOf(text.charAt(at - 1)) >= 0)) {
                squared.replace(at, end, squared(mark));
            }
        }
        return squared.toString();
    }

    private static String squared(String mark) {
        return "[" + mark.substring(1, mark.length() - 1) + "]";
    }

    /** Takes the list if the text before it calls half of its entries. */
    private void takeList(int heading, int start) {
        NoteList list = listed(pieces.subList(start, pieces.size()));
        List<Manuscript.Piece> text = new ArrayList<>(pieces.subList(begin, heading));
        Set<String> called = labelsCalledIn(text, list);
        called.retainAll(list.notes().keySet());
        boolean isHeaded = isPrinted && start > heading; // a part of a paper calls only some of its sources
        if (called.isEmpty()
                || list.maxForEachCalled(isHeaded) * called.size()
                        < list.notes().size()) {
            return;
        }
        last = list;
        labels.clear();
        list.notes().forEach((label, words) -> {
            labels.put(label, Manuscript.unusedLabel(label, notes));
            notes.put(labels.get(label), words);
        });
        kept.addAll(marked(text));
        begin = pieces.size() - list.after().size();
    }

    private List<Manuscript.Piece> marked(List<Manuscript.Piece> text) {
        return text.stream()
                .map(piece -> isOfNames(piece)
                        ? piece
                        : piece.withText(NoteMarks.markCalls(
                                piece.text(),
                                call -> fits(last, piece.text(), call)
                                        && labels.keySet().containsAll(call.labels()),
                                labels::get)))
                .toList();
    }

    /** Whether a printed line has so many marks for its words that they are those of authors. */
    private boolean isOfNames(Manuscript.Piece piece) {
        int calls = isPrinted ? NoteMarks.calls(piece.text()).size() : 0;
        return calls >= MIN_MARKS_OF_NAMES && calls * MAX_WORDS_OF_NAME >= WordCount.of(piece.text());
    }

    private Set<String> labelsCalledIn(List<Manuscript.Piece> text, NoteList list) {
        Set<String> called = new HashSet<>();
        for (Manuscript.Piece piece : text) {
            for (NoteMarks.Call call : NoteMarks.calls(piece.text())) {
                if (fits(list, piece.text(), call)) {
                    called.addAll(call.labels());
                }
            }
        }
        return called;
    }

    private static String plainText(Manuscript.Piece piece) {
        return MainText.plain(piece.text());
    }

    /** The index where the labels at the end begin with the first of their kind; -1 if there are none. */
    private static int startOfLabelled(List<Manuscript.Piece> pieces) {
        int start = pieces.size();
        boolean isNumbered = pieces.isEmpty() || isNumbered(pieces.getLast());
        while (start > 1 && head(pieces.get(start - 1), isNumbered).isPresent()) {
            start--;
        }
        if (start == pieces.size()) {
            return -1;
        }
        boolean fromFirst = head(pieces.get(start), isNumbered)
                .filter(first -> FIRST_LABELS.contains(first.label()))
                .isPresent();
        return fromFirst ? start : -1;
    }

    /** Whether the piece has no label, as items of a list, or a number. */
    private static boolean isNumbered(Manuscript.Piece piece) {
        return NoteMarks.head(piece.text())
                .filter(NoteMarks.Head::isOfNote)
                .map(NoteMarks.Head::isNumber)
                .orElse(true);
    }

    private static boolean isInBrackets(List<Manuscript.Piece> list) {
        return list.stream()
                .limit(1)
                .flatMap(first -> NoteMarks.head(first.text()).stream())
                .anyMatch(head -> head.form() == NoteMarks.Form.SQUARE);
    }

    private static Optional<NoteMarks.Head> head(Manuscript.Piece piece, boolean isNumbered) {
        return NoteMarks.head(piece.text()).filter(head -> head.isOfNote() && head.isNumber() == isNumbered);
    }

    /**
     * The list that begins the pieces. Items whose numbers the format does not keep count from 1; a piece without a
     * label belongs to the note before. Empty if the first piece is not a note.
     */
    private static NoteList listed(List<Manuscript.Piece> list) {
        SequencedMap<String, String> notes = new LinkedHashMap<>();
        boolean isNumbered = list.isEmpty() || isNumbered(list.getFirst());
        boolean inBrackets = isInBrackets(list);
        int end = 0;
        for (Manuscript.Piece piece : list) {
            Optional<NoteMarks.Head> head = head(piece, isNumbered);
            boolean isItem = head.isPresent() || piece.kind() == Block.Kind.ITEM;
            if (piece.kind() == Block.Kind.HEADING || !isItem && notes.isEmpty()) {
                break;
            }
            end++;
            if (head.filter(one -> !isNumbered && notes.containsKey(one.label()))
                    .isPresent()) {
                return new NoteList(Manuscript.noNotes(), false, false, list); // bullets
            }
            if (isItem) {
                String label = head.map(NoteMarks.Head::label).orElse(String.valueOf(notes.size() + 1));
                String words = head.map(NoteMarks.Head::text).orElse(piece.text());
                notes.putIfAbsent(label, withoutCellSign(MainText.plain(words)));
            } else {
                notes.merge(notes.lastEntry().getKey(), plainText(piece), (text, more) -> text + " " + more);
            }
        }
        return new NoteList(notes, isNumbered, inBrackets, list.subList(end, list.size()));
    }

    /** The words of a note whose number is in a column of its own. */
    private static String withoutCellSign(String words) {
        return words.startsWith("|") ? words.substring(1).strip() : words;
    }
}
