package ibid.language.time;

import ibid.language.Lexemes;
import ibid.language.MonthNames;
import ibid.language.WordList;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads complete dates (day, month and year) in a text, as articles state their own date. */
public final class Dates {

    /** Which of two figures is the day where both may be. */
    public enum FigureOrder {
        DAY_FIRST,
        MONTH_FIRST,
        UNKNOWN
    }

    private static final Set<String> DATE_LINE_WORDS = WordList.read(Dates.class, "date-line-words.txt");

    private static final int SEGMENTS_OF_DATE = 3; // year, month and day
    private static final int MAX_DATE_CHARS = 30; // "Wednesday, 21 September 2022"
    private static final int MAX_PLACE_WORDS = 4;
    private static final String SENTENCE_ENDS = ".!?…。！？";
    private static final int MAX_LABEL_IDEOGRAPHS = 8; // "最終更新日時"
    private static final int MIN_TOLD_WORDS = 2; // "Sent in by Ida Rao on 3 May 2018." has one

    private Dates() {}

    /** Every complete date in the text, in order; impossible ones (31 June) are left out. */
    public static List<LocalDate> in(String text) {
        return TemporalTagger.tag(text).stream()
                .flatMap(timex -> day(timex).stream())
                .toList();
    }

    public static Optional<LocalDate> firstIn(String text) {
        return in(text).stream().findFirst();
    }

    /**
     * The first date in figures whose year may have two, as in "31.10.23"; only for lines that state a date.
     *
     * @param order of "3/4/2021"
     */
    public static Optional<LocalDate> firstShortIn(String text, FigureOrder order) {
        return NumericDates.firstShortIn(text, order);
    }

    /** The date at the beginning of a text, as in the file name "2024-11-08-budget.md". */
    public static Optional<LocalDate> atStartOf(String text) {
        return TemporalTagger.tag(text).stream()
                .filter(timex -> timex.start() == 0)
                .findFirst()
                .flatMap(Dates::day);
    }

    /**
     * The first date in one or in three segments of a web address's path, as in "/2024-11-08/" and "/2024/11/8/", or as
     * eight figures at an edge of a segment, as in "/budget-20241108.html".
     */
    public static Optional<LocalDate> inPath(String address) {
        List<String> segments = List.of(address.split("/"));
        for (int at = 0; at < segments.size(); at++) {
            int end = Math.min(at + SEGMENTS_OF_DATE, segments.size());
            String path = String.join("/", segments.subList(at, end));
            Optional<LocalDate> date = inSegment(segments.get(at)).or(() -> wholeDate(path));
            if (date.isPresent()) {
                return date;
            }
        }
        return Optional.empty();
    }

    private static Optional<LocalDate> inSegment(String segment) {
        int dot = segment.indexOf('.');
        String name = dot < 0 ? segment : segment.substring(0, dot);
        List<String> words = List.of(name.split("[-_]", -1));
        return wholeDate(segment)
                .or(() -> wholeDate(segment.replace('-', '/')))
                .or(() -> NumericDates.inEightFigures(words.getFirst()))
                .or(() -> NumericDates.inEightFigures(words.getLast()));
    }

    private static Optional<LocalDate> wholeDate(String text) {
        return TemporalTagger.tag(text).stream()
                .filter(timex -> timex.start() == 0 && timex.end() == text.length())
                .findFirst()
                .flatMap(Dates::day);
    }

    /**
     * The date before the first words of a text, alone or after its place, as in "(3.5.2018) The" and "Orve, 3 May
     * 2018: The".
     *
     * @param maxPlaceChars of what is before the date
     */
    public static Optional<LocalDate> beforeText(String text, int maxPlaceChars) {
        String start = text.substring(0, Math.min(text.length(), maxPlaceChars + MAX_DATE_CHARS));
        for (Timex timex : TemporalTagger.tag(start)) {
            Optional<LocalDate> day = day(timex);
            if (day.isPresent()) {
                boolean isPlaceBefore =
                        isPlace(start.substring(0, timex.start()).strip());
                return isPlaceBefore && isEndOfDateline(start.substring(timex.end())) ? day : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static boolean isPlace(String before) {
        boolean isMarked = before.isEmpty() || before.endsWith(",") || before.endsWith("(");
        return isMarked && before.chars().filter(Character::isWhitespace).count() < MAX_PLACE_WORDS;
    }

    private static boolean isEndOfDateline(String after) {
        String next = after.strip();
        boolean isMarked = !next.isEmpty() && ").:-–—/|„“\"".indexOf(next.charAt(0)) >= 0;
        return isMarked && next.length() > 1;
    }

    /** Whether a line is only a date with the usual words around it ("Published on …", a time, a weekday). */
    public static boolean isDateLine(String line) {
        Optional<Timex> date = TemporalTagger.tag(line).stream()
                .filter(timex -> day(timex).isPresent())
                .findFirst();
        if (date.isEmpty()) {
            return false;
        }
        String before = line.substring(0, date.get().start());
        return isOfDateLine(before) && isOfDateLine(line.substring(date.get().end()));
    }

    /**
     * Whether a line tells of a day, as in "It was lit on 3 May 2018.", instead of stating the article's: it ends with
     * a stop and has words that no date line has, names apart.
     */
    public static boolean areToldIn(String line) {
        String end = line.strip();
        if (end.isEmpty() || SENTENCE_ENDS.indexOf(end.charAt(end.length() - 1)) < 0) {
            return false;
        }
        if (isIdeographicClause(end)) {
            return true;
        }
        Lexemes text = new Lexemes(end);
        int told = 0;
        for (int at = 0; at < text.size(); at++) {
            boolean isName = at > 0 && text.isCapitalised(at);
            boolean isOther = text.isWord(at) && !isName && !DATE_LINE_WORDS.contains(text.key(at));
            told += isOther && MonthNames.ofName(text.text(at)).isEmpty() ? 1 : 0;
        }
        return told >= MIN_TOLD_WORDS;
    }

    /** Whether it has more than a label in signs that are not told apart as words. */
    private static boolean isIdeographicClause(String text) {
        return text.codePoints().filter(Character::isIdeographic).count() > MAX_LABEL_IDEOGRAPHS;
    }

    private static Optional<LocalDate> day(Timex timex) {
        if (timex.date().day().isEmpty()) {
            return Optional.empty();
        }
        return timex.days().map(TimeRange::from);
    }

    private static boolean isOfDateLine(String rest) {
        if (isIdeographicClause(rest)) {
            return false;
        }
        Lexemes text = new Lexemes(rest);
        for (int at = 0; at < text.size(); at++) {
            if (text.isNumber(at) && !isOfClock(text, at)) {
                return false;
            }
            if (text.isWord(at) && !DATE_LINE_WORDS.contains(text.key(at))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isOfClock(Lexemes text, int at) {
        return text.text(at).length() <= 2 && (text.isGlued(at + 1, ":") || text.is(at - 1, ":"));
    }
}
