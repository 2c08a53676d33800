package ibid.eval.measure;

import ibid.eval.run.TopicResult;
import ibid.eval.statistics.Bootstrap;
import ibid.eval.statistics.Interval;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the stated confidence of answers is worth. An answer that was shown is right where it holds a vital nugget of its topic; one shown to a
 * topic that has no answer is wrong.
 *
 * @param shown confidence and rightness of each answer shown, most confident first
 * @param asked how many topics there were
 */
public record Calibration(List<Shown> shown, int asked) {

    private static final int BINS = 10;

    /** One answer that was shown. */
    public record Shown(double confidence, boolean right) {}

    /**
     * Answers of like confidence.
     *
     * @param stated their mean confidence
     * @param right  the share of them that is right
     */
    public record Bin(double stated, double right, int count) {}

    /**
     * What would be were nothing shown below some confidence (El-Yaniv and Wiener, JMLR 2010).
     *
     * @param coverage share of all topics still answered
     * @param risk     share of wrong ones among those answers
     */
    public record Point(double coverage, double risk) {}

    public Calibration {
        shown = shown.stream()
                .sorted(Comparator.comparingDouble(Shown::confidence).reversed())
                .toList();
    }

    public static Calibration of(List<TopicResult> results) {
        List<TopicResult> told = results.stream()
                .filter(result -> result.topic().unanswerable() || !Double.isNaN(result.score(Measure.VITAL.title)))
                .toList(); // of the others nobody knows what is right
        return new Calibration(
                told.stream()
                        .filter(result -> !result.abstained() && !result.failed())
                        .map(result -> new Shown(result.confidence(), result.score(Measure.VITAL.title) > 0))
                        .toList(),
                told.size());
    }

    /** Tenths of the scale that hold an answer, lowest first. */
    public List<Bin> bins() {
        List<Bin> bins = new ArrayList<>();
        for (int bin = 0; bin < BINS; bin++) {
            double from = bin / (double) BINS, to = bin == BINS - 1 ? 1.01 : (bin + 1) / (double) BINS;
            List<Shown> some = shown.stream()
                    .filter(one -> one.confidence() >= from && one.confidence() < to)
                    .toList();
            if (!some.isEmpty())
                bins.add(new Bin(
                        some.stream().mapToDouble(Shown::confidence).average().orElseThrow(),
                        some.stream().filter(Shown::right).count() / (double) some.size(),
                        some.size()));
        }
        return bins;
    }

    /** Expected calibration error: how far stated and true shares lie apart, mean over answers (Naeini, Cooper and Hauskrecht, AAAI 2015); NaN without answers. */
    public double error() {
        return bins().stream()
                        .mapToDouble(bin -> bin.count() * Math.abs(bin.stated() - bin.right()))
                        .sum()
                / shown.size();
    }

    /** A point after each confidence that was stated, the highest first: what is stated alike is shown or held back together. */
    public List<Point> risks() {
        List<Point> points = new ArrayList<>();
        int wrong = 0;
        for (int at = 0; at < shown.size(); at++) {
            if (!shown.get(at).right()) wrong++;
            if (at + 1 == shown.size()
                    || shown.get(at + 1).confidence() < shown.get(at).confidence())
                points.add(new Point((at + 1.0) / asked, wrong / (at + 1.0)));
        }
        return points;
    }

    /**
     * Area under the curve of risk and coverage (Geifman, Uziel and El-Yaniv, ICLR 2019): the risk at each answer's own confidence, mean over the answers that
     * were shown; NaN without any. It is 0 where no answer is wrong, and lies above {@link #leastArea()} by what the order of confidences gives away.
     */
    public double area() {
        double sum = 0, before = 0;
        for (Point point : risks()) {
            sum += (point.coverage() - before) * point.risk();
            before = point.coverage();
        }
        return sum * asked / shown.size();
    }

    /** The area with its interval by bootstrap over conversations. */
    public static Interval area(List<TopicResult> results) {
        Map<String, String> roots = new HashMap<>();
        Map<String, List<TopicResult>> conversations = new LinkedHashMap<>();
        for (TopicResult result : results) {
            roots.put(
                    result.topic().id(),
                    roots.getOrDefault(result.topic().follows(), result.topic().id()));
            conversations
                    .computeIfAbsent(roots.get(result.topic().id()), root -> new ArrayList<>())
                    .add(result);
        }
        return Bootstrap.of(
                conversations.values().stream().map(Calibration::of).toList(),
                some -> new Calibration(
                                some.stream()
                                        .flatMap(one -> one.shown().stream())
                                        .toList(),
                                some.stream().mapToInt(Calibration::asked).sum())
                        .area());
    }

    /** The area were every right answer more confident than every wrong one. */
    public double leastArea() {
        long right = shown.stream().filter(Shown::right).count();
        double sum = 0;
        for (int at = 1; at <= shown.size(); at++) sum += Math.max(0, at - right) / (double) at;
        return sum / shown.size();
    }
}
