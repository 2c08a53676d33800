package ibid.language.time;

import ibid.language.Span;
import ibid.language.Text;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Words of a text that mean a day or a stretch of days: "on 8 November", "last week", "three days ago", seen from the day the
 * article was published, as TIMEX3 does (Pustejovsky et al., 2003).
 *
 * @param span in the canonical text
 * @param from the first day meant
 * @param to   the last day meant
 */
public record TemporalExpression(Span span, LocalDate from, LocalDate to) {

    private static final String DAYS = "monday|tuesday|wednesday|thursday|friday|saturday|sunday";
    private static final String COUNT =
            "\\d{1,3}|a couple of|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve";
    private static final String UNIT = "day|week|fortnight|month|year|decade";
    private static final Map<String, Integer> COUNTS = Map.ofEntries(
            Map.entry("a", 1),
            Map.entry("an", 1),
            Map.entry("one", 1),
            Map.entry("two", 2),
            Map.entry("a couple of", 2),
            Map.entry("three", 3),
            Map.entry("four", 4),
            Map.entry("five", 5),
            Map.entry("six", 6),
            Map.entry("seven", 7),
            Map.entry("eight", 8),
            Map.entry("nine", 9),
            Map.entry("ten", 10),
            Map.entry("eleven", 11),
            Map.entry("twelve", 12));
    private static final Pattern RELATIVE = Pattern.compile(
            "(?i)\\b(?:(?<day>the day (?:before yesterday|after tomorrow)|yesterday|today|tonight|tomorrow|last night|(?:earlier |later )?this (?:morning|afternoon|evening))"
                    + "|(?<which>last|this|next|earlier this|later this|this coming|this past|the coming|the previous|the past|past) (?<unit>year|month|quarter|week(?!end)|weekend|decade|"
                    + DAYS + ")"
                    + "|(?:(?<toward>on|since|until|till|by|before|after|from|through) (?:early |late )?)?(?<weekday>"
                    + DAYS + ")|in (?<ahead>" + COUNT + ") (?<aheads>" + UNIT + ")(?:s?[’']s?|s)? time|(?<hence>"
                    + COUNT + ") (?<hences>" + UNIT + ")s? from (?:now|today)"
                    + "|(?<count>" + COUNT + ") (?<ago>" + UNIT
                    + ")s? ago|(?:over |in |during |for )?the (?<side>last|past|next|coming) (?<back>" + COUNT
                    + ") (?<span>" + UNIT + ")s)\\b");
    private static final int NEAR = 24; // letters, enough for the word before or after a day
    private static final Pattern NO_DAY_BEFORE = Pattern.compile(
            "(?is).*\\b(?:every|each|on an?|black|good|holy|ash|palm|bloody|super|cyber|giving|easter|maundy|shrove) (?:\\p{L}+ (?:and|or) )?");
    private static final Pattern NO_DAY_AFTER = Pattern.compile(
            "(?s)(?: (?:Times|Telegraph|Mirror|Express|Mail|Post|Herald|Tribune|Night|Club|School)\\b|-\\p{L}).*");
    private static final Pattern OF_DATE =
            Pattern.compile("(?:,|\\.)? ?(?:the )?"); // "Thursday, 16 October" is one day, told by its date
    private static final Pattern YEAR_BEFORE = Pattern.compile(
            "(?is).*(?:\\b(?:in|since|by|from|until|till|during|of|before|after|between|through|throughout|to|and|or|early|late|mid|year|around|circa|spring|summer|autumn|fall|winter)(?: the)?[ -]|[(\\[–—,/-] ?)");

    /** The dates in a stretch of text, in order. Days without a year, and relative ones, need the day of publication and are left out without it. */
    public static List<TemporalExpression> in(Text text, Span within, Optional<LocalDate> published) {
        Text local = new Text(text.slice(within));
        List<TemporalExpression> dates = new ArrayList<>();
        List<DateForms.Found> written = DateForms.in(local.value());
        for (DateForms.Found found : written) {
            CalendarDate whole = published
                    .map(told -> CalendarDate.seenFrom(told, found, local.value()))
                    .orElse(found.date());
            boolean number = found.date().words().matches("\\d+")
                    && !YEAR_BEFORE
                            .matcher(near(local.value(), found.start()))
                            .matches(); // "1800 troops": to compare claims it may be a year, to date words it must be
            if (whole.from().isPresent() && !number)
                dates.add(new TemporalExpression(
                        span(local, found.start(), found.end(), within),
                        whole.from().get(),
                        whole.to().orElseThrow()));
        }
        published.ifPresent(told -> dates.addAll(relative(local, within, told, written)));
        return dates.stream()
                .sorted(Comparator.comparingInt(
                        (TemporalExpression date) -> date.span().start()))
                .toList();
    }

    private static List<TemporalExpression> relative(
            Text local, Span within, LocalDate told, List<DateForms.Found> written) {
        List<TemporalExpression> dates = new ArrayList<>();
        String text = local.value();
        Matcher found = RELATIVE.matcher(text);
        int next = 0;
        while (found.find()) {
            while (next < written.size() && written.get(next).start() < found.end()) next++;
            boolean toldOtherwise = next < written.size()
                    && written.get(next).start() - found.end() < NEAR
                    && OF_DATE.matcher(text.substring(
                                    found.end(), written.get(next).start()))
                            .matches();
            if (found.group("weekday") != null && (toldOtherwise || !isDay(found, text))) continue;
            LocalDate[] days = resolved(found, told, text);
            dates.add(new TemporalExpression(span(local, found.start(), found.end(), within), days[0], days[1]));
        }
        return dates;
    }

    private static boolean isDay(Matcher found, String text) {
        return Character.isUpperCase(text.charAt(found.start("weekday")))
                && !NO_DAY_BEFORE.matcher(near(text, found.start("weekday"))).matches()
                && !NO_DAY_AFTER
                        .matcher(text.substring(found.end(), Math.min(text.length(), found.end() + NEAR)))
                        .matches();
    }

    private static String near(String text, int end) {
        return text.substring(Math.max(0, end - NEAR), end);
    }

    private static Span span(Text local, int start, int end, Span within) {
        return new Span(within.start() + local.codePointOffset(start), within.start() + local.codePointOffset(end));
    }

    private static LocalDate[] resolved(Matcher found, LocalDate told, String text) {
        if (found.group("day") != null)
            return day(told.plusDays(
                    switch (found.group("day").toLowerCase(Locale.ROOT)) {
                        case "the day before yesterday" -> -2;
                        case "yesterday", "last night" -> -1;
                        case "tomorrow" -> 1;
                        case "the day after tomorrow" -> 2;
                        default -> 0;
                    }));
        if (found.group("weekday") != null) return day(weekday(found, told, text));
        if (found.group("count") != null) return counted(found.group("ago"), -count(found.group("count")), told);
        if (found.group("ahead") != null) return counted(found.group("aheads"), count(found.group("ahead")), told);
        if (found.group("hence") != null) return counted(found.group("hences"), count(found.group("hence")), told);
        if (found.group("span") != null) {
            boolean ahead = found.group("side").matches("(?i)next|coming");
            LocalDate[] end = counted(found.group("span"), (ahead ? 1 : -1) * count(found.group("back")), told);
            return ahead ? new LocalDate[] {told, end[1]} : new LocalDate[] {end[0], told};
        }
        int step = switch (found.group("which").toLowerCase(Locale.ROOT)) {
            case "last", "the previous", "this past", "the past", "past" -> -1;
            case "next", "this coming", "the coming" -> 1;
            default -> 0;
        };
        return stretch(found.group("unit").toLowerCase(Locale.ROOT), step, told);
    }

    /** News tells what was: "said Thursday" is the last one, the day itself too; what it says will be is the next one. */
    private static LocalDate weekday(Matcher found, LocalDate told, String text) {
        DayOfWeek day = weekday(found.group("weekday"));
        Tense tense = Tense.of(text, found.start(), found.end());
        boolean bound =
                found.group("toward") != null && found.group("toward").matches("(?i)until|till|by|before|through");
        return told.with(
                tense == Tense.FUTURE || bound && tense == Tense.UNTOLD
                        ? TemporalAdjusters.nextOrSame(day)
                        : TemporalAdjusters.previousOrSame(day));
    }

    private static LocalDate[] stretch(String unit, int step, LocalDate told) {
        LocalDate monday =
                told.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).plusWeeks(step);
        int decade = Math.floorDiv(told.getYear(), 10) * 10 + 10 * step;
        LocalDate quarter = told.withDayOfMonth(1)
                .minusMonths((told.getMonthValue() - 1) % 3)
                .plusMonths(3L * step);
        return switch (unit) {
            case "decade" -> new LocalDate[] {LocalDate.of(decade, 1, 1), LocalDate.of(decade + 9, 12, 31)};
            case "year" ->
                new LocalDate[] {LocalDate.of(told.getYear() + step, 1, 1), LocalDate.of(told.getYear() + step, 12, 31)
                };
            case "quarter" -> new LocalDate[] {quarter, quarter.plusMonths(3).minusDays(1)};
            case "month" -> month(told.withDayOfMonth(1).plusMonths(step));
            case "week" -> new LocalDate[] {monday, monday.plusDays(6)};
            case "weekend" -> new LocalDate[] {monday.plusDays(5), monday.plusDays(6)};
            default ->
                day(told.with(
                        step < 0
                                ? TemporalAdjusters.previous(weekday(unit))
                                : step > 0
                                        ? TemporalAdjusters.next(weekday(unit))
                                        : TemporalAdjusters.nextOrSame(weekday(unit))));
        };
    }

    /** Counted weeks and months are told roughly: a week or month is meant, not a day. Of decades the one that year lies in, as TIMEX3 has it. */
    private static LocalDate[] counted(String unit, int count, LocalDate told) {
        return switch (unit.toLowerCase(Locale.ROOT)) {
            case "day" -> day(told.plusDays(count));
            case "week" -> stretch("week", 0, told.plusWeeks(count));
            case "fortnight" -> stretch("week", 0, told.plusWeeks(2L * count));
            case "month" -> month(told.withDayOfMonth(1).plusMonths(count));
            case "year" -> stretch("year", 0, told.plusYears(count));
            default -> stretch("decade", 0, told.plusYears(10L * count));
        };
    }

    private static LocalDate[] month(LocalDate day) {
        return new LocalDate[] {day.withDayOfMonth(1), day.with(TemporalAdjusters.lastDayOfMonth())};
    }

    private static LocalDate[] day(LocalDate day) {
        return new LocalDate[] {day, day};
    }

    private static DayOfWeek weekday(String name) {
        return DayOfWeek.valueOf(name.toUpperCase(Locale.ROOT));
    }

    private static int count(String word) {
        return Character.isDigit(word.charAt(0)) ? Integer.parseInt(word) : COUNTS.get(word.toLowerCase(Locale.ROOT));
    }
}
