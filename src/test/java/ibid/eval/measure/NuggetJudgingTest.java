package ibid.eval.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ibid.eval.dataset.Nugget;
import ibid.eval.judge.Judge;
import ibid.eval.judge.Judgement;
import ibid.eval.judge.ScriptedJudge;
import ibid.eval.statistics.Tally;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NuggetJudgingTest {

    /** The judge by letters, which claims to understand paraphrases. */
    private static final Judge READER = new Judge() {

        private final Judge letters = ScriptedJudge.byLetters();

        @Override
        public Judgement judge(String claim, List<String> evidence) {
            return letters.judge(claim, evidence);
        }

        @Override
        public boolean readsText() {
            return true;
        }
    };

    private static final List<Nugget> NUGGETS = List.of(nugget("t1.1", "ab"), nugget("t1.2", "cd"));

    private final Map<String, Tally> scores = new LinkedHashMap<>();

    private static Nugget nugget(String id, String text) {
        return new Nugget("t1", id, text, true, List.of(List.of(text)), List.of());
    }

    @Test
    void aJudgeOfParaphrasesFindsNuggetsInPartAndUnderItsOwnName() {
        new NuggetJudging(Map.of("llm", READER)).score(NUGGETS, "ab c", List.of("ab", "c"), List.of("abx"), scores);
        assertThat(scores)
                .containsEntry("vital_nuggets_by_llm", new Tally(0.5, 1))
                .containsEntry("vital_nuggets_graded_by_llm", new Tally(0.75, 1))
                .doesNotContainKey("vital_nuggets");
        assertThat(Measure.named("vital_nuggets_graded_by_llm")).containsExactly(Measure.VITAL_GRADED);
    }

    @Test
    void sentencesAreHallucinatedOrSelfKnown() {
        new NuggetJudging(Map.of("llm", READER)).score(NUGGETS, "x", List.of("a", "c", "xyz"), List.of("ax"), scores);
        assertThat(scores.get("told_by_a_passage_by_llm").got()
                        + scores.get("hallucination_by_llm").got()
                        + scores.get("self_knowledge_by_llm").got())
                .isCloseTo(1, within(1e-12));
        assertThat(scores.get("self_knowledge_by_llm").got()).isCloseTo(1.0 / 3, within(1e-12));
        assertThat(scores)
                .containsKeys(
                        "noise_sensitivity_by_llm",
                        "answer_precision_by_llm",
                        "answer_recall_by_llm",
                        "answer_f1_by_llm",
                        "claim_recall_by_llm");
    }

    @Test
    void forARefusalOnlyTheSearchIsScored() {
        new NuggetJudging(Map.of("llm", READER)).score(NUGGETS, "", List.of(), List.of("ab"), scores);
        assertThat(scores)
                .containsEntry("claim_recall_by_llm", new Tally(0.5, 1))
                .containsEntry("vital_nuggets_by_llm", new Tally(0, 1))
                .doesNotContainKey("hallucination_by_llm");
    }

    @Test
    void theBuiltInCheckIsNotAskedForNuggets() {
        new NuggetJudging(Map.of("checker", ScriptedJudge.byLetters()))
                .score(NUGGETS, "ab", List.of("ab"), List.of("ab"), scores);
        assertThat(scores).isEmpty();
    }
}
