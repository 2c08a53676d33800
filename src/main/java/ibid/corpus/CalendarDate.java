package ibid.corpus;

import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A date as far as a text tells it: "10 July 2024", "July 2024", "10 July", "July", "2024".
 *
 * @param words as the text has it
 */
public record CalendarDate(OptionalInt year, Optional<Month> month, OptionalInt day, String words) {

    private static final List<String> NAMES = Arrays.stream(Month.values()).map(month -> month.getDisplayName(TextStyle.FULL, Locale.ENGLISH)).toList();
    private static final String MONTH = "(?:" + NAMES.stream().map(name -> name.length() <= 4 ? name : name.substring(0, name.equals("September") ? 4 : 3) + "(?:\\.|" + name.substring(name.equals("September") ? 4 : 3) + ")?").collect(Collectors.joining("|")) + ")";
    private static final String DAY = "(?:3[01]|[12]\\d|0?[1-9])(?:st|nd|rd|th)?";
    private static final String YEAR = "(?:1[5-9]|20)\\d\\d";
    private static final Pattern DATE = Pattern.compile("\\b(?:(?<d1>" + DAY + ") (?:of )?)?(?<m1>" + MONTH + ")(?: (?<d2>" + DAY + ")\\b(?!,\\d|\\.\\d| ?(?:million|billion|thousand|percent|per cent)\\b))?(?: ?,? (?:of )?(?<y1>" + YEAR + "))?\\b"
            + "|\\b(?<y2>\\d{4})-(?<m2>\\d\\d)-(?<d3>\\d\\d)\\b|(?<![\\p{L}\\d$€£¥.,-])(?<y3>" + YEAR + ")(?![\\d%]|[.,]\\d|-\\d{3}| ?(?:million|billion|percent|per cent)\\b)");
    private static final int NEAR = 10;   // letters, enough for a word of time before a month
    private static final Pattern UNTIL = Pattern.compile("\\s*(?:to|until|till|through|and|or|[–—-])\\s*");
    private static final Pattern RELATIVE = Pattern.compile("(?i)\\b(?:(?<day>yesterday|today|tomorrow)|(?<which>last|this|next|earlier this|later this) (?<unit>year|month))\\b");

    /** The dates a text names, in order. "May" counts as a month only beside a day or a year, or after a word of time. */
    public static List<CalendarDate> in(String text) {
        List<CalendarDate> dates = new ArrayList<>();
        Matcher found = DATE.matcher(text);
        int end = 0;
        while (found.find()) {
            String year = first(found, "y1", "y2", "y3"), month = first(found, "m1", "m2"), day = first(found, "d1", "d2", "d3");
            if (month.equals("May") && year.isEmpty() && day.isEmpty() && !text.substring(Math.max(0, found.start() - NEAR), found.start()).matches("(?is).*\\b(in|since|until|by|last|next|of|early|late|mid)[ -]")) continue;
            if (month.matches("00|1[3-9]|[2-9]\\d") || day.equals("00")) continue;
            if (!dates.isEmpty() && !month.isEmpty() && UNTIL.matcher(text.substring(end, found.start())).matches()) dates.add(dates.removeLast().orIn(number(year)));   // "from 23 February to 6 March 2011"
            dates.add(new CalendarDate(number(year), month.isEmpty() ? Optional.empty() : Optional.of(month(month)), number(day), found.group().strip()));
            end = found.end();
        }
        return dates;
    }

    /** The same, with what the day of publication tells of "yesterday" and "last year", and the year of days without one. */
    public static List<CalendarDate> in(String text, Optional<LocalDate> published) {
        if (published.isEmpty()) return in(text);
        LocalDate told = published.get();
        List<CalendarDate> dates = new ArrayList<>();
        for (CalendarDate date : in(text)) dates.add(date.seenFrom(told));
        Matcher relative = RELATIVE.matcher(text);
        while (relative.find()) dates.add(resolved(relative, told));
        return dates;
    }

    /** The same with the year that is meant on that day, where it tells none. */
    CalendarDate seenFrom(LocalDate told) {
        return year.isPresent() || month.isEmpty() ? this : inYear(told);
    }

    /** Whether the other date tells all that this one does, and the same. */
    public boolean toldBy(CalendarDate other) {
        return (year.isEmpty() || year.equals(other.year)) && (month.isEmpty() || month.equals(other.month)) && (day.isEmpty() || day.equals(other.day));
    }

    /** The same day or month of whatever year. */
    public CalendarDate withoutYear() {
        return new CalendarDate(OptionalInt.empty(), month, day, words);
    }

    private CalendarDate orIn(OptionalInt other) {
        return year.isPresent() || month.isEmpty() ? this : new CalendarDate(other, month, day, words);
    }

    /** The first day it may mean, if it tells its year. */
    public Optional<LocalDate> from() {
        if (year.isEmpty()) return Optional.empty();
        LocalDate start = LocalDate.of(year.getAsInt(), month.orElse(Month.JANUARY), 1);
        return Optional.of(start.withDayOfMonth(Math.min(day.orElse(1), start.lengthOfMonth())));
    }

    /** The last day it may mean, if it tells its year. */
    public Optional<LocalDate> to() {
        return from().map(start -> day.isPresent() ? start : month.isPresent() ? start.plusMonths(1).minusDays(1) : start.plusYears(1).minusDays(1));
    }

    /** A day to come within three months may be meant; any later one was the year before. */
    private CalendarDate inYear(LocalDate told) {
        LocalDate first = LocalDate.of(told.getYear(), month.orElseThrow(), 1);
        return new CalendarDate(OptionalInt.of(first.isAfter(told.plusMonths(3)) ? told.getYear() - 1 : told.getYear()), month, day, words);
    }

    private static CalendarDate resolved(Matcher relative, LocalDate told) {
        if (relative.group("day") != null) {
            LocalDate day = told.plusDays(switch (relative.group("day").toLowerCase(Locale.ROOT)) {
                case "yesterday" -> -1;
                case "tomorrow" -> 1;
                default -> 0;
            });
            return new CalendarDate(OptionalInt.of(day.getYear()), Optional.of(day.getMonth()), OptionalInt.of(day.getDayOfMonth()), relative.group());
        }
        int step = switch (relative.group("which").toLowerCase(Locale.ROOT)) {
            case "last" -> -1;
            case "next" -> 1;
            default -> 0;
        };
        boolean month = relative.group("unit").equalsIgnoreCase("month");
        LocalDate day = month ? told.plusMonths(step) : told.plusYears(step);
        return new CalendarDate(OptionalInt.of(day.getYear()), month ? Optional.of(day.getMonth()) : Optional.empty(), OptionalInt.empty(), relative.group());
    }

    private static String first(Matcher found, String... groups) {
        for (String group : groups) if (found.group(group) != null) return found.group(group);
        return "";
    }

    private static OptionalInt number(String text) {
        return text.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(text.replaceAll("\\D", "")));
    }

    private static Month month(String text) {
        if (text.matches("\\d+")) return Month.of(Integer.parseInt(text));
        return Month.of(1 + NAMES.indexOf(NAMES.stream().filter(name -> name.startsWith(text.substring(0, 3))).findFirst().orElseThrow()));
    }
}
