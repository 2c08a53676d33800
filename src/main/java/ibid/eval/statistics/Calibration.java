package ibid.eval.statistics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The calibration of the stated confidence. A shown answer is right if it holds a vital nugget of its topic; any answer
 * to an unanswerable topic is wrong.
 *
 * @param shown confidence and correctness of each shown answer, most confident first
 * @param asked the number of topics
 */
public record Calibration(List<Shown> shown, int asked) {

    private static final int BINS = 10;

    /** One shown answer. */
    public record Shown(double confidence, boolean right) {}

    /**
     * Answers with similar confidence.
     *
     * @param stated their mean confidence
     * @param right the share of right ones
     */
    public record Bin(double stated, double right, int count) {}

    /**
     * A point of the risk-coverage curve: the effect of hiding all answers below a confidence (El-Yaniv and Wiener,
     * JMLR 2010).
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

    /** The nonempty bins of width 0.1, lowest first. */
    public List<Bin> bins() {
        List<Bin> bins = new ArrayList<>();
        for (int bin = 0; bin < BINS; bin++) {
            List<Shown> some = shownIn(bin);
            if (!some.isEmpty()) {
                bins.add(bin(some));
            }
        }
        return bins;
    }

    private List<Shown> shownIn(int bin) {
        double from = bin / (double) BINS;
        double to = bin == BINS - 1 ? 1.01 : (bin + 1) / (double) BINS;
        return shown.stream()
                .filter(one -> one.confidence() >= from && one.confidence() < to)
                .toList();
    }

    private static Bin bin(List<Shown> some) {
        double stated = some.stream().mapToDouble(Shown::confidence).average().orElseThrow();
        double right = some.stream().filter(Shown::right).count() / (double) some.size();
        return new Bin(stated, right, some.size());
    }

    /**
     * Expected calibration error: the distance between stated and true shares, mean over answers (Naeini, Cooper and
     * Hauskrecht, AAAI 2015); NaN without answers.
     */
    public double error() {
        return bins().stream()
                        .mapToDouble(bin -> bin.count() * Math.abs(bin.stated() - bin.right()))
                        .sum()
                / shown.size();
    }

    /**
     * A point for each stated confidence, the highest first. Answers with the same confidence are shown or hidden
     * together.
     */
    public List<Point> risks() {
        List<Point> points = new ArrayList<>();
        int wrong = 0;
        for (int at = 0; at < shown.size(); at++) {
            if (!shown.get(at).right()) {
                wrong++;
            }
            if (isLastOfConfidence(at)) {
                points.add(new Point((at + 1.0) / asked, wrong / (at + 1.0)));
            }
        }
        return points;
    }

    private boolean isLastOfConfidence(int at) {
        return at + 1 == shown.size()
                || shown.get(at + 1).confidence() < shown.get(at).confidence();
    }

    /**
     * Area under the curve of risk and coverage (Geifman, Uziel and El-Yaniv, ICLR 2019): the mean, over the shown
     * answers, of the risk at each answer's confidence; NaN without answers. It is 0 if no answer is wrong. The
     * difference to {@link #minArea()} is the cost of a wrong order.
     */
    public double area() {
        double sum = 0, before = 0;
        for (Point point : risks()) {
            sum += (point.coverage() - before) * point.risk();
            before = point.coverage();
        }
        return sum * asked / shown.size();
    }

    /** The area if every right answer were more confident than every wrong one. */
    public double minArea() {
        long right = shown.stream().filter(Shown::right).count();
        double sum = 0;
        for (int at = 1; at <= shown.size(); at++) {
            sum += Math.max(0, at - right) / (double) at;
        }
        return sum / shown.size();
    }
}
