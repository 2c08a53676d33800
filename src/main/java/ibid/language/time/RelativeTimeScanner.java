package ibid.language.time;

import ibid.language.Lexemes;
import ibid.language.NumberWords;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjuster;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;

/**
 * Finds times relative to the day of publication: "yesterday", "last week", "on Monday", "three days ago", "in two
 * years' time".
 */
final class RelativeTimeScanner {

    private static final int MAX_DAY_WORDS = 4;
    private static final Map<String, Integer> DAYS = Map.ofEntries(
            Map.entry("the day before yesterday", -2),
            Map.entry("yesterday", -1),
            Map.entry("last night", -1),
            Map.entry("today", 0),
            Map.entry("tonight", 0),
            Map.entry("this morning", 0),
            Map.entry("this afternoon", 0),
            Map.entry("this evening", 0),
            Map.entry("tomorrow", 1),
            Map.entry("the day after tomorrow", 2));
    private static final Map<String, Integer> STEPS = Map.ofEntries(
            Map.entry("last", -1),
            Map.entry("past", -1),
            Map.entry("the past", -1),
            Map.entry("this past", -1),
            Map.entry("the previous", -1),
            Map.entry("this", 0),
            Map.entry("earlier this", 0),
            Map.entry("later this", 0),
            Map.entry("next", 1),
            Map.entry("this coming", 1),
            Map.entry("the coming", 1));
    private static final Set<String> SEASONS = Set.of("spring", "summer", "autumn", "fall", "winter", "century");
    private static final Set<String> FUTURE_WORDS = Set.of("next", "coming");
    private static final Set<String> PAST_WORDS = Set.of("last", "past");
    private static final Set<String> UNTIL_WORDS = Set.of("until", "till", "by", "before", "through");
    private static final int MAX_COUNT = 999;
    private static final int MAX_COUNT_WORD = 12;

    /**
     * A number of calendar units in a text: "two years".
     *
     * @param end the position after it
     */
    private record Duration(int number, CalendarUnit unit, int end) {

        /** The unit at this distance after the day. */
        TimeRange ahead(LocalDate day) {
            return unit.away(day, number);
        }

        /** The unit at this distance before the day. */
        TimeRange back(LocalDate day) {
            return unit.away(day, -number);
        }

        /** All days from that day on. */
        TimeRange following(LocalDate day) {
            return new TimeRange(day, ahead(day).to());
        }

        /** All days up to that day. */
        TimeRange preceding(LocalDate day) {
            return new TimeRange(back(day).from(), day);
        }
    }

    private final Lexemes text;
    private final Optional<LocalDate> published;
    private final Weekdays weekdays;
    private final List<RelativeTime> found = new ArrayList<>();

    private RelativeTimeScanner(Lexemes text, List<WrittenDate> written, Optional<LocalDate> published) {
        this.text = text;
        this.published = published;
        weekdays = new Weekdays(text, written);
    }

    static List<RelativeTime> scan(Lexemes text, List<WrittenDate> written, Optional<LocalDate> published) {
        RelativeTimeScanner scanner = new RelativeTimeScanner(text, written, published);
        int at = 0;
        while (at < text.size()) {
            at = scanner.scan(at);
        }
        return scanner.found;
    }

    private int scan(int at) {
        Optional<RelativeTime> time = read(at);
        time.ifPresent(found::add);
        return time.map(RelativeTime::to).orElse(at + 1);
    }

    private Optional<RelativeTime> read(int at) {
        if (text.isGlued(at) && text.isWord(at - 1)) {
            return Optional.empty();
        }
        return namedDay(at)
                .or(() -> unit(at))
                .or(() -> weekday(at))
                .or(() -> span(at))
                .or(() -> ahead(at))
                .or(() -> counted(at));
    }

    private Optional<RelativeTime> time(int from, int to, Function<LocalDate, TimeRange> days) {
        return Optional.of(new RelativeTime(published.map(days), from, to));
    }

    private Optional<RelativeTime> namedDay(int at) {
        for (int words = MAX_DAY_WORDS; words > 0; words--) {
            Integer days = DAYS.get(text.phrase(at, words));
            if (days != null) {
                return time(at, at + words, day -> TimeRange.ofDay(day.plusDays(days)));
            }
        }
        return Optional.empty();
    }

    /** "last week", "this coming Monday"; a season or a century is vague. */
    private Optional<RelativeTime> unit(int at) {
        int words = STEPS.containsKey(text.phrase(at, 2)) ? 2 : 1;
        Integer step = STEPS.get(text.phrase(at, words));
        int unit = at + words;
        if (step == null || !text.isSpaced(unit)) {
            return Optional.empty();
        }
        String word = text.key(unit);
        if (SEASONS.contains(word)) {
            return Optional.of(new RelativeTime(Optional.empty(), at, unit + 1));
        }
        return Weekdays.of(word)
                .flatMap(weekday -> time(at, unit + 1, day -> weekday(weekday, step, day)))
                .or(() -> CalendarUnit.of(word).flatMap(found -> time(at, unit + 1, day -> found.step(day, step))));
    }

    private static TimeRange weekday(DayOfWeek weekday, int step, LocalDate day) {
        if (step < 0) {
            return TimeRange.ofDay(day.with(TemporalAdjusters.previous(weekday)));
        }
        if (step > 0) {
            return TimeRange.ofDay(day.with(TemporalAdjusters.next(weekday)));
        }
        return TimeRange.ofDay(day.with(TemporalAdjusters.nextOrSame(weekday)));
    }

    /**
     * News reports the past, so "said Thursday" is the last Thursday, or the day itself. In the future tense it is the
     * next one.
     */
    private Optional<RelativeTime> weekday(int at) {
        Optional<DayOfWeek> weekday = weekdays.at(at);
        if (weekday.isEmpty()) {
            return Optional.empty();
        }
        TemporalAdjuster meant = isAhead(at)
                ? TemporalAdjusters.nextOrSame(weekday.get())
                : TemporalAdjusters.previousOrSame(weekday.get());
        return time(at, at + 1, day -> TimeRange.ofDay(day.with(meant)));
    }

    private boolean isAhead(int weekday) {
        boolean part = text.is(weekday - 1, "early") || text.is(weekday - 1, "late");
        int before = part ? weekday - 2 : weekday - 1;
        boolean towards = UNTIL_WORDS.contains(text.key(before));
        Tense tense = Tense.of(text, towards ? before : weekday, weekday + 1);
        return tense == Tense.FUTURE || towards && tense == Tense.UNKNOWN;
    }

    /** "the last two years". */
    private Optional<RelativeTime> span(int at) {
        boolean ahead = FUTURE_WORDS.contains(text.key(at + 1));
        if (!text.is(at, "the") || !ahead && !PAST_WORDS.contains(text.key(at + 1))) {
            return Optional.empty();
        }
        return duration(at + 2, CalendarUnit::ofPlural)
                .flatMap(span -> time(at, span.end(), ahead ? span::following : span::preceding));
    }

    /** "in three weeks’ time". */
    private Optional<RelativeTime> ahead(int at) {
        if (!text.is(at, "in")) {
            return Optional.empty();
        }
        return duration(at + 1, CalendarUnit::ofAnyNumber).flatMap(duration -> ahead(at, duration));
    }

    private Optional<RelativeTime> ahead(int from, Duration duration) {
        int time = duration.end();
        if (text.isGlued(time, "’") || text.isGlued(time, "'")) {
            time++;
        }
        if (text.isGlued(time, "s")) {
            time++;
        }
        return text.is(time, "time") ? time(from, time + 1, duration::ahead) : Optional.empty();
    }

    /** "three days ago", "two weeks from now". */
    private Optional<RelativeTime> counted(int at) {
        return duration(at, CalendarUnit::ofAnyNumber)
                .filter(duration -> text.isSpaced(duration.end() - 1))
                .flatMap(duration -> counted(at, duration));
    }

    private Optional<RelativeTime> counted(int from, Duration duration) {
        int end = duration.end();
        if (text.is(end, "ago")) {
            return time(from, end + 1, duration::back);
        }
        String origin = text.phrase(end, 2);
        boolean ahead = origin.equals("from now") || origin.equals("from today");
        return ahead ? time(from, end + 2, duration::ahead) : Optional.empty();
    }

    private Optional<Duration> duration(int at, Function<String, Optional<CalendarUnit>> read) {
        OptionalInt count = count(at);
        int unit = at + countWords(at);
        if (count.isEmpty()) {
            return Optional.empty();
        }
        return read.apply(text.key(unit)).map(found -> new Duration(count.getAsInt(), found, unit + 1));
    }

    private OptionalInt count(int at) {
        if (text.phrase(at, 3).equals("a couple of")) {
            return OptionalInt.of(2);
        }
        if (text.is(at, "a") || text.is(at, "an")) {
            return OptionalInt.of(1);
        }
        int number = text.number(at);
        return number >= 0
                ? upTo(MAX_COUNT, OptionalInt.of(number))
                : upTo(MAX_COUNT_WORD, NumberWords.cardinal(text.key(at)));
    }

    private static OptionalInt upTo(int max, OptionalInt number) {
        return number.isPresent() && number.getAsInt() > max ? OptionalInt.empty() : number;
    }

    private int countWords(int at) {
        return text.phrase(at, 3).equals("a couple of") ? 3 : 1;
    }
}
