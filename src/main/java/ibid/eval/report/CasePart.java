package ibid.eval.report;

import ibid.api.AnswerBody;
import ibid.api.FootnoteBody;
import ibid.eval.analysis.FailingCase;
import ibid.eval.analysis.RunChanges;
import ibid.eval.client.AnswerView;
import ibid.eval.client.Quotations;
import ibid.eval.dataset.Nugget;
import ibid.eval.dataset.TestCollection;
import ibid.eval.dataset.Topic;
import ibid.eval.judge.JudgedSentence;
import ibid.eval.run.TopicResult;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * The parts of the report page about single topics: those a person should look at, by what went wrong, and those that changed. Each has what was expected, the
 * answer, footnotes, verdicts and what is wrong. A link to what went wrong, or to a kind, leaves only such cases on the page: the style sheet does it.
 */
final class CasePart {

    private static final int FOUND = 5;

    private final TestCollection collection;

    CasePart(TestCollection collection) {
        this.collection = collection;
    }

    /** Those with something wrong; each opens on demand. */
    String failing(List<TopicResult> results) {
        Map<FailingCase.Wrong, List<TopicResult>> groups = new EnumMap<>(FailingCase.Wrong.class);
        Map<FailingCase.Wrong, Integer> wrong = new EnumMap<>(FailingCase.Wrong.class);
        Map<String, Integer> kinds = new LinkedHashMap<>();
        for (TopicResult result : results) {
            List<FailingCase.Wrong> all = wrongs(result);
            if (all.isEmpty()) continue;
            groups.computeIfAbsent(all.getFirst(), first -> new ArrayList<>()).add(result);
            all.forEach(one -> wrong.merge(one, 1, Integer::sum));
            if (!result.topic().kind().isEmpty()) kinds.merge(result.topic().kind(), 1, Integer::sum);
        }
        StringBuilder part = new StringBuilder("<h2 id=\"cases\">Topics to look at: "
                + groups.values().stream().mapToInt(List::size).sum() + " of " + results.size() + "</h2>\n");
        Map<String, String> filters = new LinkedHashMap<>();
        wrong.forEach((one, count) -> filters.put(one.anchor(), one.words + " (" + count + ")"));
        kinds.forEach((kind, count) -> filters.put(anchor(kind), kind + " (" + count + ")"));
        part.append(filter(filters));
        groups.forEach((one, some) -> part.append("<div class=\"group\"><h3>")
                .append(escaped(one.words))
                .append(": ")
                .append(some.size())
                .append("</h3>\n")
                .append(some.stream().map(this::failing).collect(Collectors.joining()))
                .append("</div>\n"));
        return part.toString();
    }

    private static List<FailingCase.Wrong> wrongs(TopicResult result) {
        return FailingCase.found(result).stream()
                .map(FailingCase::wrong)
                .distinct()
                .sorted()
                .toList();
    }

    private static String filter(Map<String, String> filters) {
        StringBuilder style = new StringBuilder("<style>\n"), links = new StringBuilder();
        filters.forEach((anchor, words) -> {
            style.append(String.format(
                    "body:has(#%1$s:target) :is(.case:not(.%1$s), .group:not(:has(.%1$s))) { display: none } body:has(#%1$s:target) a[href=\"#%1$s\"] { font-weight: bold }%n",
                    anchor));
            links.append("<a id=\"")
                    .append(anchor)
                    .append("\" href=\"#")
                    .append(anchor)
                    .append("\">")
                    .append(escaped(words))
                    .append("</a>\n");
        });
        return style + "</style>\n<p class=\"filter\">Show only: " + links
                + "<a href=\"#cases\">all</a></p>\n<p class=\"soft\">A topic stands under the first of its faults, causes before what follows from them; the counts above are of every fault.</p>\n";
    }

    /** A name for the page of a word that the dataset's author chose. */
    static String anchor(String kind) {
        return "kind-" + kind.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }

    private String failing(TopicResult result) {
        String classes = wrongs(result).stream().map(FailingCase.Wrong::anchor).collect(Collectors.joining(" "));
        return "<details class=\"case " + classes + " " + anchor(result.topic().kind()) + "\"><summary>"
                + head(result.topic()) + " <span class=\"why\">" + escaped(String.join("; ", FailingCase.of(result)))
                + "</span></summary>\n<div>" + expected(result) + whole(result) + "</div></details>\n";
    }

    /** What a good answer holds, and which of it this one does; the passages that were to be found, and where they were. */
    private String expected(TopicResult result) {
        StringBuilder expected = new StringBuilder();
        AnswerView answer = new AnswerView(result.answer());
        for (Nugget nugget : collection.nuggets(result.topic().id())) {
            boolean held = nugget.accept().isEmpty()
                    ? answer.footnotes().stream()
                            .anyMatch(footnote -> nugget.evidence().stream()
                                    .anyMatch(gold -> Quotations.hold(footnote, gold, UnaryOperator.identity())))
                    : nugget.foundIn(answer.text());
            expected.append("<li><span class=\"")
                    .append(held ? "fine\">held" : "bad\">missing")
                    .append("</span>, ")
                    .append(nugget.vital() ? "vital" : "okay")
                    .append(": ")
                    .append(escaped(nugget.text()));
            nugget.evidence().stream()
                    .limit(1)
                    .forEach(gold -> expected.append(" <span class=\"soft\">")
                            .append(escaped(gold.article()))
                            .append(": “")
                            .append(escaped(gold.exact()))
                            .append("”</span>"));
        }
        String gold = collection.qrels().of(result.topic().id()).entrySet().stream()
                .filter(one -> one.getValue() > 0)
                .map(one -> one.getKey()
                        + (result.ranking().contains(one.getKey())
                                ? " (found at rank " + (result.ranking().indexOf(one.getKey()) + 1) + ")"
                                : " (not found)"))
                .sorted()
                .collect(Collectors.joining(", "));
        return (expected.isEmpty() ? "" : "<p>Expected:</p><ul>" + expected + "</ul>\n")
                + (gold.isEmpty() ? "" : "<p class=\"soft\">gold passages: " + escaped(gold) + "</p>\n");
    }

    /** Two runs side by side, the worse ones first. */
    static String changed(RunChanges changes) {
        List<RunChanges.Changed> topics = changes.topicsChanged();
        String cases = topics.stream()
                .map(one -> "<details><summary>" + head(one.after().topic()) + " <span class=\""
                        + (one.worse() ? "bad" : "fine") + "\">" + escaped(String.join("; ", one.how()))
                        + "</span></summary>\n<div class=\"sides\"><div><b>before</b>" + whole(one.before())
                        + "</div><div><b>now</b>" + whole(one.after()) + "</div></div></details>\n")
                .collect(Collectors.joining());
        return "<h3>Topics that changed: " + topics.size() + " of " + changes.topics() + ", "
                + topics.stream().filter(RunChanges.Changed::worse).count() + " for the worse</h3>\n" + cases;
    }

    private static String head(Topic topic) {
        return "<b>" + escaped(topic.id()) + "</b> <span class=\"soft\">" + escaped(topic.kind()) + "</span> "
                + escaped(topic.question());
    }

    private static String whole(TopicResult result) {
        StringBuilder whole = new StringBuilder("<p>");
        AnswerBody answer = result.answer();
        if (!answer.asked().query().equals(result.topic().question()))
            whole.append("<span class=\"soft\">searched: ")
                    .append(escaped(answer.asked().query()))
                    .append("</span><br>");
        whole.append(escaped(result.outcome()))
                .append(String.format(Locale.ROOT, ", confidence %.2f", result.confidence()));
        if (!result.topic().outcome().isEmpty())
            whole.append("; right: ").append(escaped(result.topic().outcome()));
        whole.append("</p>\n<p>")
                .append(escaped(answer.text()).replace("\n", "<br>"))
                .append("</p>\n");
        if (!answer.result().missing().isEmpty())
            whole.append("<p class=\"soft\">")
                    .append(escaped(answer.result().missing()))
                    .append("</p>\n");
        for (FootnoteBody footnote : new AnswerView(answer).footnotes()) {
            whole.append("<blockquote>[")
                    .append(footnote.number())
                    .append("] “")
                    .append(escaped(footnote.quote().exact()))
                    .append("” <i>")
                    .append(escaped(Quotations.imprint(footnote)))
                    .append("</i></blockquote>\n");
        }
        result.verdicts().forEach(judged -> whole.append(verdict(judged)));
        result.alone()
                .forEach(alone -> whole.append("<p class=\"soft\">asked alone, “")
                        .append(escaped(result.topic().alone()))
                        .append("”: ")
                        .append(escaped(new AnswerView(alone).outcome()))
                        .append(" ")
                        .append(escaped(alone.text()))
                        .append("</p>\n"));
        whole.append("<p class=\"soft\">found: ")
                .append(escaped(
                        String.join(", ", result.ranking().stream().limit(FOUND).toList())))
                .append("</p>\n");
        return whole.toString();
    }

    private static String verdict(JudgedSentence judged) {
        String beside = judged.footnotes().isEmpty() ? "beside all that was found" : "beside " + judged.footnotes();
        return "<p class=\"soft\">" + escaped(judged.judge()) + ", " + escaped(beside) + ": <span class=\""
                + (judged.word().equals("full") ? "fine" : "bad") + "\">" + escaped(judged.word()) + "</span>"
                + String.format(Locale.ROOT, " %.2f, ", judged.score()) + escaped(judged.reason()) + " — “"
                + escaped(judged.sentence()) + "”</p>\n";
    }

    private static String escaped(String text) {
        return Plot.escaped(text);
    }
}
