package ibid.language.time;

import ibid.language.Lexemes;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the time range of a question from its dates and the prepositions before them. */
final class QuestionTime {

    private static final Set<String> BETWEEN = Set.of("between", "from");
    private static final Set<String> AND = Set.of("and", "to", "until", "till");
    private static final Set<String> FILLERS = Set.of(
            "the",
            "early",
            "mid",
            "late",
            "end",
            "start",
            "beginning",
            "year",
            "summer",
            "spring",
            "autumn",
            "winter",
            "-");
    private static final Set<String> PARTS =
            Set.of("end", "start", "beginning", "summer", "spring", "autumn", "winter");

    private final Lexemes text;

    private QuestionTime(String question) {
        text = new Lexemes(question);
    }

    static TimeRange in(String question) {
        QuestionTime time = new QuestionTime(question);
        List<Timex> dates = TemporalTagger.tag(question).stream()
                .filter(timex -> timex.isWritten() && timex.days().isPresent())
                .toList();
        return time.between(dates).or(() -> time.bounded(dates)).orElse(TimeRange.ALL);
    }

    private Optional<TimeRange> between(List<Timex> dates) {
        return dates.size() < 2 ? Optional.empty() : between(dates.get(0), dates.get(1));
    }

    private Optional<TimeRange> bounded(List<Timex> dates) {
        return dates.stream().map(this::bounded).flatMap(Optional::stream).findFirst();
    }

    private Optional<TimeRange> between(Timex first, Timex last) {
        boolean opened = hasWord(BETWEEN, 0, first.start());
        if (!opened || !hasWord(AND, first.end(), last.start())) {
            return Optional.empty();
        }
        LocalDate from = first.days().orElseThrow().from();
        return Optional.of(new TimeRange(from, last.days().orElseThrow().to()));
    }

    private boolean hasWord(Set<String> words, int from, int to) {
        for (int at = 0; at < text.size(); at++) {
            if (text.start(at) >= from && text.end(at) <= to && words.contains(text.key(at))) {
                return true;
            }
        }
        return false;
    }

    /** The range by the preposition before the date; empty if there is none. */
    private Optional<TimeRange> bounded(Timex date) {
        int at = 0;
        while (at < text.size() && text.end(at) <= date.start()) {
            at++;
        }
        return bounded(prepositionBefore(at - 1), date.days().orElseThrow());
    }

    private Optional<TimeRange> bounded(int preposition, TimeRange days) {
        return switch (text.phrase(preposition - 1, 2)) {
            case "up to", "as of" -> upTo(days.to());
            default -> bounded(text.key(preposition), days);
        };
    }

    private static Optional<TimeRange> upTo(LocalDate last) {
        return Optional.of(new TimeRange(LocalDate.MIN, last));
    }

    private static Optional<TimeRange> since(LocalDate first) {
        return Optional.of(new TimeRange(first, LocalDate.MAX));
    }

    private static Optional<TimeRange> bounded(String preposition, TimeRange days) {
        return switch (preposition) {
            case "before" -> upTo(days.from().minusDays(1));
            case "until", "till", "by" -> upTo(days.to());
            case "after" -> since(days.to().plusDays(1));
            case "since" -> since(days.from());
            case "in", "during", "throughout" -> Optional.of(days);
            case "of", "for" -> Optional.of(TimeRange.ALL); // "the summit of 2024" names a thing
            default -> Optional.empty();
        };
    }

    private int prepositionBefore(int last) {
        int at = last;
        while (FILLERS.contains(text.key(at)) || isPartOf(at)) {
            at--;
        }
        return at;
    }

    /** The "of" of "at the end of". */
    private boolean isPartOf(int at) {
        return text.is(at, "of") && PARTS.contains(text.key(at - 1));
    }
}
