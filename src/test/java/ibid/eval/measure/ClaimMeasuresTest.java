package ibid.eval.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ibid.eval.judge.ScriptedJudge;
import ibid.eval.measure.RagChecker.ClaimEvidence;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ClaimMeasuresTest {

    private static ClaimEvidence beside(boolean other, Boolean... by) {
        return new ClaimEvidence(other, List.of(by));
    }

    /**
     * Three passages, of which only the first entails an expected claim. The given claims are: right and in a passage;
     * wrong and in the relevant passage; wrong and in another; wrong and in none; right and in none.
     */
    private static final RagChecker CHECKED = new RagChecker(
            List.of(
                    beside(true, true, false, false),
                    beside(false, true, true, false),
                    beside(false, false, false, true),
                    beside(false, false, false, false),
                    beside(true, false, false, false)),
            List.of(
                    beside(true, true, false, false),
                    beside(false, true, false, false),
                    beside(true, false, false, false)),
            3,
            0);

    @Test
    void theExampleIsComputedAsByHand() {
        assertThat(CHECKED.precision()).isEqualTo(2.0 / 5);
        assertThat(CHECKED.recall()).isCloseTo(2.0 / 3, within(1e-12));
        assertThat(CHECKED.f1()).isCloseTo(0.5, within(1e-12));
        assertThat(CHECKED.claimRecall()).isCloseTo(2.0 / 3, within(1e-12));
        assertThat(CHECKED.contextPrecision()).isCloseTo(1.0 / 3, within(1e-12));
        assertThat(CHECKED.contextUtilisation()).isEqualTo(1.0 / 2);
        assertThat(CHECKED.noiseSensitivityInRelevant()).isEqualTo(1.0 / 5);
        assertThat(CHECKED.noiseSensitivityInIrrelevant()).isEqualTo(1.0 / 5);
        assertThat(CHECKED.faithfulness()).isEqualTo(3.0 / 5);
        assertThat(CHECKED.hallucination()).isEqualTo(1.0 / 5);
        assertThat(CHECKED.selfKnowledge()).isEqualTo(1.0 / 5);
    }

    @Test
    void faithfulnessHallucinationAndSelfKnowledgeAlwaysAddUpToOne() {
        Random random = new Random(3);
        for (int round = 0; round < 500; round++) {
            int passages = random.nextInt(5), claims = 1 + random.nextInt(8);
            RagChecker checked = new RagChecker(
                    claims(random, claims, passages), claims(random, random.nextInt(6), passages), passages, 0);
            assertThat(checked.faithfulness() + checked.hallucination() + checked.selfKnowledge())
                    .isCloseTo(1, within(1e-12));
            assertThat(checked.precision()
                            + checked.hallucination()
                            + checked.noiseSensitivityInRelevant()
                            + checked.noiseSensitivityInIrrelevant())
                    .as("a claim is right, made up, or noise")
                    .isCloseTo(1, within(1e-12));
        }
    }

    private static List<ClaimEvidence> claims(Random random, int count, int passages) {
        return IntStream.range(0, count)
                .mapToObj(claim -> new ClaimEvidence(
                        random.nextBoolean(),
                        IntStream.range(0, passages)
                                .mapToObj(passage -> random.nextInt(4) == 0)
                                .toList()))
                .toList();
    }

    @Test
    void theJudgeComparesEveryClaimWithEveryPassageAndTheOtherAnswer() {
        ScriptedJudge judge = ScriptedJudge.byLetters();
        RagChecker checked = RagChecker.of(List.of("a", "z"), List.of("a", "b"), List.of("ab", "?"), judge);
        assertThat(judge.asked())
                .containsExactly(
                        "a < ab",
                        "a < ?",
                        "a < a + b",
                        "z < ab",
                        "z < ?",
                        "z < a + b",
                        "a < ab",
                        "a < ?",
                        "a < a + z",
                        "b < ab",
                        "b < ?",
                        "b < a + z");
        assertThat(checked.failures()).isEqualTo(4);
        assertThat(checked.precision()).isEqualTo(0.5);
        assertThat(checked.claimRecall()).isOne();
        assertThat(checked.hallucination()).isEqualTo(0.5);
    }

    @Test
    void withoutClaimsEveryMeasureIsZero() {
        RagChecker nothing = new RagChecker(List.of(), List.of(), 0, 0);
        assertThat(List.of(
                        nothing.precision(),
                        nothing.recall(),
                        nothing.f1(),
                        nothing.claimRecall(),
                        nothing.contextPrecision(),
                        nothing.contextUtilisation(),
                        nothing.faithfulness()))
                .containsOnly(0.0);
        assertThatThrownBy(() -> new RagChecker(List.of(beside(true, true)), List.of(), 2, 0))
                .hasMessageContaining("1 of 2 passages");
    }

    @Test
    void faithfulnessIsTheShareOfClaimsThatTheContextSupports() {
        Faithfulness faithfulness =
                Faithfulness.of(List.of("a", "ab", "abz", "z"), List.of("a", "b"), ScriptedJudge.byLetters());
        assertThat(faithfulness).isEqualTo(new Faithfulness(4, 2, 0));
        assertThat(Faithfulness.of(List.of("a"), List.of("?"), ScriptedJudge.byLetters()))
                .isEqualTo(new Faithfulness(1, 0, 1));
    }
}
