package ibid.language.time;

import java.time.LocalDate;
import java.time.Month;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The time a sentence tells of: a day, a month or a year.
 *
 * @param from its first day, for sorting
 * @param name as a reader would write it
 */
public record TimeReference(LocalDate from, String name) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);
    private static final String MONTHS = Arrays.stream(Month.values())
            .map(month -> month.getDisplayName(TextStyle.FULL, Locale.ENGLISH))
            .collect(Collectors.joining("|"));
    private static final Pattern MONTH_OF_YEAR =
            Pattern.compile("\\b(" + MONTHS + "),? (?:of )?((?:1[5-9]|20)\\d\\d)\\b");
    private static final Pattern DAY_WITHOUT_YEAR = Pattern.compile(
            "\\b(\\d{1,2}) (" + MONTHS + ")\\b(?!,? \\d{4})|\\b(" + MONTHS + ") (\\d{1,2})\\b(?!\\d|,? \\d{4})");
    private static final Pattern YEAR =
            Pattern.compile("\\b(?:in|since|from|until|of|by|year|early|late|to|and)\\s+((?:1[5-9]|20)\\d\\d)\\b");

    /** Its last day. */
    public LocalDate to() {
        return name.matches("\\d{4}")
                ? from.plusYears(1).minusDays(1)
                : name.matches("\\p{L}.*") ? from.plusMonths(1).minusDays(1) : from;
    }

    /** The first whole date; else a day whose year is that of publication or, were that later, the one before; else the month, else the year. */
    public static Optional<TimeReference> in(String sentence, Optional<LocalDate> published) {
        return all(sentence, published).stream().findFirst();
    }

    /** Every time the finest way of telling gives. */
    public static List<TimeReference> all(String text, Optional<LocalDate> published) {
        List<TimeReference> days = Dates.in(text).stream()
                .map(day -> new TimeReference(day, DAY.format(day)))
                .toList();
        if (!days.isEmpty()) return days;
        Matcher partial = DAY_WITHOUT_YEAR.matcher(text);
        if (partial.find() && published.isPresent())
            return day(partial, published.get()).stream().toList();
        List<TimeReference> months = MONTH_OF_YEAR
                .matcher(text)
                .results()
                .map(found -> new TimeReference(
                        LocalDate.of(
                                Integer.parseInt(found.group(2)),
                                Month.valueOf(found.group(1).toUpperCase(Locale.ROOT)),
                                1),
                        found.group(1) + " " + found.group(2)))
                .toList();
        if (!months.isEmpty()) return months;
        return YEAR.matcher(text)
                .results()
                .map(found -> new TimeReference(LocalDate.of(Integer.parseInt(found.group(1)), 1, 1), found.group(1)))
                .toList();
    }

    private static Optional<TimeReference> day(Matcher partial, LocalDate published) {
        String month = partial.group(2) == null ? partial.group(3) : partial.group(2);
        int number = Integer.parseInt(partial.group(1) == null ? partial.group(4) : partial.group(1));
        Month named = Month.valueOf(month.toUpperCase(Locale.ROOT));
        if (number < 1 || number > named.minLength()) return Optional.empty();
        LocalDate day = LocalDate.of(published.getYear(), named, number);
        LocalDate past = day.isAfter(published.plusMonths(3))
                ? day.minusYears(1)
                : day; // an article may speak of a day soon to come
        return Optional.of(new TimeReference(past, DAY.format(past)));
    }
}
