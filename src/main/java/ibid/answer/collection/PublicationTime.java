package ibid.answer.collection;

import ibid.language.Lexemes;
import ibid.language.time.TemporalTagger;
import ibid.language.time.TimeRange;
import ibid.language.time.Timex;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The time of publication that words begin with: "since 1 October 2025", "this week", "between May and June".
 *
 * @param end the char behind it
 */
record PublicationTime(TimeRange days, int end) {

    private static final Set<String> PREPOSITIONS = Set.of(
            "since", "after", "before", "until", "till", "by", "from", "in", "on", "of", "during", "within", "over",
            "between", "for");
    private static final Set<String> LINKS = Set.of("and", "to", "until", "till", "-", "–");
    private static final Set<String> ONWARDS = Set.of("on", "onwards", "onward");
    private static final Set<String> UP_TO_NOW = Set.of("in", "over", "during", "within", "for");
    private static final Set<String> BACK = Set.of("last", "past");
    private static final int MAX_WORDS_BEFORE = 5; // "since the start of October"

    /** Empty where the words do not begin with a time. */
    static Optional<PublicationTime> of(String words, LocalDate today) {
        List<Timex> times = TemporalTagger.tag(words, Optional.of(today)).stream()
                .filter(time -> time.days().isPresent())
                .toList();
        Lexemes lexemes = new Lexemes(words);
        String preposition = PREPOSITIONS.contains(lexemes.key(0)) ? lexemes.key(0) : "";
        int first = preposition.isEmpty() ? 0 : 1;
        if (times.isEmpty() || !opens(times.getFirst(), lexemes, first, preposition)) {
            return Optional.empty();
        }
        if (times.size() > 1 && isSpan(preposition, times, lexemes)) {
            TimeRange days =
                    new TimeRange(days(times.get(0)).from(), days(times.get(1)).to());
            return Optional.of(new PublicationTime(days, times.get(1).end()));
        }
        return Optional.of(single(times.getFirst(), preposition, lexemes, today));
    }

    private static TimeRange days(Timex time) {
        return time.days().orElseThrow();
    }

    private static boolean opens(Timex time, Lexemes words, int first, String preposition) {
        if (preposition.isEmpty()) {
            return time.start() == words.start(0) && !time.isWritten();
        }
        int at = first;
        while (words.end(at) <= time.start() && at < first + MAX_WORDS_BEFORE && isFiller(words.key(at))) {
            at++;
        }
        return words.start(at) >= time.start() && words.start(at) < time.end();
    }

    private static boolean isFiller(String word) {
        return Set.of("the", "start", "beginning", "end", "middle", "of", "early", "late")
                .contains(word);
    }

    private static boolean isSpan(String preposition, List<Timex> times, Lexemes words) {
        boolean isOpened = preposition.equals("from") || preposition.equals("between");
        int between = indexBehind(words, times.get(0).end());
        return isOpened
                && LINKS.contains(words.key(between))
                && words.start(between + 1) == times.get(1).start();
    }

    private static int indexBehind(Lexemes words, int place) {
        int at = 0;
        while (at < words.size() && words.start(at) < place) {
            at++;
        }
        return at;
    }

    private static PublicationTime single(Timex time, String preposition, Lexemes words, LocalDate today) {
        TimeRange days = days(time);
        int behind = indexBehind(words, time.end());
        if (preposition.equals("from") && ONWARDS.contains(words.key(behind))) {
            return new PublicationTime(since(days.from()), words.end(behind));
        }
        boolean isBack = BACK.contains(words.key(1)) || words.is(1, "the") && BACK.contains(words.key(2));
        if (!time.isWritten() && isBack && UP_TO_NOW.contains(preposition)) {
            return new PublicationTime(new TimeRange(days.from(), today), time.end());
        }
        return new PublicationTime(bounded(preposition, days), time.end());
    }

    private static TimeRange bounded(String preposition, TimeRange days) {
        return switch (preposition) {
            case "since" -> since(days.from());
            case "after" -> since(days.to().plusDays(1));
            case "before" -> new TimeRange(LocalDate.MIN, days.from().minusDays(1));
            case "until", "till", "by" -> new TimeRange(LocalDate.MIN, days.to());
            default -> days;
        };
    }

    private static TimeRange since(LocalDate day) {
        return new TimeRange(day, LocalDate.MAX);
    }
}
