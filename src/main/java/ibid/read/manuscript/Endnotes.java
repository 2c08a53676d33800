package ibid.read.manuscript;

import ibid.article.Block;
import ibid.read.manuscript.Manuscript.Piece;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes a numbered list of notes at the end of a text out of it and ties each to the figure that calls it: "said.¹", "said.1",
 * "said.(1)", "said [1]". Where fewer than half of the list is called, it is a list and stays.
 */
public final class Endnotes {

    private static final Pattern HEADING = Pattern.compile(
            "(?iu)(?:end ?|foot)?notes?|references|sources|anmerkungen|fußnoten|quellen|notes et références|notas|note al testo|примечания|注(?:釈|释)?");
    private static final String UP = "[\u2070\u00B9\u00B2\u00B3\u2074-\u2079]";
    private static final Pattern NOTE = Pattern.compile(
            "^(?:(?<up>" + UP + "{1,3})|\\[?(?<label>\\d{1,3})[\\].):]{0,2}(?=\\s))\\s*(?<text>\\S.*)$",
            Pattern.DOTALL);
    private static final Pattern CALL = Pattern.compile(
            "(?<=\\S)(?<up>" + UP
                    + "{1,3})|(?<=[\\p{L}%][.,;:!?”\"’»]{1,2})(?:(?<glued>\\d{1,3})|\\((?<round>\\d{1,3})\\))(?=\\s|$)|(?<=\\S)\\s?\\[(?<square>\\d{1,3})\\]");

    private Endnotes() {}

    /**
     * @param notes takes them by label
     * @return the pieces without them
     */
    public static List<Piece> taken(List<Piece> pieces, SequencedMap<String, String> notes) {
        int from = start(pieces);
        if (from < 0) return pieces;
        boolean headed = HEADING.matcher(heading(pieces.get(from))).matches();
        SequencedMap<String, String> found = notes(pieces.subList(headed ? from + 1 : from, pieces.size()));
        found.keySet().removeIf(notes::containsKey);
        long called = found.keySet().stream()
                .filter(label -> pieces.subList(0, from).stream()
                        .anyMatch(piece -> CALL.matcher(piece.text())
                                .results()
                                .anyMatch(call -> label(call.group()).equals(label))))
                .count();
        if (found.isEmpty() || 2 * called < found.size() || called == 0) return pieces;
        notes.putAll(found);
        List<Piece> left = new ArrayList<>();
        for (Piece piece : pieces.subList(0, from)) {
            left.add(new Piece(
                    piece.kind(),
                    CALL.matcher(piece.text())
                            .replaceAll(call -> Matcher.quoteReplacement(
                                    found.containsKey(label(call.group()))
                                            ? Manuscript.mark(label(call.group()))
                                            : call.group())),
                    piece.place()));
        }
        return left;
    }

    private static String heading(Piece piece) {
        return MainText.bare(piece.text()).replaceFirst("\\s*:$", "");
    }

    /** Where the notes begin: at the last heading that says so, else where the numbers at the end begin with 1; -1 where there are none. */
    private static int start(List<Piece> pieces) {
        for (int i = pieces.size() - 2; i > 0; i--)
            if (HEADING.matcher(heading(pieces.get(i))).matches()) return i;
        int from = pieces.size();
        while (from > 1 && NOTE.matcher(pieces.get(from - 1).text()).matches()) from--;
        return from < pieces.size()
                        && NOTE.matcher(pieces.get(from).text())
                                .results()
                                .anyMatch(note -> label(note.group(1) == null ? note.group(2) : note.group(1))
                                        .equals("1"))
                ? from
                : -1;
    }

    /** By label; a list whose numbers its format keeps apart counts from 1, and what has no number belongs to the note before. Empty where the first is none. */
    private static SequencedMap<String, String> notes(List<Piece> pieces) {
        SequencedMap<String, String> notes = new LinkedHashMap<>();
        for (Piece piece : pieces) {
            Matcher note = NOTE.matcher(piece.text());
            if (piece.kind() == Block.Kind.HEADING) break;
            if (note.matches())
                notes.putIfAbsent(
                        label(note.group("up") == null ? note.group("label") : note.group("up")),
                        MainText.bare(note.group("text")));
            else if (piece.kind() == Block.Kind.ITEM)
                notes.putIfAbsent(String.valueOf(notes.size() + 1), MainText.bare(piece.text()));
            else if (notes.isEmpty()) return notes;
            else
                notes.put(notes.lastEntry().getKey(), notes.lastEntry().getValue() + " " + MainText.bare(piece.text()));
        }
        return notes;
    }

    private static String label(String call) {
        StringBuilder label = new StringBuilder();
        call.chars()
                .map(Character::getNumericValue)
                .filter(digit -> digit >= 0 && digit <= 9)
                .forEach(label::append);
        return label.toString();
    }
}
