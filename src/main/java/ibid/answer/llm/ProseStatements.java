package ibid.answer.llm;

import ibid.language.Sentences;
import ibid.language.Span;
import ibid.language.Text;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Sentences with marks in running text: {@code [S1]}, {@code [S1, S3]}, {@code [2]}, {@code 【4】}, {@code (S5)}, before or after the stop.
 * What may still become a mark is held back, and so is a sentence until the next has begun; marks within code are text.
 */
final class ProseStatements implements StatementParser {

    private static final String HANDLE = "[Ss]?\\d{1,3}";
    private static final Pattern MARK =
            Pattern.compile("`[^`\n]*`|\\s*(?:[\\[【]\\s*(?:passages?\\s+)?(" + HANDLE + "(?:\\s*[,;–-]\\s*" + HANDLE
                    + ")*)(?:†[^\\]】]*)?\\s*[\\]】]|\\(\\s*([Ss]\\d{1,3}(?:\\s*[,;]\\s*[Ss]\\d{1,3})*)\\s*\\))");
    private static final Pattern PERHAPS_MARK = Pattern.compile("\\s*[\\[【(][^\\]】)]{0,40}$|`[^`\n]*$");
    private static final Pattern RANGE = Pattern.compile("[Ss]?(\\d{1,3})\\s*[–-]\\s*[Ss]?(\\d{1,3})");
    private static final Pattern BULLET = Pattern.compile("^\\s*(?:[-*•]|\\d{1,2}[.)])\\s+");
    private static final Pattern PREAMBLE = Pattern.compile(
            "(?i)^(?:the answer(?: to (?:the|this|your) question)? is(?: that\\b|:)|answer:|according to (?:the|these|this) (?:passages?|articles?|text|sources?)\\b,?|(?:the|these|this) (?:passages?|articles?|text) (?:says?|states?|tells?)(?: us)? that\\b|(?:in|from|based on) the (?:passages?|articles?|text)(?: above| given| provided)?,)\\s*");
    private static final Pattern DRESS = Pattern.compile("\\*\\*|__|^#{1,4} |^>\\s?");
    private static final Pattern NONE = Pattern.compile("(?i)^\\W*none\\b.*");
    private static final Pattern MISSING = Pattern.compile("(?i)^\\W*missing\\W*:\\s*(?<what>.*)");
    private static final int BEGUN =
            12; // characters of the next sentence before the one before is whole: "U.S. N" may go on
    private static final int MOST_IN_RANGE = 5;

    private final StringBuilder line = new StringBuilder();
    private int given;
    private String missing = "";
    private boolean none;

    @Override
    public List<Statement> hear(String piece) {
        List<Statement> whole = new ArrayList<>();
        for (int i = 0; i < piece.length(); i++) {
            if (piece.charAt(i) == '\n') whole.addAll(lineEnds());
            else line.append(piece.charAt(i));
        }
        whole.addAll(sentences(false));
        return whole;
    }

    @Override
    public List<Statement> end(boolean whole) {
        if (whole || line.toString().strip().matches("(?s).*[.!?][\"”’»)]*(" + MARK.pattern() + ")*\\s*"))
            return lineEnds();
        return List.of();
    }

    private List<Statement> lineEnds() {
        List<Statement> whole = sentences(true);
        line.setLength(0);
        given = 0;
        return whole;
    }

    /** Of the line so far; all of them where it has ended, else those that another follows. */
    private List<Statement> sentences(boolean ended) {
        String so = ended ? line.toString() : PERHAPS_MARK.matcher(line).replaceFirst("");
        if (control(so, ended)) return List.of();
        StringBuilder plain = new StringBuilder();
        List<MatchResult> marks = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        Matcher mark = MARK.matcher(so);
        int from = 0;
        while (mark.find()) {
            if (mark.group().startsWith("`")) continue;
            plain.append(so, from, mark.start());
            marks.add(mark.toMatchResult());
            places.add(plain.length());
            from = mark.end();
        }
        plain.append(so, from, so.length());
        Text text = new Text(plain.toString());
        List<Span> spans = Sentences.in(text, new Span(0, text.length()));
        int whole = ended
                ? spans.size()
                : spans.isEmpty() || spans.getLast().length() < BEGUN ? spans.size() - 2 : spans.size() - 1;
        List<Statement> statements = new ArrayList<>();
        for (int i = given; i < whole; i++) {
            int at = i;
            List<String> handles = IntStream.range(0, marks.size())
                    .filter(m -> owner(text, spans, places.get(m)) == at)
                    .boxed()
                    .flatMap(m -> handles(marks.get(m)).stream())
                    .distinct()
                    .toList();
            String clean =
                    plain(DRESS.matcher(BULLET.matcher(text.slice(spans.get(i))).replaceFirst(""))
                            .replaceAll("")
                            .strip());
            if (clean.codePoints().anyMatch(Character::isLetter)) statements.add(new Statement(clean, handles));
        }
        given = Math.max(given, whole);
        return statements;
    }

    /** Without the passages and the question being spoken of, which the reader does not see. */
    private static String plain(String sentence) {
        Matcher preamble = PREAMBLE.matcher(sentence);
        if (!preamble.find() || preamble.end() == sentence.length()) return sentence;
        String rest = sentence.substring(preamble.end());
        return rest.substring(0, rest.offsetByCodePoints(0, 1)).toUpperCase(Locale.ROOT)
                + rest.substring(rest.offsetByCodePoints(0, 1));
    }

    /** A line that is not an answer but says that there is none, or what is missing. */
    private boolean control(String so, boolean ended) {
        Matcher left = MISSING.matcher(so);
        if (left.matches()) {
            if (ended) missing = left.group("what").strip();
            return true;
        }
        if (!NONE.matcher(so.strip()).matches() || so.strip().matches("(?i)none of .*")) return false;
        none |= ended;
        return true;
    }

    /** The last sentence that begins before the mark. */
    private static int owner(Text text, List<Span> spans, int place) {
        int at = text.codePointOffset(place);
        return Math.max(
                0, (int) spans.stream().filter(span -> span.start() < at).count() - 1);
    }

    private static List<String> handles(MatchResult mark) {
        String inside = mark.group(1) != null ? mark.group(1) : mark.group(2);
        return Arrays.stream(inside.split("\\s*[,;]\\s*"))
                .flatMap(one -> {
                    Matcher range = RANGE.matcher(one);
                    if (!range.matches()) return Stream.of(one);
                    int first = Integer.parseInt(range.group(1)), last = Integer.parseInt(range.group(2));
                    return IntStream.rangeClosed(first, Math.min(last, first + MOST_IN_RANGE))
                            .mapToObj(number -> "S" + number);
                })
                .toList();
    }

    @Override
    public String missing() {
        return missing;
    }

    @Override
    public boolean none() {
        return none;
    }
}
