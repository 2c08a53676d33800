package ibid.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class CorrectedTest {

    private static final Offset<Double> CLOSE = within(1e-9);

    /** 130 of 200 called supported, sensitivity 0.8, specificity 0.75: (0.65 − 0.25) / 0.55. Bounds by equations 13 to 16 of the paper, worked out apart from this code. */
    @Test
    void roganAndGladenUndoWhatTheJudgeIsKnownToMistake() {
        Interval corrected = Corrected.roganGladen(new Share(130, 200), new Share(80, 100), new Share(90, 120));
        assertThat(corrected.estimate()).isCloseTo(0.7272727272727271, CLOSE);
        assertThat(corrected.low()).isCloseTo(0.5679012250018912, CLOSE);
        assertThat(corrected.high()).isCloseTo(0.8993116139662091, CLOSE);
    }

    @Test
    void aShareThatTheJudgeCouldNotFindIsCutOff() {
        assertThat(Corrected.roganGladen(new Share(195, 200), new Share(80, 100), new Share(90, 120))).isEqualTo(new Interval(1, 1, 1));
        assertThat(Corrected.roganGladen(new Share(20, 200), new Share(80, 100), new Share(90, 120))).isEqualTo(new Interval(0, 0, 0));
    }

    @Test
    void aJudgeThatIsRightByChanceTellsNothing() {
        assertThat(Corrected.roganGladen(new Share(50, 100), new Share(50, 100), new Share(50, 100))).isEqualTo(new Interval(Double.NaN, 0, 1));
        assertThat(Corrected.roganGladen(new Share(0, 0), new Share(9, 10), new Share(9, 10)).estimate()).isNaN();
        assertThat(Corrected.roganGladen(new Share(5, 9), new Share(9, 10), new Share(0, 0)).estimate()).isNaN();
    }

    /** With the truth 0.7, sensitivity 0.85 and specificity 0.75 known from 60 and 40 labels only. */
    @Test
    void theIntervalHoldsTheTruthAboutAsOftenAsItSays() {
        Random random = new Random(2);
        int held = 0;
        for (int round = 0; round < 1_000; round++) {
            Interval interval = Corrected.roganGladen(drawn(random, 0.7 * 0.85 + 0.3 * 0.25, 300), drawn(random, 0.85, 60), drawn(random, 0.75, 40));
            if (interval.low() <= 0.7 && 0.7 <= interval.high()) held++;
        }
        assertThat(held).isBetween(930, 990);
    }

    private static Share drawn(Random random, double probability, int of) {
        return new Share((int) IntStream.range(0, of).filter(one -> random.nextDouble() < probability).count(), of);
    }

    /** Judged 6 of 8; of five labelled the judge was one too high and one too low: numpy's values. */
    @Test
    void predictionPoweredInferenceAddsWhatTheJudgeWasOff() {
        List<Corrected.Both> labelled = List.of(new Corrected.Both(1, 1), new Corrected.Both(1, 0), new Corrected.Both(0, 0), new Corrected.Both(1, 1), new Corrected.Both(0, 1));
        Interval interval = Corrected.predictionPowered(List.of(1.0, 1.0, 1.0, 0.0, 1.0, 0.0, 1.0, 1.0), labelled);
        assertThat(interval.estimate()).isCloseTo(0.75, CLOSE);
        assertThat(interval.low()).isCloseTo(0.11964224700131709, CLOSE);
        assertThat(interval.high()).isCloseTo(1.380357752998683, CLOSE);
    }

    /** A judge that calls everything supported of which people say so for 60 %. */
    @Test
    void predictionPoweredInferenceIsNotFooledByALenientJudge() {
        Random random = new Random(6);
        List<Corrected.Both> labelled = IntStream.range(0, 100).mapToObj(one -> new Corrected.Both(1, random.nextInt(10) < 6 ? 1 : 0)).toList();
        Interval interval = Corrected.predictionPowered(IntStream.range(0, 900).mapToObj(one -> 1.0).toList(), labelled);
        assertThat(interval.low()).isLessThan(0.6);
        assertThat(interval.high()).isBetween(0.6, 0.8);
    }
}
