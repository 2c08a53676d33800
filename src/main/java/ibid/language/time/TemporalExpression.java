package ibid.language.time;

import ibid.language.Span;
import ibid.language.Text;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Words of a text with the days they mean, relative to the article's day of publication.
 *
 * @param span in the canonical text
 * @param from the first day meant
 * @param to   the last day meant
 */
public record TemporalExpression(Span span, LocalDate from, LocalDate to) {

    /**
     * The dates in a stretch of text, in order. Days without a year, and relative ones, need the day of publication and
     * are left out without it.
     */
    public static List<TemporalExpression> in(Text text, Span within, Optional<LocalDate> published) {
        Text local = new Text(text.slice(within));
        List<TemporalExpression> dates = new ArrayList<>();
        for (Timex timex : TemporalTagger.tag(local.value(), published)) {
            if (timex.kind() != Timex.Kind.BARE_YEAR) {
                Span span = span(local, timex, within);
                timex.days().ifPresent(days -> dates.add(new TemporalExpression(span, days.from(), days.to())));
            }
        }
        return dates;
    }

    private static Span span(Text local, Timex timex, Span within) {
        int start = within.start() + local.codePointOffset(timex.start());
        return new Span(start, within.start() + local.codePointOffset(timex.end()));
    }
}
