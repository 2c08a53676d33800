package ibid.eval.report;

import ibid.eval.analysis.Figure;
import ibid.eval.statistics.Calibration;
import ibid.eval.statistics.Interval;
import ibid.eval.statistics.Share;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A plot as a figure of HTML with its drawing inline: axes from 0, ticks, and what is drawn between them. Colours are those of {@code report.css}. */
final class Plot {

    private static final int WIDE = 400, HIGH = 260, LEFT = 52, BELOW = 40, ABOVE = 12, RIGHT = 14;
    private static final int ROW = 24, NAMES = 110, LARGEST = 14;

    private final double mostAcross;
    private final double mostUp;
    private final List<String> drawn = new ArrayList<>();

    Plot(double mostAcross, double mostUp, String across, String up) {
        this.mostAcross = mostAcross;
        this.mostUp = mostUp;
        for (int tick = 0; tick <= 4; tick++) {
            double right = mostAcross * tick / 4, high = mostUp * tick / 4;
            drawn.add(format("<path class=\"grid\" d=\"M%.1f %.1fH%.1f\"/>", x(0), y(high), x(mostAcross)));
            drawn.add(format(
                    "<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%s</text>", LEFT - 5, y(high) + 4, tick(high)));
            drawn.add(format(
                    "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%s</text>",
                    x(right), HIGH - BELOW + 15, tick(right)));
        }
        drawn.add(format("<path class=\"axis\" d=\"M%.1f %.1fV%.1fH%.1f\"/>", x(0), y(mostUp), y(0), x(mostAcross)));
        drawn.add(format(
                "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%s</text>",
                x(mostAcross / 2), HIGH - 6, escaped(across)));
        drawn.add(format(
                "<text transform=\"translate(10 %.1f) rotate(-90)\" text-anchor=\"middle\">%s</text>",
                y(mostUp / 2), escaped(up)));
    }

    Plot line(String style, List<double[]> points) {
        drawn.add("<polyline class=\"" + style + "\" points=\""
                + points.stream()
                        .map(point -> format("%.1f,%.1f", x(point[0]), y(point[1])))
                        .collect(Collectors.joining(" "))
                + "\"/>");
        return this;
    }

    Plot dot(double across, double up, double radius, String title) {
        drawn.add(format(
                "<circle class=\"dot\" cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\"><title>%s</title></circle>",
                x(across), y(up), radius, escaped(title)));
        return this;
    }

    /** Stated beside true shares: a dot for those of like statement, its area their number, with Wilson's interval. */
    static Plot reliability(Calibration calibration, String across, String up, String things) {
        Plot plot = new Plot(1, 1, across, up).line("grid", List.of(new double[] {0, 0}, new double[] {1, 1}));
        double most = calibration.bins().stream()
                .mapToInt(Calibration.Bin::count)
                .max()
                .orElse(1);
        for (Calibration.Bin bin : calibration.bins()) {
            Interval interval = new Share((int) Math.round(bin.right() * bin.count()), bin.count()).interval();
            plot.line(
                    "whisker",
                    List.of(new double[] {bin.stated(), interval.low()}, new double[] {bin.stated(), interval.high()}));
            plot.dot(
                    bin.stated(),
                    bin.right(),
                    Math.max(2, Math.sqrt(bin.count() / most) * LARGEST),
                    bin.count() + " " + things);
        }
        return plot;
    }

    String figure(String caption) {
        return figure(caption, WIDE, HIGH, String.join("", drawn));
    }

    /** A bar a name from 0 to 1, with its interval as a whisker and its count behind the name. */
    static String bars(String caption, Map<String, Figure> figures) {
        StringBuilder bars = new StringBuilder();
        int at = 0;
        double wide = WIDE - NAMES - RIGHT - 30;
        for (Map.Entry<String, Figure> one : figures.entrySet()) {
            Interval interval = one.getValue().interval();
            double top = at++ * ROW + 6, middle = top + ROW / 2.0 - 3;
            bars.append(format(
                    "<text class=\"name\" x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%s (%d)</text>",
                    NAMES - 6, middle + 4, escaped(one.getKey()), one.getValue().topics()));
            bars.append(format(
                    "<rect class=\"bar\" x=\"%d\" y=\"%.1f\" width=\"%.1f\" height=\"%d\"/>",
                    NAMES, top, wide * interval.estimate(), ROW - 6));
            bars.append(format(
                    "<path class=\"whisker\" d=\"M%.1f %.1fH%.1f\"/>",
                    NAMES + wide * interval.low(), middle, NAMES + wide * interval.high()));
            bars.append(format(
                    "<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%.2f</text>",
                    WIDE - 2, middle + 4, interval.estimate()));
        }
        return figure(caption, WIDE, at * ROW + 10, bars.toString());
    }

    private static String figure(String caption, int wide, int high, String drawing) {
        return format(
                "<figure><svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">%s</svg><figcaption>%s</figcaption></figure>%n",
                wide, high, escaped(caption), drawing, escaped(caption));
    }

    private double x(double across) {
        return LEFT + across / mostAcross * (WIDE - LEFT - RIGHT);
    }

    private double y(double up) {
        return HIGH - BELOW - up / mostUp * (HIGH - BELOW - ABOVE);
    }

    private static String tick(double value) {
        return value == Math.rint(value) ? format("%.0f", value) : format("%.2f", value);
    }

    private static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
