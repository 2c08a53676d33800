package ibid.language.time;

import ibid.language.Lexemes;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The recogniser of dates and times: finds the temporal expressions of a text and resolves them by the day of
 * publication and the tense of the clause. All code that needs a date from a text uses it. Threads may share it.
 */
public final class TemporalTagger {

    private TemporalTagger() {}

    /** The expressions of a text in order, relative ones and days without a year unresolved. */
    public static List<Timex> tag(String text) {
        return tag(text, Optional.empty());
    }

    /** The expressions of a text in order, resolved relative to the day of publication if it is known. */
    public static List<Timex> tag(String text, Optional<LocalDate> published) {
        Lexemes lexemes = new Lexemes(text);
        List<WrittenDate> written = WrittenDateScanner.scan(lexemes);
        List<RelativeTime> relative = RelativeTimeScanner.scan(lexemes, written, published);
        List<Timex> found = new ArrayList<>();
        written.forEach(date -> found.add(timex(date, written, lexemes, published)));
        relative.forEach(time -> found.add(timex(time, lexemes)));
        found.sort(Comparator.comparingInt(Timex::start));
        return found;
    }

    private static Timex timex(
            WrittenDate written, List<WrittenDate> all, Lexemes text, Optional<LocalDate> published) {
        CalendarDate date = published
                .map(day -> YearInference.infer(written, all, text, day))
                .orElse(written.date());
        Timex.Kind kind = written.isBareYear() ? Timex.Kind.BARE_YEAR : Timex.Kind.WRITTEN;
        int start = text.start(written.from());
        int end = text.end(written.to() - 1);
        String words = text.slice(written.from(), written.to());
        return new Timex(kind, start, end, words, date, written.days().or(date::days));
    }

    private static Timex timex(RelativeTime relative, Lexemes text) {
        CalendarDate date = relative.days().map(CalendarDate::common).orElse(CalendarDate.UNKNOWN);
        int start = text.start(relative.from());
        int end = text.end(relative.to() - 1);
        String words = text.slice(relative.from(), relative.to());
        return new Timex(Timex.Kind.RELATIVE, start, end, words, date, relative.days());
    }
}
