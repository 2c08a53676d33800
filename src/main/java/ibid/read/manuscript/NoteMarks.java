package ibid.read.manuscript;

import ibid.language.CharRuns;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The forms of note marks in news, in every format: up to three figures, raised or not, up to three of the signs * † ‡
 * §, or up to three letters and figures, or a Roman number, in square brackets. Only this class knows them.
 */
public final class NoteMarks {

    private static final int MAX_LABEL_CHARS = 3;
    private static final int MAX_ROMAN_CHARS = 5; // xviii
    private static final String ROMAN = "ivx";
    private static final String SIGNS = "*†‡§";
    private static final String RAISED_FIGURES = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    private static final String STOPS = ".,;:!?”\"’»";
    private static final int MAX_STOPS = 2; // between a word and the figure attached to it: said.”1
    private static final String CLOSERS = "]).:";
    private static final int MAX_CLOSERS = 2;
    private static final Pattern RANGE = Pattern.compile("(\\d{1,3})\\s*[–-]\\s*(\\d{1,3})");
    private static final int MAX_RANGE = 30; // from the first to the last of "3–5"
    private static final int MAX_LIST_CHARS = 40; // of "[1, 3–5, 9]"

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

        /** Whether it may head a note without a heading over it: in square brackets, with a number or with signs. */
        boolean isOfNote() {
            return form == Form.SQUARE || isNumber() || all(label, CharRuns.anyOf(SIGNS));
        }
    }

    /** Position of a note's call in a text, in chars; the end is exclusive. It may call several notes: "1, 3–5". */
    public record Call(int start, int end, String label) {

        public List<String> labels() {
            List<String> several = NoteMarks.labels(label);
            return several.isEmpty() ? List.of(label) : several;
        }
    }

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

    /** The labels of a raised mark, "1", "1, 2", "3–5" or "*"; empty if it is not a mark. */
    public static List<String> labels(String raised) {
        List<String> labels = new ArrayList<>();
        for (String part : withoutBrackets(raised.strip()).split("[,;]", -1)) {
            List<String> more = range(part.strip());
            if (more.isEmpty()) {
                return List.of();
            }
            labels.addAll(more);
        }
        return labels;
    }

    /** One label, or those from a number to a greater one: "3–5" is 3, 4 and 5. */
    private static List<String> range(String part) {
        Matcher range = RANGE.matcher(figures(part));
        if (!range.matches()) {
            boolean isLabel = !part.isEmpty() && part.length() <= MAX_LABEL_CHARS && isNumberOrSigns(part);
            return isLabel ? List.of(figures(part)) : List.of();
        }
        int from = Integer.parseInt(range.group(1)), to = Integer.parseInt(range.group(2));
        boolean isShort = from < to && to - from <= MAX_RANGE;
        return isShort
                ? IntStream.rangeClosed(from, to).mapToObj(Integer::toString).toList()
                : List.of();
    }

    private static String withoutBrackets(String mark) {
        int start = mark.startsWith("[") || mark.startsWith("(") ? 1 : 0;
        int end = mark.endsWith("]") || mark.endsWith(")") ? mark.length() - 1 : mark.length();
        return mark.substring(start, Math.max(start, end));
    }

    private static boolean isNumberOrSigns(String label) {
        return all(label, NoteMarks::isFigure) || all(label, NoteMarks::isRaised) || all(label, CharRuns.anyOf(SIGNS));
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
            return bracketCall(text, at, endOfLabel(text, at + 1, true), ']').or(() -> listCall(text, at));
        }
        boolean isSign = SIGNS.indexOf(first) >= 0;
        boolean calls = isSign && followsText(text, at) || (isFigure(first) || first == '(') && followsStop(text, at);
        return calls ? callAtEnd(text, at, isSign).filter(call -> isEnd(text, call.end())) : Optional.empty();
    }

    private static Optional<Call> callAtEnd(String text, int at, boolean isSign) {
        int start = text.charAt(at) == '(' ? at + 1 : at;
        int end = endOfRun(text, start, isSign ? CharRuns.anyOf(SIGNS) : NoteMarks::isFigure);
        if (start > at) {
            return bracketCall(text, at, end, ')');
        }
        return end > at ? Optional.of(new Call(at, end, text.substring(at, end))) : Optional.empty();
    }

    private static boolean followsText(String text, int at) {
        char before = at > 0 ? text.charAt(at - 1) : ' ';
        return Character.isLetter(before) || STOPS.indexOf(before) >= 0;
    }

    /** Whether raised figures there follow a word, or others and a blank: "²⁷ ³²". */
    private static boolean followsWord(String text, int at) {
        char before = at > 0 ? text.charAt(at - 1) : ' ';
        return before == ' ' ? at > 1 && isRaised(text.charAt(at - 2)) : !isRaised(before) && "⁺⁻⁼".indexOf(before) < 0;
    }

    private static Optional<Call> raisedCall(String text, int at) {
        int end = endOfRun(text, at, NoteMarks::isRaised);
        String label = figures(text.substring(at, end));
        boolean isIon = end < text.length() && "⁺⁻".indexOf(text.charAt(end)) >= 0;
        boolean calls = followsWord(text, at) && end > at && !isIon && !Exponents.isPower(text.substring(0, at), label);
        return calls ? Optional.of(new Call(at, end, label)) : Optional.empty();
    }

    private static Optional<Call> bracketCall(String text, int at, int end, char bracket) {
        if (end == at + 1 || end >= text.length() || text.charAt(end) != bracket) {
            return Optional.empty();
        }
        return Optional.of(new Call(at, end + 1, text.substring(at + 1, end)));
    }

    /** The call of several notes, "[1, 2]" or "[3–5]". */
    private static Optional<Call> listCall(String text, int at) {
        int close = text.indexOf(']', at);
        boolean isShort = close > at && close - at <= MAX_LIST_CHARS;
        boolean isList = isShort && !labels(text.substring(at, close + 1)).isEmpty();
        return isList ? Optional.of(new Call(at, close + 1, text.substring(at + 1, close))) : Optional.empty();
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

    /**
     * The text with each call of known notes replaced by marks.
     *
     * @param isCall whether a call is one
     * @param named  from the label of a call to that of its note
     */
    public static String markCalls(String text, Predicate<Call> isCall, UnaryOperator<String> named) {
        StringBuilder marked = new StringBuilder();
        int done = 0;
        for (Call call : calls(text)) {
            if (isCall.test(call)) {
                marked.append(text, done, call.start());
                call.labels().forEach(label -> marked.append(InlineMarks.note(named.apply(label))));
                done = call.end();
            }
        }
        return marked.append(text, done, text.length()).toString();
    }

    private static int endOfLabel(String text, int start, boolean withLetters) {
        int end = endOfRun(text, start, withLetters ? NoteMarks::isLetterOrFigure : NoteMarks::isFigure);
        return end > start ? end : endOfRun(text, start, CharRuns.anyOf(SIGNS));
    }

    /** End of the run of such characters; its start if there is none or it is too long for a label. */
    private static int endOfRun(String text, int start, IntPredicate part) {
        int end = CharRuns.end(text, start, part);
        int max = CharRuns.end(text, start, CharRuns.anyOf(ROMAN)) == end ? MAX_ROMAN_CHARS : MAX_LABEL_CHARS;
        return end - start <= max ? end : start;
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
