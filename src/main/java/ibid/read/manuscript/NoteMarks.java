package ibid.read.manuscript;

import ibid.language.CharRuns;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * The forms of note marks in news, in every format: up to three figures, raised or not, up to three of the signs * † ‡
 * §, or up to three letters and figures in square brackets. Only this class knows them.
 */
public final class NoteMarks {

    private static final int MAX_LABEL_CHARS = 3;
    private static final String SIGNS = "*†‡§";
    private static final String RAISED_FIGURES = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    private static final String STOPS = ".,;:!?”\"’»";
    private static final int MAX_STOPS = 2; // between a word and the figure attached to it: said.”1
    private static final String CLOSERS = "]).:";
    private static final int MAX_CLOSERS = 2;
    private static final int LETTERS = 26;
    private static final int MAX_CALL_CHARS = 10; // with the word and stops before it

    private NoteMarks() {}

    /** The form of a note's label at the beginning of its line. */
    public enum Form {
        RAISED,
        SQUARE,
        ROUND,
        PLAIN
    }

    /** The label of a note's line and the words after it. */
    public record Head(String label, Form form, String text) {

        public boolean isNumber() {
            return all(label, NoteMarks::isFigure);
        }
    }

    /** Position of a note's call in a text, in chars; the end is exclusive. */
    public record Call(int start, int end, String label) {}

    /**
     * The label of a separate mark, such as the text of a link: "[3]", "(3)", "³", "*", "a"; empty if it is not a mark.
     */
    public static Optional<String> label(String mark) {
        String text = withoutBrackets(mark.strip());
        if (text.isEmpty() || text.length() > MAX_LABEL_CHARS) {
            return Optional.empty();
        }
        boolean isLabel = all(text, NoteMarks::isLetterOrFigure) || isNumberOrSigns(text);
        return isLabel ? Optional.of(figures(text)) : Optional.empty();
    }

    /** The labels of a raised mark, "1", "1, 2" or "*"; empty if it is not a mark. */
    public static List<String> labels(String raised) {
        List<String> labels = new ArrayList<>();
        for (String part : withoutBrackets(raised.strip()).split(",", -1)) {
            String label = part.strip();
            if (label.isEmpty() || label.length() > MAX_LABEL_CHARS || !isNumberOrSigns(label)) {
                return List.of();
            }
            labels.add(figures(label));
        }
        return labels;
    }

    private static String withoutBrackets(String mark) {
        int start = mark.startsWith("[") || mark.startsWith("(") ? 1 : 0;
        int end = mark.endsWith("]") || mark.endsWith(")") ? mark.length() - 1 : mark.length();
        return mark.substring(start, Math.max(start, end));
    }

    private static boolean isNumberOrSigns(String label) {
        return all(label, NoteMarks::isFigure) || all(label, NoteMarks::isRaised) || all(label, NoteMarks::isSign);
    }

    /** The head of a line that may be a note: "³ Text", "[3] Text", "(3) Text", "3. Text", "* Text", or a mark. */
    public static Optional<Head> head(String line) {
        if (line.isEmpty()) {
            return Optional.empty();
        }
        int raised = endOfRun(line, 0, NoteMarks::isRaised);
        if (raised > 0) {
            return head(line, 0, raised, raised, Form.RAISED);
        }
        return switch (line.charAt(0)) {
            case InlineMarks.OPEN -> markedHead(line);
            case '[' -> bracketHead(line, endOfLabel(line, 1, true), ']', Form.SQUARE);
            case '(' -> bracketHead(line, endOfLabel(line, 1, false), ')', Form.ROUND);
            default -> spacedHead(line, 0, endOfLabel(line, 0, false), Form.PLAIN);
        };
    }

    private static Optional<Head> bracketHead(String line, int end, char bracket, Form form) {
        boolean closed = end < line.length() && line.charAt(end) == bracket;
        return closed ? spacedHead(line, 1, end, form) : Optional.empty();
    }

    private static Optional<Head> spacedHead(String line, int start, int end, Form form) {
        if (end == start) {
            return Optional.empty();
        }
        int maxClosers = form == Form.PLAIN ? MAX_CLOSERS : MAX_CLOSERS + 1;
        int text = Math.min(end + maxClosers, CharRuns.end(line, end, CharRuns.anyOf(CLOSERS)));
        boolean spaced = text < line.length() && Character.isWhitespace(line.charAt(text));
        return spaced ? head(line, start, end, text, form) : Optional.empty();
    }

    private static Optional<Head> markedHead(String line) {
        int close = line.indexOf(InlineMarks.CLOSE);
        return close > 1 ? head(line, 1, close, close + 1, Form.RAISED) : Optional.empty();
    }

    private static Optional<Head> head(String line, int start, int end, int textStart, Form form) {
        String text = line.substring(textStart).strip();
        return text.isEmpty()
                ? Optional.empty()
                : Optional.of(new Head(figures(line.substring(start, end)), form, text));
    }

    /** The calls of notes in running text: "said.³", "said.3", "said.(3)", "said [3]". */
    public static List<Call> calls(String text) {
        List<Call> calls = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            int start = at;
            Optional<Call> call = call(text, start);
            call.ifPresent(calls::add);
            at = call.isPresent() ? call.get().end() : at + 1;
        }
        return calls;
    }

    private static Optional<Call> call(String text, int at) {
        char first = text.charAt(at);
        if (isRaised(first)) {
            return raisedCall(text, at);
        }
        if (first == '[') {
            return bracketCall(text, at, endOfLabel(text, at + 1, true), ']');
        }
        boolean opens = isFigure(first) || first == '(';
        return opens && followsStop(text, at) ? callAfterStop(text, at) : Optional.empty();
    }

    private static Optional<Call> callAfterStop(String text, int at) {
        boolean isBracket = text.charAt(at) == '(';
        int start = isBracket ? at + 1 : at;
        int end = endOfRun(text, start, NoteMarks::isFigure);
        Optional<Call> call = isBracket ? bracketCall(text, at, end, ')') : figureCall(text, at, end);
        return call.filter(found -> isEnd(text, found.end()));
    }

    private static Optional<Call> figureCall(String text, int at, int end) {
        return end > at ? Optional.of(new Call(at, end, text.substring(at, end))) : Optional.empty();
    }

    private static Optional<Call> raisedCall(String text, int at) {
        int end = endOfRun(text, at, NoteMarks::isRaised);
        boolean follows = at > 0 && !Character.isWhitespace(text.charAt(at - 1));
        String label = figures(text.substring(at, end));
        boolean calls = follows && end > at && !Exponents.isPower(text.substring(0, at), label);
        return calls ? Optional.of(new Call(at, end, label)) : Optional.empty();
    }

    private static Optional<Call> bracketCall(String text, int at, int end, char bracket) {
        if (end == at + 1 || end >= text.length() || text.charAt(end) != bracket) {
            return Optional.empty();
        }
        return Optional.of(new Call(at, end + 1, text.substring(at + 1, end)));
    }

    /** The text without a call of a note at its end. */
    static String withoutLastCall(String text) {
        String end = text.substring(Math.max(0, text.length() - MAX_CALL_CHARS));
        List<Call> calls = calls(end);
        if (calls.isEmpty() || calls.getLast().end() < end.length()) {
            return text;
        }
        Call last = calls.getLast();
        return text.substring(0, text.length() - (last.end() - last.start())).stripTrailing();
    }

    /** Whether a letter and one or two stops are directly before that position. */
    private static boolean followsStop(String text, int at) {
        int word = at;
        while (word > 0 && at - word < MAX_STOPS && STOPS.indexOf(text.charAt(word - 1)) >= 0) {
            word--;
        }
        if (word == at || word == 0) {
            return false;
        }
        char before = text.charAt(word - 1);
        return Character.isLetter(before) || before == '%';
    }

    private static boolean isEnd(String text, int at) {
        return at == text.length() || Character.isWhitespace(text.charAt(at));
    }

    /** The text with each call of a known note replaced by a mark. */
    public static String markCalls(String text, Set<String> labels) {
        StringBuilder marked = new StringBuilder();
        int done = 0;
        for (Call call : calls(text)) {
            if (labels.contains(call.label())) {
                marked.append(text, done, call.start()).append(InlineMarks.note(call.label()));
                done = call.end();
            }
        }
        return marked.append(text, done, text.length()).toString();
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

    private static int endOfLabel(String text, int start, boolean withLetters) {
        if (withLetters) {
            int end = endOfRun(text, start, NoteMarks::isLetterOrFigure);
            if (end > start) {
                return end;
            }
        }
        int figures = endOfRun(text, start, NoteMarks::isFigure);
        return figures > start ? figures : endOfRun(text, start, NoteMarks::isSign);
    }

    /** End of the run of such characters; its start if there is none or it is too long for a label. */
    private static int endOfRun(String text, int start, IntPredicate part) {
        int end = CharRuns.end(text, start, part);
        return end - start <= MAX_LABEL_CHARS ? end : start;
    }

    private static boolean all(String label, IntPredicate part) {
        return label.chars().allMatch(part);
    }

    static boolean isLetterOrFigure(int sign) {
        return isFigure(sign) || sign >= 'a' && sign <= 'z' || sign >= 'A' && sign <= 'Z';
    }

    static boolean isFigure(int sign) {
        return sign >= '0' && sign <= '9';
    }

    private static boolean isRaised(int sign) {
        return RAISED_FIGURES.indexOf(sign) >= 0;
    }

    private static boolean isSign(int sign) {
        return SIGNS.indexOf(sign) >= 0;
    }

    /** Converts raised figures to plain ones. */
    private static String figures(String label) {
        StringBuilder figures = new StringBuilder();
        for (char sign : label.toCharArray()) {
            int raised = RAISED_FIGURES.indexOf(sign);
            figures.append(raised < 0 ? sign : (char) ('0' + raised));
        }
        return figures.toString();
    }
}
