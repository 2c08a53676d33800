package ibid.eval;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The evaluation as one HTML page that needs nothing else: measures, the two plots of confidence, and every topic with what it gave. */
public final class ReportPage {

    private static final int SIZE = 260;

    private final List<Result> results;

    public ReportPage(List<Result> results) {
        this.results = List.copyOf(results);
    }

    public String html() {
        Calibration calibration = Calibration.of(results);
        return """
                <!doctype html>
                <html lang="en"><meta charset="utf-8"><title>Ibid: evaluation</title>
                <style>
                body { font: 16px/1.5 system-ui, sans-serif; max-width: 70rem; margin: 2rem auto; padding: 0 1rem; color: #211e1a; background: #fffefb }
                table { border-collapse: collapse } td, th { padding: .2rem .8rem .2rem 0; text-align: left; vertical-align: top; border-bottom: 1px solid #e6e0d5 }
                figure { display: inline-block; vertical-align: top; margin: 1rem 2rem 1rem 0 } svg { overflow: visible; font-size: 11px } .bad { color: #b3261e }
                </style>
                <h1>Evaluation</h1>
                """
                + "<pre>" + escaped(new Report(results).table()) + "</pre>\n"
                + figure("Reliability: stated confidence and share of answers that are right; the area is the number of answers. Calibration error " + share(calibration.error()), diagonal() + calibration.bins().stream()
                        .map(bin -> dot(bin.stated(), bin.right(), Math.max(2, Math.sqrt(bin.count()) * 1.6))).collect(Collectors.joining()), "confidence", "right")
                + figure("Risk and coverage: were only the most confident shown", line(calibration.risks()), "topics answered", "wrong")
                + "<h2>Topics</h2>\n<table><tr><th>topic<th>kind<th>question<th>right<th>did<th>confidence<th>vital\n"
                + results.stream().map(ReportPage::row).collect(Collectors.joining()) + "</table>\n";
    }

    private static String row(Result result) {
        String mark = result.outcomeRight() ? "" : " class=\"bad\"";
        return "<tr><td>" + escaped(result.topic().id()) + "<td>" + escaped(result.topic().kind()) + "<td>" + escaped(result.topic().question()) + "<td>" + escaped(result.topic().outcome())
                + "<td" + mark + ">" + escaped(result.outcome()) + "<td>" + share(result.confidence()) + "<td>" + share(result.vital()) + "\n";
    }

    private static String figure(String caption, String drawing, String across, String up) {
        return String.format(Locale.ROOT, "<figure><svg width=\"%1$d\" height=\"%1$d\" role=\"img\" aria-label=\"%2$s\"><path d=\"M0 0V%1$dH%1$d\" fill=\"none\" stroke=\"#958c80\"/>"
                + "<text x=\"%1$d\" y=\"%3$d\" text-anchor=\"end\">%4$s 1</text><text x=\"4\" y=\"10\">%5$s 1</text>%6$s</svg><figcaption style=\"max-width:%1$dpx;margin-top:1.2rem\">%2$s</figcaption></figure>%n",
                SIZE, escaped(caption), SIZE + 14, escaped(across), escaped(up), drawing);
    }

    private static String diagonal() {
        return String.format("<path d=\"M0 %1$dL%1$d 0\" stroke=\"#e6e0d5\"/>", SIZE);
    }

    private static String dot(double x, double y, double radius) {
        return String.format(Locale.ROOT, "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\" fill=\"#8f2d23\" fill-opacity=\".7\"/>", x * SIZE, (1 - y) * SIZE, radius);
    }

    private static String line(List<Calibration.Point> points) {
        return "<polyline fill=\"none\" stroke=\"#8f2d23\" stroke-width=\"2\" points=\"" + points.stream()
                .map(point -> String.format(Locale.ROOT, "%.1f,%.1f", point.coverage() * SIZE, (1 - point.risk()) * SIZE)).collect(Collectors.joining(" ")) + "\"/>";
    }

    private static String share(double value) {
        return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, "%.2f", value);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}
