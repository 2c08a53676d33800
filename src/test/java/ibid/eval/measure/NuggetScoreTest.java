package ibid.eval.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ibid.eval.dataset.Nugget;
import ibid.eval.judge.ScriptedJudge;
import ibid.verify.Support;
import java.util.List;
import org.junit.jupiter.api.Test;

class NuggetScoreTest {

    private static NuggetScore.Assigned vital(Support support) {
        return new NuggetScore.Assigned(true, support);
    }

    private static NuggetScore.Assigned okay(Support support) {
        return new NuggetScore.Assigned(false, support);
    }

    /** Three vital ones: held, held in part, not held; two okay ones: held, not held. */
    private static final NuggetScore SCORE = new NuggetScore(List.of(
            vital(Support.FULL), vital(Support.PARTIAL), vital(Support.NONE), okay(Support.FULL), okay(Support.NONE)));

    @Test
    void aNuggetHeldInPartCountsHalf() {
        assertThat(SCORE.vital()).isEqualTo(1.5 / 3);
    }

    @Test
    void strictlyANuggetHeldInPartCountsNothing() {
        assertThat(SCORE.allStrict()).isEqualTo(2.0 / 5);
        assertThat(SCORE.vitalStrict()).isCloseTo(1.0 / 3, within(1e-12));
    }

    @Test
    void anOkayNuggetWeighsHalf() {
        assertThat(SCORE.weightedStrict()).isEqualTo((1 + 0.5) / (3 + 1));
    }

    @Test
    void withoutNuggetsTheScoreIsZero() {
        NuggetScore none = new NuggetScore(List.of());
        assertThat(List.of(none.vital(), none.allStrict(), none.vitalStrict(), none.weightedStrict()))
                .containsOnly(0.0);
        assertThat(new NuggetScore(List.of(okay(Support.FULL))).vitalStrict()).isZero();
    }

    @Test
    void anEmptyAnswerHoldsNoNugget() {
        Nugget nugget = nugget("700", true);
        assertThat(NuggetScore.of(List.of(nugget), "", ScriptedJudge.byLetters())
                        .vitalStrict())
                .isZero();
        assertThat(NuggetScore.of(List.of(nugget), "About 700.", ScriptedJudge.byLetters())
                        .vitalStrict())
                .isOne();
    }

    @Test
    void aJudgeComparesEachNuggetWithTheAnswer() {
        List<Nugget> nuggets = List.of(nugget("ab", true), nugget("az", true), nugget("z", false));
        assertThat(NuggetScore.of(nuggets, "ab", ScriptedJudge.byLetters()))
                .isEqualTo(
                        new NuggetScore(List.of(vital(Support.FULL), vital(Support.PARTIAL), okay(Support.NONE)), 0));
        assertThat(NuggetScore.of(nuggets, "?", ScriptedJudge.byLetters())).satisfies(score -> {
            assertThat(score.failures()).isEqualTo(3);
            assertThat(score.vital()).isZero();
        });
    }

    private static Nugget nugget(String text, boolean vital) {
        return new Nugget("t", "n", text, vital, List.of(List.of(text)), List.of(new Nugget.Evidence("a", "words")));
    }
}
