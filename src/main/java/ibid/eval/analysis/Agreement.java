package ibid.eval.analysis;

import ibid.eval.statistics.Confusion;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The agreement of two judges on the same sentences.
 *
 * @param confusion verdicts of the first in rows, of the second in columns
 */
public record Agreement(String first, String second, Confusion confusion) {

    /** Empty if there was only one judge. */
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
                "%s and %s give the same verdict on %.3f of %d sentences checked against their footnotes; kappa %s.",
                first,
                second,
                confusion.accuracy(),
                confusion.total(),
                Double.isNaN(kappa)
                        ? "not defined, since chance alone would agree always"
                        : String.format(Locale.ROOT, "%.3f", kappa));
    }
}
