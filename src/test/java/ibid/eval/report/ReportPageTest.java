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
    void needsNothingFromElsewhere() {
        assertThat(page(List.of()))
                .doesNotContainPattern("https?:|src=|<link|@import|<script")
                .contains("prefers-color-scheme: dark");
    }

    @Test
    void whatComesFromOutsideIsNoMarkup() {
        assertThat(page(List.of()))
                .contains("The &lt;ferry&gt;")
                .contains("A &lt;note&gt;.")
                .doesNotContain("<ferry>");
    }

    @Test
    void aFailingTopicIsShownWithAnswerFootnoteVerdictAndReason() {
        assertThat(page(List.of()))
                .contains("Topics to look at: 3 of 4")
                .contains("some vital nuggets are not in the answer")
                .contains("<blockquote>[1] “The ferry was sold.”")
                .contains("the article says kept, not sold")
                .contains("breach: an abstained answer has footnotes")
                .contains("Outside its tolerance: recall@5: expected 0.900")
                .doesNotContain("<summary><b>t1</b>");
    }

    @Test
    void aRunBeforeIsSetBesideIt() {
        assertThat(page(List.of())).doesNotContain("Beside the run before");
        assertThat(page(List.of(Results.result("t2", "fact", "answered", "answered", 1, 20))))
                .contains("Beside the run before")
                .contains("answered before, abstained now")
                .contains("1 for the worse");
    }

    @Test
    void aCaseSaysWhatWasExpectedAndWhereItWasFound() {
        assertThat(page(List.of()))
                .contains(
                        "<span class=\"bad\">missing</span>, vital: It was &lt;sold&gt;",
                        "ferry#1 (found at rank 2), ferry#7 (not found)");
    }

    /** A link from a measure leads to the topics that make it low: the style sheet hides the others. */
    @Test
    void casesAreFoundByWhatWentWrongAndByKind() {
        assertThat(page(List.of()))
                .contains(
                        "<a href=\"#why-refused\">refused_of_answerable</a>",
                        "<h3>refused, though the articles answer: 1</h3>",
                        "<a id=\"why-refused\" href=\"#why-refused\">refused, though the articles answer (1)</a>",
                        "body:has(#why-refused:target)",
                        "class=\"case why-refused kind-fact\"",
                        "<a id=\"kind-several\"");
    }

    @Test
    void theHeadSaysWhatTheRunWasMadeOfAndTheTileWhatItsFigureIsWorth() {
        assertThat(page(List.of()))
                .contains("<dt>judge<dd>checker")
                .containsPattern("faithfulness<b>0.667</b><small>[^/]*</small><small class=\"bad\">as judged</small>");
    }

    @Test
    void twoJudgesAreLaidBesideEachOther() {
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
                .contains("checker and llm say the same of 0.000 of 2 sentences", "<h2 id=\"judges\">");
        assertThat(new MarkdownReport(Results.findings(both, List.of())).text())
                .contains("checker and llm say the same of 0.000 of 2 sentences beside their footnotes; kappa 0.000.");
    }
}
