package ibid.language.time;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The time a question limits itself to: "in 2024", "before July 2023", "between May and 3 June 2024". The whole of time where it names none. */
public record TimeRange(LocalDate from, LocalDate to) {

    static final TimeRange NONE = new TimeRange(LocalDate.MIN, LocalDate.MAX);

    private static final Pattern BETWEEN =
            Pattern.compile("(?i)\\b(?:between|from)\\s+(?<first>[^?]+?)\\s+(?:and|to|until|till)\\s+(?<second>[^?]+)");
    private static final Pattern BEFORE = Pattern.compile(
            "(?i)\\b(?<word>before|until|till|by|up to|after|since|in|during|throughout|of|for|as of)\\s+(?:the\\s+)?(?:(?:early|mid|late|end of|start of|beginning of|year|summer of|spring of|autumn of|winter of)[ -])*$");

    public static TimeRange of(String question) {
        Matcher between = BETWEEN.matcher(question);
        if (between.find()) {
            Optional<CalendarDate> last = first(between.group("second")), first = first(between.group("first"));
            if (first.isPresent() && last.isPresent()) {
                CalendarDate start = first.get().year().isPresent()
                        ? first.get()
                        : new CalendarDate(
                                last.get().year(),
                                first.get().month(),
                                first.get().day(),
                                first.get().words());
                if (start.from().isPresent() && last.get().to().isPresent())
                    return new TimeRange(start.from().get(), last.get().to().get());
            }
        }
        for (CalendarDate date : CalendarDate.in(question)) {
            Matcher before = BEFORE.matcher(question.substring(0, question.indexOf(date.words())));
            if (date.from().isEmpty() || !before.find()) continue;
            LocalDate start = date.from().get(), end = date.to().orElseThrow();
            return switch (before.group("word").toLowerCase(Locale.ROOT)) {
                case "before" -> new TimeRange(LocalDate.MIN, start.minusDays(1));
                case "until", "till", "by", "up to", "as of" -> new TimeRange(LocalDate.MIN, end);
                case "after" -> new TimeRange(end.plusDays(1), LocalDate.MAX);
                case "since" -> new TimeRange(start, LocalDate.MAX);
                case "of", "for" -> NONE; // "the summit of 2024" names a thing
                default -> new TimeRange(start, end);
            };
        }
        return NONE;
    }

    private static Optional<CalendarDate> first(String text) {
        return CalendarDate.in("in " + text).stream().findFirst(); // "May" alone would not be a month
    }

    /** Whether the text tells of a time within, or of none at all. */
    public boolean allow(String text, Optional<LocalDate> published) {
        if (equals(NONE)) return true;
        List<CalendarDate> told = CalendarDate.in(text, published).stream()
                .filter(date -> date.from().isPresent())
                .toList();
        return told.isEmpty()
                || told.stream()
                        .anyMatch(date -> holds(date.from().get(), date.to().orElseThrow()));
    }

    public boolean holds(LocalDate start, LocalDate end) {
        return !start.isAfter(to) && !end.isBefore(from);
    }
}
