package ibid.eval.measure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ibid.eval.client.AnswerView;
import ibid.eval.judge.Judge;
import ibid.eval.judge.JudgedSentence;
import ibid.eval.judge.Judgement;
import ibid.eval.run.Results;
import ibid.eval.statistics.Tally;
import ibid.verify.Support;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JudgingTest {

    /** Accepts a claim that is literally in the evidence. */
    private static final Judge STRICT = (claim, evidence) -> new Judgement.Given(
            String.join(" ", evidence).contains(claim) ? Support.FULL : Support.NONE, false, 1, "by the letter");

    private static final Judge SILENT = (claim, evidence) -> new Judgement.Failed("it said nothing");

    private final Map<String, Tally> scores = new LinkedHashMap<>();

    private List<JudgedSentence> judge(ObjectNode answer, List<String> found) {
        Map<String, Judge> judges = new LinkedHashMap<>();
        judges.put("strict", STRICT);
        judges.put("silent", SILENT);
        return new Judging(judges, id -> Optional.empty()).judge(new AnswerView(Results.body(answer)), found, scores);
    }

    @Test
    void theFirstJudgesMeasuresHavePlainNames() {
        assertThat(judge(Results.answer("answered", "Two came."), List.of()))
                .extracting(JudgedSentence::judge)
                .contains("strict", "silent");
        assertThat(scores)
                .containsEntry("citation_recall", new Tally(1, 1))
                .containsEntry("citation_recall_by_silent", new Tally(0, 1))
                .containsEntry("faithfulness", new Tally(1, 1));
    }

    @Test
    void aJudgementThatFailedIsCountedAndNotDropped() {
        judge(Results.answer("answered", "Two came."), List.of());
        assertThat(scores)
                .containsEntry("judge_failures", new Tally(0, 1))
                .containsEntry("faithfulness_by_silent", new Tally(0, 1));
        assertThat(scores.get("judge_failures_by_silent").got()).isPositive();
        assertThat(Measure.named("judge_failures_by_silent")).containsExactly(Measure.JUDGE_FAILURES);
    }

    @Test
    void aClaimWithoutSupportFromFootnotesIsCheckedAgainstAllPassages() {
        ObjectNode answer = Results.answer("answered", "Two came.");
        ((ObjectNode) answer.path("footnotes").path(0).path("quote")).put("exact", "Nobody knows.");
        List<JudgedSentence> judged = judge(answer, List.of("It rained. Two came."));
        assertThat(scores)
                .containsEntry("citation_recall", new Tally(0, 1))
                .containsEntry("faithfulness", new Tally(1, 1));
        assertThat(judged)
                .filteredOn(one -> one.judge().equals("strict"))
                .extracting(JudgedSentence::word)
                .containsExactly("none", "full");
    }

    @Test
    void aRefusalHasNothingToJudge() {
        assertThat(judge(Results.answer("abstained", ""), List.of("Two came."))).isEmpty();
        assertThat(scores).isEmpty();
    }
}
