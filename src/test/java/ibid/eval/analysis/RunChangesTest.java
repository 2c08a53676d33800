package ibid.eval.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.eval.dataset.Topic;
import ibid.eval.run.MeasuredRun;
import ibid.eval.run.Results;
import ibid.eval.run.RunManifest;
import ibid.eval.run.TopicResult;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RunChangesTest {

    private static final List<TopicResult> BEFORE = List.of(
            Results.result("t2", "fact", "answered", "answered", 1, 20),
            Results.result("f3", "several", "partial", "abstained", 0, 30),
            Results.result("gone", "fact", "answered", "answered", 1, 1));

    private static RunChanges changes(List<TopicResult> before, List<TopicResult> after) {
        return new RunChanges(Results.measured(before), Results.measured(after));
    }

    @Test
    void onlyTopicsOfBothRunsAreCompared() {
        RunChanges changes = changes(BEFORE, Results.SOME);
        assertThat(changes.topics()).isEqualTo(2);
        assertThat(changes.of("vital_nuggets").difference()).isEqualTo((0 + 0.5) / 2 - (1 + 0) / 2.0);
        assertThat(changes.warnings()).containsExactly("1 topic of the earlier run is not in this run.");
    }

    @Test
    void aMeasureThatOneRunDoesNotHaveIsNotCompared() {
        assertThat(changes(BEFORE, Results.SOME).all())
                .doesNotContainKey("refused_of_unanswerable")
                .containsKey("vital_nuggets");
    }

    /** Each run answers another topic: each figure is over the run's own answers, as in the table. */
    @Test
    void measuresOfAnswersAreOverWhatEachRunAnswered() {
        assertThat(changes(BEFORE, Results.SOME).all().get("citation_recall")).satisfies(compared -> {
            assertThat(compared.difference().estimate()).isEqualTo(0.5 - 1);
            assertThat(compared.topics()).isEqualTo("1");
        });
    }

    @Test
    void aFollowUpIsExchangedWithWhatItFollows() {
        TopicResult first = Results.result("t1", "fact", "answered", "answered", 1, 1),
                worse = Results.result("t1", "fact", "answered", "answered", 0, 1);
        Topic follows = new Topic("t5", "follow-up", "answered", "t1", "And?", "seen", "");
        RunChanges changes =
                changes(List.of(first, Results.about(follows, first)), List.of(worse, Results.about(follows, worse)));
        assertThat(changes.of("vital_nuggets").conversations()).hasSize(1);
        assertThat(changes.all().get("vital_nuggets").p()).isOne();
    }

    @Test
    void anotherQuestionUnderTheSameIdIsReportedNotCompared() {
        TopicResult asked = Results.SOME.getFirst();
        Topic other = new Topic("t1", "fact", "answered", "", "What else?", "seen", ""),
                follows = new Topic("t9", "fact", "answered", "t1", "And?", "seen", "");
        RunChanges changes = changes(
                List.of(Results.about(other, asked), Results.about(follows, asked)),
                List.of(asked, Results.about(follows, asked)));
        assertThat(changes.topics()).isZero();
        assertThat(changes.warnings())
                .first()
                .asString()
                .contains("2 topics are not compared")
                .contains("t1, t9");
    }

    @Test
    void runsByOtherJudgesAreNotComparedBySupport() {
        RunChanges changes = new RunChanges(
                new MeasuredRun(
                        new RunManifest(Map.of(RunManifest.JUDGE, "checker", RunManifest.DATASET, "a")), Results.SOME),
                new MeasuredRun(
                        new RunManifest(Map.of(RunManifest.JUDGE, "openai:x", RunManifest.DATASET, "b")),
                        Results.SOME));
        assertThat(changes.all())
                .doesNotContainKeys("faithfulness", "citation_recall")
                .containsKey("vital_nuggets");
        assertThat(changes.warnings())
                .anySatisfy(warning -> assertThat(warning).contains("The datasets differ"))
                .anySatisfy(
                        warning -> assertThat(warning).contains("The judges differ (checker before, openai:x now)"));
    }

    @Test
    void theWorseOnesComeFirstAndSayHow() {
        List<RunChanges.Changed> changed = changes(BEFORE, Results.SOME).topicsChanged();
        assertThat(changed).extracting(one -> one.after().topic().id()).containsExactly("t2", "f3");
        assertThat(changed).extracting(RunChanges.Changed::isWorse).containsExactly(true, false);
        assertThat(changed.getFirst().changes())
                .contains("answered before, abstained now", "vital_nuggets 1.00 before, 0.00 now");
    }

    @Test
    void aRunComparedWithItselfHasNotChanged() {
        RunChanges changes = changes(Results.SOME, Results.SOME);
        assertThat(changes.topicsChanged()).isEmpty();
        assertThat(changes.warnings()).isEmpty();
        assertThat(changes.all().get("vital_nuggets").p()).isOne();
        assertThat(changes.all().get("vital_nuggets").smallestDetectable()).isEqualTo("–");
    }
}
