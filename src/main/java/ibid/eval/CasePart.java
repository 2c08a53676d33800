package ibid.eval;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The parts of the report page about single topics: those a person should look at, and those that changed, each with answer, footnotes, verdicts and what is wrong. */
final class CasePart {

    private CasePart() {}

    /** Those with something wrong, in the order of the topics; each opens on demand. */
    static String failing(List<Result> results) {
        List<Result> failing = results.stream().filter(result -> !result.failings().isEmpty()).toList();
        String cases = failing.stream().map(result -> "<details><summary>" + head(result.topic()) + " <span class=\"why\">" + escaped(String.join("; ", result.failings())) + "</span></summary>\n<div>" + whole(result) + "</div></details>\n").collect(Collectors.joining());
        return "<h2 id=\"cases\">Topics to look at: " + failing.size() + " of " + results.size() + "</h2>\n" + cases;
    }

    /** Two runs side by side, the worse ones first. */
    static String changed(Changes changes) {
        List<Changes.Changed> topics = changes.topicsChanged();
        String cases = topics.stream().map(one -> "<details><summary>" + head(one.after().topic()) + " <span class=\"" + (one.worse() ? "bad" : "fine") + "\">" + escaped(String.join("; ", one.how())) + "</span></summary>\n<div class=\"sides\"><div><b>before</b>"
                + whole(one.before()) + "</div><div><b>now</b>" + whole(one.after()) + "</div></div></details>\n").collect(Collectors.joining());
        return "<h3>Topics that changed: " + topics.size() + " of " + changes.topics() + ", " + topics.stream().filter(Changes.Changed::worse).count() + " for the worse</h3>\n" + cases;
    }

    private static String head(Topic topic) {
        return "<b>" + escaped(topic.id()) + "</b> <span class=\"soft\">" + escaped(topic.kind()) + "</span> " + escaped(topic.question());
    }

    private static String whole(Result result) {
        StringBuilder whole = new StringBuilder("<p>");
        JsonNode answer = result.answer();
        if (!answer.path("query").asText("").equals(result.topic().question())) whole.append("<span class=\"soft\">searched: ").append(escaped(answer.path("query").asText(""))).append("</span><br>");
        whole.append(escaped(result.outcome())).append(String.format(Locale.ROOT, ", confidence %.2f", result.confidence()));
        if (!result.topic().outcome().isEmpty()) whole.append("; right: ").append(escaped(result.topic().outcome()));
        whole.append("</p>\n<p>").append(escaped(answer.path("text").asText("")).replace("\n", "<br>")).append("</p>\n");
        if (!answer.path("missing").asText("").isEmpty()) whole.append("<p class=\"soft\">").append(escaped(answer.path("missing").asText())).append("</p>\n");
        for (AnswerView.Quoted footnote : new AnswerView(answer).footnotes()) {
            whole.append("<blockquote>[").append(footnote.number()).append("] “").append(escaped(footnote.exact())).append("” <i>").append(escaped(footnote.imprint())).append("</i></blockquote>\n");
        }
        result.verdicts().forEach(judged -> whole.append(verdict(judged)));
        result.alone().ifPresent(alone -> whole.append("<p class=\"soft\">asked alone, “").append(escaped(result.topic().alone())).append("”: ").append(escaped(alone.path("outcome").asText())).append(" ").append(escaped(alone.path("text").asText())).append("</p>\n"));
        whole.append("<p class=\"soft\">found: ").append(escaped(String.join(", ", result.ranking().stream().limit(5).toList()))).append("</p>\n");
        return whole.toString();
    }

    private static String verdict(Result.Judged judged) {
        String beside = judged.footnotes().isEmpty() ? "beside all that was found" : "beside " + judged.footnotes();
        return "<p class=\"soft\">" + escaped(judged.judge()) + ", " + escaped(beside) + ": <span class=\"" + (judged.word().equals("full") ? "fine" : "bad") + "\">" + escaped(judged.word()) + "</span>"
                + String.format(Locale.ROOT, " %.2f, ", judged.score()) + escaped(judged.reason()) + " — “" + escaped(judged.sentence()) + "”</p>\n";
    }

    private static String escaped(String text) {
        return Plot.escaped(text);
    }
}
