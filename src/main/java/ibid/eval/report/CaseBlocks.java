package ibid.eval.report;

import ibid.eval.analysis.FailingCase;
import ibid.eval.client.AnswerView;
import ibid.eval.client.Quotations;
import ibid.eval.dataset.Nugget;
import ibid.eval.dataset.TestCollection;
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
 * The topics that a person should look at, grouped by fault. Each shows what was expected, the answer, footnotes,
 * verdicts and faults. A link to a fault or a kind shows only the matching cases.
 */
final class CaseBlocks {

    private final TestCollection collection;

    CaseBlocks(TestCollection collection) {
        this.collection = collection;
    }

    private record Filter(String anchor, String text) {}

    private record Group(String title, List<Case> cases) {}

    private record Cases(List<Filter> filters, List<Group> groups) {}

    private record ExpectedNugget(boolean held, String text, String evidence) {}

    private record Case(
            AnswerCard.Head topic,
            List<String> anchors,
            String why,
            List<ExpectedNugget> nuggets,
            String gold,
            AnswerCard answer) {}

    List<HtmlPage.Block> of(List<TopicResult> results) {
        Map<FailingCase.FailureKind, List<Case>> groups = new EnumMap<>(FailingCase.FailureKind.class);
        Map<FailingCase.FailureKind, Integer> wrong = new EnumMap<>(FailingCase.FailureKind.class);
        Map<String, Integer> kinds = new LinkedHashMap<>();
        int failing = 0;
        for (TopicResult result : results) {
            List<FailingCase.FailureKind> all = FailingCase.kinds(result);
            if (all.isEmpty()) {
                continue;
            }
            failing++;
            groups.computeIfAbsent(all.getFirst(), first -> new ArrayList<>()).add(failing(result, all));
            for (FailingCase.FailureKind one : all) {
                wrong.merge(one, 1, Integer::sum);
            }
            String kind = result.topic().kind();
            if (!kind.isEmpty()) {
                kinds.merge(kind, 1, Integer::sum);
            }
        }
        List<Filter> filters = new ArrayList<>();
        wrong.forEach((one, count) -> filters.add(new Filter(one.anchor(), one.description + " (" + count + ")")));
        kinds.forEach((kind, count) -> filters.add(new Filter(anchor(kind), kind + " (" + count + ")")));
        List<Group> shown = new ArrayList<>();
        groups.forEach((one, some) -> shown.add(new Group(one.description + ": " + some.size(), some)));
        return List.of(
                HtmlPage.heading("Topics to look at: " + failing + " of " + results.size(), "cases"),
                HtmlPage.soft(
                        "A topic is listed under the first of its faults, causes before their effects; the counts "
                                + "include every fault."),
                new HtmlPage.Block("cases", new Cases(filters, shown)));
    }

    /** The anchor for a kind, whose name the author of the dataset chose. */
    static String anchor(String kind) {
        return "kind-" + kind.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }

    private Case failing(TopicResult result, List<FailingCase.FailureKind> wrongs) {
        return new Case(
                AnswerCard.Head.of(result.topic()),
                anchors(result, wrongs),
                String.join("; ", FailingCase.descriptions(result)),
                nuggets(result),
                gold(result),
                AnswerCard.of(result));
    }

    private static List<String> anchors(TopicResult result, List<FailingCase.FailureKind> wrongs) {
        List<String> anchors = new ArrayList<>();
        for (FailingCase.FailureKind wrong : wrongs) {
            anchors.add(wrong.anchor());
        }
        anchors.add(anchor(result.topic().kind()));
        return anchors;
    }

    /** The nuggets of the topic, and whether the answer holds each. */
    private List<ExpectedNugget> nuggets(TopicResult result) {
        List<ExpectedNugget> expected = new ArrayList<>();
        for (Nugget nugget : collection.nuggets(result.topic().id())) {
            boolean held = isHeld(nugget, new AnswerView(result.answer()));
            String text = ", " + (nugget.vital() ? "vital" : "okay") + ": " + nugget.text();
            expected.add(new ExpectedNugget(held, text, firstEvidence(nugget)));
        }
        return expected;
    }

    private static String firstEvidence(Nugget nugget) {
        return nugget.evidence().stream()
                .findFirst()
                .map(gold -> " " + gold.article() + ": “" + gold.exact() + "”")
                .orElse("");
    }

    private static boolean isHeld(Nugget nugget, AnswerView answer) {
        if (!nugget.accept().isEmpty()) {
            return nugget.foundIn(answer.text());
        }
        return answer.footnotes().stream()
                .anyMatch(footnote -> nugget.evidence().stream()
                        .anyMatch(gold -> Quotations.containEvidence(footnote, gold, UnaryOperator.identity())));
    }

    /** The judged passages and the ranks at which they were found. */
    private String gold(TopicResult result) {
        return collection.qrels().of(result.topic().id()).entrySet().stream()
                .filter(judged -> judged.getValue() > 0)
                .map(judged -> judged.getKey() + rank(result, judged.getKey()))
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private static String rank(TopicResult result, String passage) {
        int rank = result.ranking().indexOf(passage) + 1;
        return rank == 0 ? " (not found)" : " (found at rank " + rank + ")";
    }
}
