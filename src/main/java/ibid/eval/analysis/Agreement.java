package ibid.eval.analysis;

import ibid.eval.statistics.Confusion;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Two judges of the same sentences.
 *
 * @param confusion the first one's words in rows, the second's in columns
 */
public record Agreement(String first, String second, Confusion confusion) {

    /** Empty where only one judged. */
    public static Optional<Agreement> of(Figures figures) {
        List<String> judges = figures.judges();
        return judges.size() < 2
                ? Optional.empty()
                : Optional.of(
                        new Agreement(judges.get(0), judges.get(1), figures.agreement(judges.get(0), judges.get(1))));
    }

    public String describe() {
        double kappa = confusion.kappa();
        return String.format(
                Locale.ROOT,
                "%s and %s say the same of %.3f of %d sentences beside their footnotes; kappa %s.",
                first,
                second,
                confusion.accuracy(),
                confusion.total(),
                Double.isNaN(kappa)
                        ? "not defined, since chance alone would agree always"
                        : String.format(Locale.ROOT, "%.3f", kappa));
    }
}
