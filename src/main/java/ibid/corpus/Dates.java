package ibid.corpus;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Reads whole calendar dates (day, month and year) written in English or in figures. */
public final class Dates {

    private static final Map<String, Integer> MONTHS = IntStream.rangeClosed(1, 12).boxed().collect(Collectors.toMap(
            month -> java.time.Month.of(month).getDisplayName(java.time.format.TextStyle.FULL, Locale.ENGLISH).substring(0, 3).toLowerCase(Locale.ROOT),
            month -> month));
    private static final String MONTH = "(Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\\.?";
    private static final Pattern DATE = Pattern.compile(
            "\\b(?<y1>\\d{4})[-/](?<m1>\\d{1,2})[-/](?<d1>\\d{1,2})(?!\\d)"
            + "|\\b(?<d2>\\d{1,2})\\.\\s?(?<m2>\\d{1,2})\\.\\s?(?<y2>\\d{4})\\b"
            + "|\\b(?<m3>" + MONTH + ")\\s+(?<d3>\\d{1,2})(?:st|nd|rd|th)?,?\\s+(?<y3>\\d{4})\\b"
            + "|\\b(?<d4>\\d{1,2})(?:st|nd|rd|th)?\\s+(?:of\\s+)?(?<m4>" + MONTH + "),?\\s+(?<y4>\\d{4})\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern AROUND = Pattern.compile(
            "(?i)\\b(published|posted|updated|last|on|date|by|at|mon|tues?|wed(nes)?|thu(rs)?|fri|sat(ur)?|sun)(day)?\\b|\\d{1,2}:\\d{2}(:\\d{2})?|\\b[ap]\\.?m\\.?|\\b(gmt|utc|[ecmp][sd]t)\\b|[^\\p{L}\\p{N}]");

    private Dates() {}

    /** Every possible calendar date in the text, in order; impossible ones (31 June) are passed over. */
    public static List<LocalDate> in(String text) {
        List<LocalDate> dates = new ArrayList<>();
        Matcher matcher = DATE.matcher(text);
        while (matcher.find()) date(matcher).ifPresent(dates::add);
        return dates;
    }

    public static Optional<LocalDate> firstIn(String text) {
        return in(text).stream().findFirst();
    }

    /** Whether a line is a date and nothing else but the words that go with one ("Published on …", a time, a weekday). */
    static boolean isDateLine(String line) {
        Matcher matcher = DATE.matcher(line);
        if (!matcher.find()) return false;
        String rest = line.substring(0, matcher.start()) + " " + line.substring(matcher.end());
        return AROUND.matcher(rest).replaceAll("").isBlank();
    }

    private static Optional<LocalDate> date(Matcher matcher) {
        MatchResult found = matcher.toMatchResult();
        for (int form = 1; form <= 4; form++) {
            String year = found.group("y" + form);
            if (year == null) continue;
            try {
                return Optional.of(LocalDate.of(Integer.parseInt(year), month(found.group("m" + form)), Integer.parseInt(found.group("d" + form))));
            } catch (DateTimeException impossible) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static int month(String word) {
        return Character.isDigit(word.charAt(0)) ? Integer.parseInt(word) : MONTHS.get(word.substring(0, 3).toLowerCase(Locale.ROOT));
    }
}
