package ibid.eval.report;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.eval.judge.JudgedSentence;
import ibid.eval.run.Results;
import ibid.eval.run.TopicResult;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportPageTest {

    private static String page(List<TopicResult> before) {
        return new ReportPage(Results.findings(Results.SOME, before)).html();
    }

    @Test
    void isSelfContained() {
        assertThat(page(List.of()))
                .doesNotContainPattern("https?://(?!www\\.w3\\.org/2000/svg)|src=|<link|@import|fetch\\(|\\{\\{")
                .contains("prefers-color-scheme: dark");
    }

    @Test
    void foreignTextIsEscaped() {
        assertThat(page(List.of()))
                .contains("The \\u003cferry>")
                .contains("A \\u003cnote>.")
                .doesNotContain("<ferry>", "<note>", "innerHTML");
    }

    @Test
    void aFailingTopicIsShownWithAnswerFootnoteVerdictAndReason() {
        assertThat(page(List.of()))
                .contains("Topics to look at: 3 of 4")
                .contains("some vital nuggets are not in the answer")
                .contains("\"footnotes\":[{\"number\":1,\"quote\":\"The ferry was sold.\"")
                .contains("the article says kept, not sold")
                .contains("breach: an abstained answer has footnotes")
                .contains("Outside its tolerance: recall@5: expected 0.900")
                .doesNotContain("\"topic\":{\"id\":\"t1\"");
    }

    @Test
    void anEarlierRunIsCompared() {
        assertThat(page(List.of())).doesNotContain("Compared with the earlier run");
        assertThat(page(List.of(Results.result("t2", "fact", "answered", "answered", 1, 20))))
                .contains("Compared with the earlier run")
                .contains("answered before, abstained now")
                .contains("1 worse");
    }

    @Test
    void aCaseShowsWhatWasExpectedAndWhereItWasFound() {
        assertThat(page(List.of()))
                .contains(
                        "{\"held\":false,\"text\":\", vital: It was \\u003csold>\"",
                        "ferry#1 (found at rank 2), ferry#7 (not found)");
    }

    /** A link from a measure shows the topics that lower it: the script hides the others. */
    @Test
    void casesAreFoundByWhatWentWrongAndByKind() {
        assertThat(page(List.of()))
                .contains(
                        "{\"text\":\"refused_of_answerable\",\"style\":\"\",\"link\":\"why-refused\"",
                        "{\"title\":\"refused, but the articles have the answer: 1\"",
                        "{\"anchor\":\"why-refused\",\"text\":\"refused, but the articles have the answer (1)\"}",
                        "\"anchors\":[\"why-refused\"",
                        "{\"anchor\":\"kind-several\"");
    }

    @Test
    void theHeadShowsTheManifestAndTheTileTheInterval() {
        assertThat(page(List.of()))
                .contains("{\"name\":\"judge\",\"value\":\"checker\"}")
                .containsPattern("\"name\":\"faithfulness\",\"value\":\"0.667\",[^}]*\"note\":\"as judged\"");
    }

    @Test
    void twoJudgesAreCompared() {
        JudgedSentence other = new JudgedSentence("llm", "The ferry was sold.", List.of(1), "none", 0, "");
        List<TopicResult> both = Results.SOME.stream()
                .map(result -> new TopicResult(
                        result.topic(),
                        result.answer(),
                        result.ranking(),
                        result.scores(),
                        result.verdicts().isEmpty()
                                ? List.of()
                                : List.of(result.verdicts().getFirst(), other),
                        result.breaches(),
                        result.millis(),
                        result.alone()))
                .toList();
        assertThat(new ReportPage(Results.findings(both, List.of())).html())
                .contains("checker and llm give the same verdict on 0.000 of 2 sentences", "\"id\":\"judges\"");
        assertThat(new MarkdownReport(Results.findings(both, List.of())).text())
                .contains("checker and llm give the same verdict on 0.000 of 2 sentences checked against their "
                        + "footnotes; kappa 0.000.");
    }
}
