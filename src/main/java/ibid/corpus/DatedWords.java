package ibid.corpus;

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
public record DatedWords(Span span, LocalDate from, LocalDate to) {

    private static final String DAYS = "monday|tuesday|wednesday|thursday|friday|saturday|sunday";
    private static final String COUNT = "\\d{1,3}|a|an|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve";
    private static final Map<String, Integer> COUNTS = Map.ofEntries(Map.entry("a", 1), Map.entry("an", 1), Map.entry("one", 1), Map.entry("two", 2), Map.entry("three", 3), Map.entry("four", 4), Map.entry("five", 5), Map.entry("six", 6),
            Map.entry("seven", 7), Map.entry("eight", 8), Map.entry("nine", 9), Map.entry("ten", 10), Map.entry("eleven", 11), Map.entry("twelve", 12));
    private static final Pattern RELATIVE = Pattern.compile("(?i)\\b(?:(?<day>the day before yesterday|yesterday|today|tonight|tomorrow)|(?:(?<which>last|this|next|earlier this|later this|the previous|the past|past) )(?<unit>year|month|week(?!end)|weekend|" + DAYS + ")"
            + "|(?:on |since |until |by )(?<weekday>" + DAYS + ")\\b|(?<count>" + COUNT + ") (?<ago>day|week|month|year)s? (?<way>ago|earlier|later)\\b|(?:over |in |during |for )?the (?:last|past) (?<back>" + COUNT + ") (?<span>day|week|month|year)s\\b)");

    /** The dates in a stretch of text, in order. Days without a year, and relative ones, need the day of publication and are left out without it. */
    static List<DatedWords> in(Text text, Span within, Optional<LocalDate> published) {
        Text local = new Text(text.slice(within));
        List<DatedWords> dates = new ArrayList<>();
        int at = 0;
        for (CalendarDate date : CalendarDate.in(local.value())) {
            int start = local.value().indexOf(date.words(), at);
            if (start < 0) continue;
            at = start + date.words().length();
            CalendarDate whole = published.map(date::seenFrom).orElse(date);
            if (whole.from().isPresent()) dates.add(new DatedWords(span(local, start, at, within), whole.from().get(), whole.to().orElseThrow()));
        }
        published.ifPresent(told -> dates.addAll(relative(local, within, told)));
        return dates.stream().sorted(Comparator.comparingInt((DatedWords date) -> date.span().start())).toList();
    }

    private static List<DatedWords> relative(Text local, Span within, LocalDate told) {
        List<DatedWords> dates = new ArrayList<>();
        Matcher found = RELATIVE.matcher(local.value());
        while (found.find()) {
            if (found.group("way") != null && !found.group("way").equalsIgnoreCase("ago")) continue;   // "two days later" than what was told before, not than today
            LocalDate[] days = resolved(found, told);
            dates.add(new DatedWords(span(local, found.start(), found.end(), within), days[0], days[1]));
        }
        return dates;
    }

    private static Span span(Text local, int start, int end, Span within) {
        return new Span(within.start() + local.codePointOffset(start), within.start() + local.codePointOffset(end));
    }

    private static LocalDate[] resolved(Matcher found, LocalDate told) {
        if (found.group("day") != null) return day(told.plusDays(switch (found.group("day").toLowerCase(Locale.ROOT)) {
            case "the day before yesterday" -> -2;
            case "yesterday" -> -1;
            case "tomorrow" -> 1;
            default -> 0;
        }));
        if (found.group("weekday") != null) return day(told.with(TemporalAdjusters.previousOrSame(weekday(found.group("weekday")))));   // news tells what was
        if (found.group("count") != null) return ago(found.group("ago"), count(found.group("count")), told);
        if (found.group("span") != null) return new LocalDate[] {ago(found.group("span"), count(found.group("back")), told)[0], told};
        int step = switch (found.group("which").toLowerCase(Locale.ROOT)) {
            case "last", "the previous", "the past", "past" -> -1;
            case "next" -> 1;
            default -> 0;
        };
        return stretch(found.group("unit").toLowerCase(Locale.ROOT), step, told);
    }

    private static LocalDate[] stretch(String unit, int step, LocalDate told) {
        LocalDate monday = told.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).plusWeeks(step);
        return switch (unit) {
            case "year" -> new LocalDate[] {LocalDate.of(told.getYear() + step, 1, 1), LocalDate.of(told.getYear() + step, 12, 31)};
            case "month" -> month(told.plusMonths(step));
            case "week" -> new LocalDate[] {monday, monday.plusDays(6)};
            case "weekend" -> new LocalDate[] {monday.plusDays(5), monday.plusDays(6)};
            default -> day(step < 0 ? told.with(TemporalAdjusters.previous(weekday(unit))) : told.with(TemporalAdjusters.next(weekday(unit))));
        };
    }

    /** Counted weeks and months are told roughly: a week or month is meant, not a day. */
    private static LocalDate[] ago(String unit, int count, LocalDate told) {
        return switch (unit.toLowerCase(Locale.ROOT)) {
            case "day" -> day(told.minusDays(count));
            case "week" -> stretch("week", 0, told.minusWeeks(count));
            case "month" -> month(told.minusMonths(count));
            default -> stretch("year", 0, told.minusYears(count));
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
