package ibid.eval.report;

import ibid.eval.statistics.Calibration;
import ibid.eval.statistics.Confusion;
import ibid.eval.statistics.Interval;
import ibid.eval.statistics.Share;
import java.util.ArrayList;
import java.util.List;

/** The data of a plot; {@code page.js} draws it. */
sealed interface Plot {

    /** Lines and dots on axes from 0 to {@code maxAcross} and from 0 to 1. */
    record Curves(String caption, double maxAcross, String across, String up, List<Line> lines, List<Dot> dots)
            implements Plot {}

    /** A bar from 0 to 1 for each name, with its interval. */
    record Bars(String caption, List<Bar> bars) implements Plot {}

    /** A confusion matrix: true labels in rows, given labels in columns. */
    record Counts(String caption, String corner, List<String> columns, List<Row> rows) implements Plot {}

    record Point(double x, double y) {}

    /** @param style a class of {@code page.css} */
    record Line(String style, List<Point> points) {}

    record Dot(double x, double y, double radius, String title) {}

    record Bar(String name, double value, double low, double high) {}

    record Row(String name, List<Integer> counts) {}

    static Plot confusion(Confusion confusion, String corner, String caption) {
        List<Row> rows = new ArrayList<>();
        for (String right : confusion.labels()) {
            List<Integer> counts = confusion.calledLabels().stream()
                    .map(word -> confusion.count(right, word))
                    .toList();
            rows.add(new Row(right, counts));
        }
        return new Counts(caption, corner, confusion.calledLabels(), rows);
    }

    /**
     * Stated against true shares: a dot for each bin, with an area proportional to its count, and Wilson's interval.
     */
    static Plot reliability(Calibration calibration, String across, String up, String things, String caption) {
        double largestRadius = 14;
        double largestCount = calibration.bins().stream()
                .mapToInt(Calibration.Bin::count)
                .max()
                .orElse(1);
        List<Line> lines = new ArrayList<>();
        List<Dot> dots = new ArrayList<>();
        lines.add(new Line("grid", List.of(new Point(0, 0), new Point(1, 1))));
        for (Calibration.Bin bin : calibration.bins()) {
            int right = (int) Math.round(bin.right() * bin.count());
            Interval interval = new Share(right, bin.count()).interval();
            Point low = new Point(bin.stated(), interval.low());
            lines.add(new Line("whisker", List.of(low, new Point(bin.stated(), interval.high()))));
            double radius = Math.max(2, Math.sqrt(bin.count() / largestCount) * largestRadius);
            dots.add(new Dot(bin.stated(), bin.right(), radius, bin.count() + " " + things));
        }
        return new Curves(caption, 1, across, up, lines, dots);
    }
}
