package ibid.eval.report;

import ibid.eval.judge.JudgeCalibration;
import ibid.eval.statistics.Interval;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Judges beside people's labels as one HTML page that needs nothing else: a table, and for each set what its score means and what it said of what. */
public final class CalibrationPage {

    private final Map<String, JudgeCalibration> judges;
    private final String claims;

    /**
     * @param judges by what each is
     * @param claims which they were asked, in words
     */
    public CalibrationPage(Map<String, JudgeCalibration> judges, String claims) {
        this.judges = new LinkedHashMap<>(judges);
        this.claims = claims;
    }

    public String html() {
        StringBuilder body = new StringBuilder("<p class=\"soft\">" + Plot.escaped(claims)
                + ". Sensitivity: of the claims that people call supported, those the judge calls so too; specificity: of the others, those it does not. Intervals of 95 %: Wilson's, and by bootstrap over texts of evidence for balanced accuracy and kappa. "
                + "ECE: how far the judge's score lies from the share that is so.</p>\n");
        judges.forEach((name, calibration) -> {
            body.append("<h2>")
                    .append(Plot.escaped(name))
                    .append(
                            "</h2>\n<div class=\"wide\"><table><tr><th>set<th class=\"number\">claims<th class=\"number\">failed<th class=\"number\">sensitivity<th class=\"number\">specificity<th class=\"number\">balanced accuracy<th class=\"number\">kappa<th class=\"number\">ECE");
            calibration
                    .sets()
                    .forEach((set, of) -> body.append(String.format(
                                    Locale.ROOT,
                                    "<tr><td>%s<td class=\"number\">%d<td class=\"number\">%d",
                                    Plot.escaped(set),
                                    of.count(),
                                    of.failures()))
                            .append(number(of.sensitivity().interval()))
                            .append(number(of.specificity().interval()))
                            .append(number(of.balanced()))
                            .append(number(of.kappas()))
                            .append(String.format(
                                    Locale.ROOT,
                                    "<td class=\"number\">%.3f",
                                    of.stated().error())));
            body.append("</table></div>\n<div class=\"plots\">");
            calibration.sets().forEach((set, of) -> body.append(PlotPart.judge(set, of)));
            body.append("</div>\n");
        });
        return ReportPage.page("Judges beside people", body.toString());
    }

    private static String number(Interval interval) {
        return "<td class=\"number\">" + (Double.isNaN(interval.estimate()) ? "–" : interval);
    }
}
