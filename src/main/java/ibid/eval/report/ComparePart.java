package ibid.eval.report;

import ibid.eval.analysis.RunChanges;

/** The part of the report page that lays the run beside an earlier one. */
final class ComparePart {

    private static final String HEAD =
            "<div class=\"wide\"><table><tr><th>measure<th class=\"number\">difference [95 %]<th class=\"number\">p<th class=\"number\">p of all (Holm)<th class=\"number\">smallest seen<th class=\"number\">topics";

    private ComparePart() {}

    static String of(RunChanges changes) {
        StringBuilder part = new StringBuilder("<h2 id=\"before\">Beside the run before</h2>\n");
        changes.warnings()
                .forEach(warning -> part.append("<p class=\"bad\">")
                        .append(Plot.escaped(warning))
                        .append("</p>\n"));
        part.append("<p class=\"soft\">")
                .append(changes.topics())
                .append(
                        " topics asked alike in both. Each difference is that of the two runs' figures over these topics. p by exchanging the runs conversation by conversation (Fisher); with so many measures one "
                                + "in twenty would be below 0.05 by chance, so that colour goes by the p that Holm's correction gives. Smallest seen: the difference that four of five tries would find. Topics: those that have the measure, before and now.</p>\n")
                .append(HEAD);
        changes.all()
                .forEach((name, compared) -> part.append("<tr><td>")
                        .append(Plot.escaped(name))
                        .append("<td class=\"number ")
                        .append(compared.tells() ? compared.worse() ? "bad" : "fine" : "")
                        .append("\">")
                        .append(compared.change())
                        .append(number(RunChanges.chance(compared.p())))
                        .append(number(RunChanges.chance(compared.corrected())))
                        .append(number(compared.smallest()))
                        .append(number(compared.topics())));
        return part.append("</table></div>\n").append(CasePart.changed(changes)).toString();
    }

    private static String number(String text) {
        return "<td class=\"number\">" + Plot.escaped(text);
    }
}
