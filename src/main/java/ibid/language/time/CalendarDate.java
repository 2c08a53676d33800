package ibid.language.time;

import java.time.LocalDate;
import java.time.Month;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A date as far as a text tells it: "10 July 2024", "July 2024", "10 July", "July", "2024".
 *
 * @param words as the text has it
 */
public record CalendarDate(OptionalInt year, Optional<Month> month, OptionalInt day, String words) {

    private static final Pattern DECADE = Pattern.compile("\\d{3}0s");
    private static final Pattern QUARTER =
            Pattern.compile("(?i)(?:Q(?<digit>[1-4])|(?<word>first|second|third|fourth) quarter).*");
    private static final List<String> QUARTERS = List.of("first", "second", "third", "fourth");
    private static final Pattern WHICH = Pattern.compile("(?is).*\\b(?<which>last|next|this coming|this past) ");
    private static final int LEAP = 12; // years between 29 Februaries at most, and some to spare
    private static final int NEAR = 16; // letters, enough for those words
    private static final Pattern RELATIVE = Pattern.compile(
            "(?i)\\b(?:(?<day>yesterday|today|tomorrow)|(?<which>last|this|next|earlier this|later this) (?<unit>year|month))\\b");

    /** The dates a text names, in order. A month alone counts as one only after a word of time. */
    public static List<CalendarDate> in(String text) {
        return DateForms.in(text).stream().map(DateForms.Found::date).toList();
    }

    /** The same, with what the day of publication tells of "yesterday" and "last year", and the year of days without one. */
    public static List<CalendarDate> in(String text, Optional<LocalDate> published) {
        if (published.isEmpty()) return in(text);
        LocalDate told = published.get();
        List<CalendarDate> dates = new ArrayList<>();
        for (DateForms.Found found : DateForms.in(text)) dates.add(seenFrom(told, found, text));
        Matcher relative = RELATIVE.matcher(text);
        while (relative.find()) dates.add(resolved(relative, told));
        return dates;
    }

    /** The date with the year that is meant on that day, where it tells none. */
    static CalendarDate seenFrom(LocalDate told, DateForms.Found found, String text) {
        CalendarDate date = found.date();
        if (date.year.isPresent() || date.month.isEmpty()) return date;
        Matcher which = WHICH.matcher(text.substring(Math.max(0, found.start() - NEAR), found.start()));
        if (!which.matches()) return date.inYear(told, Tense.of(text, found.start(), found.end()));
        // "last December" said in December is a year ago: of this one one says "this month"
        boolean back = which.group("which").matches("(?i)last|this past");
        return date.in(
                back
                        ? told.withDayOfMonth(1).minusDays(1)
                        : told.withDayOfMonth(1).plusMonths(1),
                back ? Tense.PAST : Tense.FUTURE);
    }

    /** Whether the other date tells all that this one does, and the same. */
    public boolean toldBy(CalendarDate other) {
        return (year.isEmpty() || year.equals(other.year))
                && (month.isEmpty() || month.equals(other.month))
                && (day.isEmpty() || day.equals(other.day));
    }

    /** The same day or month of whatever year. */
    public CalendarDate withoutYear() {
        return new CalendarDate(OptionalInt.empty(), month, day, words);
    }

    /** The same in another date's year, where it tells none of its own. */
    CalendarDate orIn(OptionalInt other) {
        return year.isPresent() || month.isEmpty() ? this : new CalendarDate(other, month, day, words);
    }

    /** The first day it may mean, if it tells its year. */
    public Optional<LocalDate> from() {
        if (year.isEmpty()) return Optional.empty();
        LocalDate start = LocalDate.of(year.getAsInt(), month.orElse(Month.of(1 + 3 * Math.max(0, quarter()))), 1);
        return Optional.of(start.withDayOfMonth(Math.min(day.orElse(1), start.lengthOfMonth())));
    }

    /** The last day it may mean, if it tells its year. */
    public Optional<LocalDate> to() {
        return from().map(start -> day.isPresent()
                ? start
                : start.plusMonths(
                                month.isPresent()
                                        ? 1
                                        : quarter() >= 0
                                                ? 3
                                                : DECADE.matcher(words).matches() ? 120 : 12)
                        .minusDays(1));
    }

    /** Counted from 0; −1 where it is none. */
    private int quarter() {
        Matcher quarter = QUARTER.matcher(words);
        if (month.isPresent() || !quarter.matches()) return -1;
        return quarter.group("digit") != null
                ? Integer.parseInt(quarter.group("digit")) - 1
                : QUARTERS.indexOf(quarter.group("word").toLowerCase(Locale.ROOT));
    }

    /** Where no verb tells, a day to come within three months may be meant, and one within nine months back. */
    private CalendarDate inYear(LocalDate told, Tense tense) {
        return tense != Tense.UNTOLD ? in(told, tense) : in(told.plusMonths(3), Tense.PAST);
    }

    /** The last such day or month that has begun by then, or the first that has not ended by then. */
    private CalendarDate in(LocalDate then, Tense tense) {
        for (int step = 1; step < LEAP; step++) {
            int year = then.getYear() + (tense == Tense.FUTURE ? step - 2 : 2 - step);
            CalendarDate one = new CalendarDate(OptionalInt.of(year), month, day, words);
            boolean exists = day.orElse(1) <= month.orElseThrow().length(Year.isLeap(year));
            if (exists
                    && (tense == Tense.FUTURE
                            ? !one.to().orElseThrow().isBefore(then)
                            : !one.from().orElseThrow().isAfter(then))) return one;
        }
        return new CalendarDate(OptionalInt.of(then.getYear()), month, day, words); // 31 June is of no year
    }

    private static CalendarDate resolved(Matcher relative, LocalDate told) {
        if (relative.group("day") != null) {
            LocalDate day = told.plusDays(
                    switch (relative.group("day").toLowerCase(Locale.ROOT)) {
                        case "yesterday" -> -1;
                        case "tomorrow" -> 1;
                        default -> 0;
                    });
            return new CalendarDate(
                    OptionalInt.of(day.getYear()),
                    Optional.of(day.getMonth()),
                    OptionalInt.of(day.getDayOfMonth()),
                    relative.group());
        }
        int step = switch (relative.group("which").toLowerCase(Locale.ROOT)) {
            case "last" -> -1;
            case "next" -> 1;
            default -> 0;
        };
        boolean month = relative.group("unit").equalsIgnoreCase("month");
        LocalDate day = month ? told.plusMonths(step) : told.plusYears(step);
        return new CalendarDate(
                OptionalInt.of(day.getYear()),
                month ? Optional.of(day.getMonth()) : Optional.empty(),
                OptionalInt.empty(),
                relative.group());
    }
}
