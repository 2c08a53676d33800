package ibid.eval.report;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.eval.analysis.Figure;
import ibid.eval.analysis.Figures;
import ibid.eval.dataset.Topic;
import ibid.eval.run.Results;
import ibid.eval.run.TopicResult;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextReportTest {

    @Test
    void theTableEqualsTheGoldenFile() throws IOException {
        Golden.check("report.txt", new TextReport(Results.SOME).table());
    }

    @Test
    void theMarkdownTableEqualsTheGoldenFile() throws IOException {
        List<TopicResult> before = List.of(
                Results.result("t1", "fact", "answered", "answered", 1, 10),
                Results.result("t2", "fact", "answered", "answered", 1, 20),
                Results.result("f3", "several", "partial", "partial", 0.5, 30));
        Golden.check("report.md", new MarkdownReport(Results.findings(Results.SOME, before)).text());
    }

    @Test
    void aRefusedTopicCountsZero() {
        assertThat(new TextReport(Results.SOME).measures())
                .containsEntry("vital_nuggets", 0.5)
                .containsEntry("refused_of_answerable", 1.0 / 3)
                .containsEntry("refused_of_unanswerable", 1.0)
                .containsEntry("invariant_breaches", 1.0)
                .containsEntry("first_sentence_p50_ms", 20.0)
                .containsEntry("first_sentence_p95_ms", 40.0)
                .containsEntry("tokens_in", 120.0);
    }

    @Test
    void aSplitHasItsOwnValues() {
        assertThat(new TextReport(Results.SOME).measures())
                .containsEntry("seen:vital_nuggets", 0.5)
                .containsEntry("fresh:vital_nuggets", 0.5)
                .containsEntry("seen:refused_of_answerable", 0.5)
                .containsEntry("fresh:refused_of_answerable", 0.0);
    }

    @Test
    void sentencesAndNotAnswersAreCountedForFaithfulness() {
        Figure faithfulness = new Figures(Results.SOME).all().get("faithfulness");
        assertThat(faithfulness.count()).isEqualTo("6 sentences");
        assertThat(faithfulness.value()).isEqualTo(4.0 / 6);
    }

    @Test
    void aFollowUpIsResampledWithTheTopicItFollows() {
        Topic follows = new Topic("t5", "follow-up", "answered", "t1", "And?", "seen", "");
        TopicResult last = Results.result("t1", "fact", "answered", "answered", 1, 10);
        TopicResult followUp = new TopicResult(
                follows,
                last.answer(),
                last.ranking(),
                last.scores(),
                last.verdicts(),
                last.breaches(),
                last.millis(),
                last.alone());
        Figure alone = new Figures(List.of(last, Results.result("t2", "fact", "answered", "abstained", 0, 1)))
                .all()
                .get("vital_nuggets");
        Figure both = new Figures(List.of(last, Results.result("t2", "fact", "answered", "abstained", 0, 1), followUp))
                .all()
                .get("vital_nuggets");
        assertThat(both.topics()).isEqualTo(3);
        assertThat(both.interval().low()).isEqualTo(alone.interval().low()).isZero();
    }

    @Test
    void aMeasureThatIsAlwaysRightHasAnInterval() {
        assertThat(new Figures(List.of(Results.SOME.getFirst()))
                        .all()
                        .get("vital_nuggets")
                        .interval())
                .satisfies(interval -> {
                    assertThat(interval.estimate()).isEqualTo(1);
                    assertThat(interval.low()).isLessThan(0.5);
                });
    }
}
