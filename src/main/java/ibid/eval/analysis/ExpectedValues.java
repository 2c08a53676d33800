package ibid.eval.analysis;

import ibid.IbidException;
import ibid.eval.dataset.DatasetFaults;
import ibid.eval.dataset.TsvFile;
import ibid.eval.measure.Measure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The expected values of measures, from {@code expected.tsv}: measure, value, tolerance. The tolerance limits only how
 * much worse a measure may be.
 */
public record ExpectedValues(List<Line> lines) {

    /**
     * The calibration error of the stated confidence. It is not in {@link Measure}, since it belongs to a whole run.
     */
    public static final String CALIBRATION_ERROR = "calibration_error";

    /** The name of the first column. A file may omit the line of column names. */
    private static final String HEAD = "measure";

    private static final Pattern NUMBER = Pattern.compile("\\d+(\\.\\d+)?");

    /** @param tolerance how far the measure may fall below the value or, if less is better, rise above it */
    public record Line(String measure, double value, double tolerance) {

        boolean lessIsBetter() {
            String plain = measure.substring(measure.indexOf(':') + 1);
            return plain.endsWith("_ms")
                    || plain.equals(CALIBRATION_ERROR)
                    || Measure.named(plain).stream().anyMatch(Measure::lessIsBetter);
        }

        boolean holds(double measured) {
            return lessIsBetter() ? measured <= value + tolerance : measured >= value - tolerance;
        }
    }

    public ExpectedValues {
        lines = List.copyOf(lines);
    }

    /** Without the file nothing is expected. */
    public static ExpectedValues read(Path file) {
        List<Line> expected = new ArrayList<>();
        DatasetFaults faults = new DatasetFaults();
        List<TsvFile.Row> rows = rows(file);
        for (TsvFile.Row row : rows) {
            boolean head = row == rows.getFirst() && row.cells().getFirst().equals(HEAD);
            if (head) {
                continue;
            }
            if (isLine(row.cells())) {
                expected.add(line(row.cells()));
            } else {
                faults.add(
                        file.getFileName().toString(),
                        row.line(),
                        "needs a measure, its value and how much worse it may be, separated by tabs,"
                                + " such as: recall@5, 0.8, 0.02");
            }
        }
        faults.throwIfAny();
        return new ExpectedValues(expected);
    }

    private static List<TsvFile.Row> rows(Path file) {
        try {
            return Files.exists(file) ? TsvFile.rows(Files.readAllLines(file)) : List.of();
        } catch (IOException unreadable) {
            throw new IbidException(
                    IbidException.Code.INVALID, "cannot read " + file + ": " + unreadable.getMessage(), unreadable);
        }
    }

    private static boolean isLine(List<String> cells) {
        return cells.size() == 3
                && NUMBER.matcher(cells.get(1).strip()).matches()
                && NUMBER.matcher(cells.get(2).strip()).matches();
    }

    private static Line line(List<String> cells) {
        return new Line(cells.get(0), Double.parseDouble(cells.get(1)), Double.parseDouble(cells.get(2)));
    }

    /** A description of each measure that is too bad or missing. */
    public List<String> outside(Map<String, Double> measures) {
        return lines.stream()
                .filter(line -> !measures.containsKey(line.measure()) || !line.holds(measures.get(line.measure())))
                .map(line -> outside(line, measures.get(line.measure())))
                .toList();
    }

    private static String outside(Line line, Double measured) {
        return String.format(
                Locale.ROOT,
                "%s: expected %.3f, no more than %.3f worse; measured %s",
                line.measure(),
                line.value(),
                line.tolerance(),
                measured == null ? "nowhere" : String.format(Locale.ROOT, "%.3f", measured));
    }
}
