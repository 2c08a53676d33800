package ibid.eval.statistics;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.stream.IntStream;

/**
 * How often what is so (rows) was called what (columns).
 *
 * @param labels the right ones, which may also be said; further things said, as "failed", are only columns
 * @param said   labels first, then what else can be said
 * @param counts by right label and by what was said
 */
public record Confusion(List<String> labels, List<String> said, List<List<Integer>> counts) {

    public Confusion {
        labels = List.copyOf(labels);
        said = List.copyOf(said);
        counts = counts.stream().map(List::copyOf).toList();
    }

    /** An empty one. */
    public Confusion(List<String> labels, String... alsoSaid) {
        this(
                labels,
                joined(labels, alsoSaid),
                IntStream.range(0, labels.size())
                        .mapToObj(row -> Collections.nCopies(labels.size() + alsoSaid.length, 0))
                        .toList());
    }

    private static List<String> joined(List<String> labels, String... more) {
        SequencedSet<String> all = new LinkedHashSet<>(labels);
        all.addAll(List.of(more));
        return List.copyOf(all);
    }

    public Confusion with(String right, String word) {
        List<List<Integer>> more = new ArrayList<>(counts);
        List<Integer> row = new ArrayList<>(counts.get(labels.indexOf(right)));
        row.set(said.indexOf(word), row.get(said.indexOf(word)) + 1);
        more.set(labels.indexOf(right), row);
        return new Confusion(labels, said, more);
    }

    /** Of the same labels and words; of none there is no sum. */
    public static Confusion sum(List<Confusion> some) {
        Confusion sum = some.getFirst();
        for (Confusion other : some.subList(1, some.size())) {
            sum = sum.plus(other);
        }
        return sum;
    }

    private Confusion plus(Confusion other) {
        List<List<Integer>> sums = new ArrayList<>();
        for (int row = 0; row < counts.size(); row++) {
            sums.add(sum(counts.get(row), other.counts.get(row)));
        }
        return new Confusion(labels, said, sums);
    }

    private static List<Integer> sum(List<Integer> row, List<Integer> other) {
        return IntStream.range(0, row.size())
                .mapToObj(column -> row.get(column) + other.get(column))
                .toList();
    }

    public int count(String right, String word) {
        return counts.get(labels.indexOf(right)).get(said.indexOf(word));
    }

    public int right(String label) {
        return counts.get(labels.indexOf(label)).stream()
                .mapToInt(Integer::intValue)
                .sum();
    }

    public int said(String word) {
        return counts.stream().mapToInt(row -> row.get(said.indexOf(word))).sum();
    }

    public int total() {
        return labels.stream().mapToInt(this::right).sum();
    }

    /** Share called what they are; NaN of none. */
    public double accuracy() {
        return labels.stream().mapToInt(label -> count(label, label)).sum() / (double) total();
    }

    /** Recall of a label, mean over the labels that occur (Brodersen et al., ICPR 2010); NaN of none. */
    public double balancedAccuracy() {
        return labels.stream()
                .filter(label -> right(label) > 0)
                .mapToDouble(label -> count(label, label) / (double) right(label))
                .average()
                .orElse(Double.NaN);
    }

    /**
     * Agreement beyond chance (Cohen, Educational and Psychological Measurement 1960); NaN where chance alone agrees
     * always.
     */
    public double kappa() {
        double all = total(),
                chance =
                        said.stream()
                                        .filter(labels::contains)
                                        .mapToDouble(label -> right(label) * (double) said(label))
                                        .sum()
                                / (all * all);
        return chance == 1 ? Double.NaN : (accuracy() - chance) / (1 - chance);
    }

    /** Share of what was called so that is so; NaN where nothing was. */
    public double precision(String label) {
        return count(label, label) / (double) said(label);
    }

    /** Share of what is so that was called so; NaN where nothing is. */
    public double recall(String label) {
        return count(label, label) / (double) right(label);
    }

    /**
     * Harmonic mean of both, as twice what both share over what either counts; NaN where the label neither occurs nor
     * was said.
     */
    public double f1(String label) {
        return 2.0 * count(label, label) / (right(label) + said(label));
    }

    /** Rows with what is so, columns with what was said. */
    public String table() {
        StringBuilder table = new StringBuilder(String.format("%-16s", ""));
        said.forEach(word -> table.append(String.format("%14s", word)));
        for (String label : labels) {
            table.append(String.format("%n%-16s", label));
            said.forEach(word -> table.append(String.format("%14d", count(label, word))));
        }
        return table.append('\n').toString();
    }
}
