package ibid.read;

import ibid.read.manuscript.InlineMarks;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Builds the canonical text of an article: pieces separated by a blank line, with collapsed white space and without
 * marks of notes, whose positions are recorded. Offsets are chars.
 */
final class CanonicalText {

    private static final Pattern DANGLING_MARK = Pattern.compile("(?<=\\S)\\[\\d{1,3}]"); // "said.[7]" without note 7
    private static final Pattern NUMBER_IN_BRACKETS = Pattern.compile("\\[(\\d{1,3})]"); // "the bloc of [27] states"
    private static final String STOPS = ",.;:!?";
    private static final String SEPARATOR = "\n\n";

    private final StringBuilder text = new StringBuilder();
    private final Map<String, List<Integer>> marks = new HashMap<>();

    /** Position of a piece; the end is exclusive. */
    record Place(int start, int end) {}

    /** Appends the piece; returns an empty position if nothing of it remains. */
    Place append(String written) {
        Piece piece = new Piece();
        piece.addAll(withoutNumbersInBrackets(written));
        piece.trim();
        return piece.words.isEmpty() ? new Place(text.length(), text.length()) : append(piece);
    }

    private Place append(Piece piece) {
        if (!text.isEmpty()) {
            text.append(SEPARATOR);
        }
        int start = text.length();
        text.append(piece.words);
        piece.marks.forEach((label, places) -> addMarks(label, start, places));
        return new Place(start, text.length());
    }

    private void addMarks(String label, int start, List<Integer> places) {
        List<Integer> known = marks.computeIfAbsent(label, unknown -> new ArrayList<>());
        for (int place : places) {
            known.add(start + place);
        }
    }

    /** Removes numbers like "[3]", because Ibid marks its own footnotes so. */
    private static String withoutNumbersInBrackets(String written) {
        String withoutDangling = DANGLING_MARK.matcher(written).replaceAll(InlineMarks.note(""));
        return NUMBER_IN_BRACKETS.matcher(withoutDangling).replaceAll("($1)");
    }

    int length() {
        return text.length();
    }

    /** The positions of the marks of each label. */
    Map<String, List<Integer>> marks() {
        return marks;
    }

    @Override
    public String toString() {
        return text.toString();
    }

    /** One piece while its characters are read. */
    private static final class Piece {

        private final StringBuilder words = new StringBuilder();
        private final Map<String, List<Integer>> marks = new HashMap<>();
        private boolean afterMark;

        void addAll(String raw) {
            int at = 0;
            while (at < raw.length()) {
                char sign = raw.charAt(at);
                int close = sign == InlineMarks.OPEN ? raw.indexOf(InlineMarks.CLOSE, at) : -1;
                if (close >= 0) {
                    addMark(raw.substring(at + 1, close));
                } else {
                    add(sign);
                }
                at = Math.max(at, close) + 1;
            }
        }

        private void addMark(String label) {
            marks.computeIfAbsent(label, unknown -> new ArrayList<>()).add(trimmedLength());
            afterMark = true;
        }

        private void add(char sign) {
            if (Character.isWhitespace(sign)) {
                if (!words.isEmpty() && words.charAt(words.length() - 1) != ' ') {
                    words.append(' ');
                }
                return;
            }
            if (afterMark && STOPS.indexOf(sign) >= 0) {
                trim(); // "said [3]." becomes "said."
            }
            words.append(sign);
            afterMark = false;
        }

        void trim() {
            words.setLength(trimmedLength());
        }

        private int trimmedLength() {
            int end = words.length();
            while (end > 0 && Character.isWhitespace(words.charAt(end - 1))) {
                end--;
            }
            return end;
        }
    }
}
