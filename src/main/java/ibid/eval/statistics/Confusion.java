package ibid.eval.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.stream.IntStream;

/**
 * A confusion matrix: true labels in rows, given labels in columns.
 *
 * @param labels the true labels, which may also be given
 * @param calledLabels the given labels: first {@code labels}, then others such as "failed"
 * @param counts by true label, then by given label
 */
public record Confusion(List<String> labels, List<String> calledLabels, List<List<Integer>> counts) {

    public Confusion {
        labels = List.copyOf(labels);
        calledLabels = List.copyOf(calledLabels);
        counts = counts.stream().map(List::copyOf).toList();
    }

    /** An empty matrix. */
    public Confusion(List<String> labels, String... furtherLabels) {
        this(
                labels,
                joined(labels, furtherLabels),
                IntStream.range(0, labels.size())
                        .mapToObj(row -> Collections.nCopies(labels.size() + furtherLabels.length, 0))
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
        row.set(calledLabels.indexOf(word), row.get(calledLabels.indexOf(word)) + 1);
        more.set(labels.indexOf(right), row);
        return new Confusion(labels, calledLabels, more);
    }

    /** The sum of matrices with the same labels; there must be at least one. */
    public static Confusion sum(List<Confusion> some) {
        Confusion first = some.getFirst();
        int[][] sums = new int[first.labels.size()][first.calledLabels.size()];
        for (Confusion one : some) {
            for (int row = 0; row < sums.length; row++) {
                for (int column = 0; column < sums[row].length; column++) {
                    sums[row][column] += one.counts.get(row).get(column);
                }
            }
        }
        return new Confusion(
                first.labels,
                first.calledLabels,
                Arrays.stream(sums)
                        .map(row -> Arrays.stream(row).boxed().toList())
                        .toList());
    }

    public int count(String right, String word) {
        return counts.get(labels.indexOf(right)).get(calledLabels.indexOf(word));
    }

    public int right(String label) {
        return counts.get(labels.indexOf(label)).stream()
                .mapToInt(Integer::intValue)
                .sum();
    }

    public int calledLabels(String word) {
        return counts.stream()
                .mapToInt(row -> row.get(calledLabels.indexOf(word)))
                .sum();
    }

    public int total() {
        return labels.stream().mapToInt(this::right).sum();
    }

    /** The share with the right label; NaN for an empty matrix. */
    public double accuracy() {
        return labels.stream().mapToInt(label -> count(label, label)).sum() / (double) total();
    }

    /** The mean recall over the labels that occur (Brodersen et al., ICPR 2010); NaN for an empty matrix. */
    public double balancedAccuracy() {
        return labels.stream()
                .filter(label -> right(label) > 0)
                .mapToDouble(label -> count(label, label) / (double) right(label))
                .average()
                .orElse(Double.NaN);
    }

    /**
     * Agreement beyond chance (Cohen, Educational and Psychological Measurement 1960); NaN if the agreement expected by
     * chance is 1.
     */
    public double kappa() {
        double all = total(),
                chance =
                        calledLabels.stream()
                                        .filter(labels::contains)
                                        .mapToDouble(label -> right(label) * (double) calledLabels(label))
                                        .sum()
                                / (all * all);
        return chance == 1 ? Double.NaN : (accuracy() - chance) / (1 - chance);
    }

    /** Precision of a label: the share of the items given the label that have it; NaN if none was given it. */
    public double precision(String label) {
        return count(label, label) / (double) calledLabels(label);
    }

    /** Recall of a label: the share of the items with the label that were given it; NaN if none has it. */
    public double recall(String label) {
        return count(label, label) / (double) right(label);
    }

    /**
     * F1 of a label, computed as twice the intersection over the sum of both counts; NaN if the label neither occurs
     * nor was given.
     */
    public double f1(String label) {
        return 2.0 * count(label, label) / (right(label) + calledLabels(label));
    }

    /** The matrix as text, with true labels in rows and given labels in columns. */
    public String table() {
        StringBuilder table = new StringBuilder(String.format("%-16s", ""));
        calledLabels.forEach(word -> table.append(String.format("%14s", word)));
        for (String label : labels) {
            table.append(String.format("%n%-16s", label));
            calledLabels.forEach(word -> table.append(String.format("%14d", count(label, word))));
        }
        return table.append('\n').toString();
    }
}
