package ibid.eval;

import ibid.IbidException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the measures should be, from {@code expected.tsv}: measure, value, tolerance. A measure may be better than its tolerance allows it to be worse. */
public record Expected(List<Line> lines) {

    /** @param tolerance how far the measure may fall below the value, or, where less is better, rise above it */
    public record Line(String measure, double value, double tolerance) {

        boolean lessIsBetter() {
            return measure.endsWith("_ms") || measure.endsWith("breaches") || measure.equals("refused_of_answerable");
        }

        boolean holds(double measured) {
            return lessIsBetter() ? measured <= value + tolerance : measured >= value - tolerance;
        }
    }

    public Expected {
        lines = List.copyOf(lines);
    }

    public static Expected read(Path file) {
        List<Line> lines = new ArrayList<>();
        try {
            for (String line : Files.readAllLines(file).stream().skip(1).filter(line -> !line.isBlank()).toList()) {
                String[] cells = line.split("\t");
                lines.add(new Line(cells[0], Double.parseDouble(cells[1]), Double.parseDouble(cells[2])));
            }
            return new Expected(lines);
        } catch (IOException unreadable) {
            throw new IbidException(IbidException.Code.INVALID, "cannot read " + file + ": " + unreadable.getMessage(), unreadable);
        }
    }

    /** The measures that are too bad or missing, each in words. */
    public List<String> outside(Map<String, Double> measures) {
        return lines.stream().filter(line -> !measures.containsKey(line.measure()) || !line.holds(measures.get(line.measure())))
                .map(line -> String.format(Locale.ROOT, "%s: expected %s ± %s, measured %s", line.measure(), line.value(), line.tolerance(), measures.get(line.measure()))).toList();
    }
}
