package ibid.eval.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class CalibrationTest {

    private static final Calibration CALIBRATION = new Calibration(
            List.of(
                    new Calibration.Shown(0.95, true),
                    new Calibration.Shown(0.35, false),
                    new Calibration.Shown(0.92, true),
                    new Calibration.Shown(0.31, true)),
            8);

    @Test
    void answersWithSimilarConfidenceShareABin() {
        assertThat(CALIBRATION.bins()).hasSize(2).first().satisfies(bin -> {
            assertThat(bin.stated()).isCloseTo(0.33, within(1e-9));
            assertThat(bin.right()).isEqualTo(0.5);
            assertThat(bin.count()).isEqualTo(2);
        });
    }

    @Test
    void theErrorIsTheMeanDistanceOfStatedAndTrueShares() {
        assertThat(CALIBRATION.error()).isCloseTo((2 * 0.17 + 2 * 0.065) / 4, within(1e-9));
    }

    @Test
    void riskGrowsWithWhatIsAnsweredFromTheMostConfidentOn() {
        assertThat(CALIBRATION.risks())
                .extracting(Calibration.Point::coverage)
                .containsExactly(0.125, 0.25, 0.375, 0.5);
        assertThat(CALIBRATION.risks()).extracting(Calibration.Point::risk).containsExactly(0.0, 0.0, 1.0 / 3, 0.25);
    }

    /** Right, right, wrong, right, by falling confidence: the risks are 0, 0, 1/3 and 1/4; at best 0, 0, 0 and 1/4. */
    @Test
    void theAreaIsTheMeanRiskOverTheAnswers() {
        assertThat(CALIBRATION.area()).isCloseTo((1.0 / 3 + 1.0 / 4) / 4, within(1e-12));
        assertThat(CALIBRATION.minArea()).isCloseTo(1.0 / 16, within(1e-12));
    }

    @Test
    void answersOfTheSameConfidenceAreShownTogether() {
        Calibration tied = new Calibration(
                List.of(
                        new Calibration.Shown(0.5, true),
                        new Calibration.Shown(0.5, false),
                        new Calibration.Shown(0.9, true)),
                3);
        assertThat(tied.risks()).containsExactly(new Calibration.Point(1.0 / 3, 0), new Calibration.Point(1, 1.0 / 3));
        assertThat(tied.area()).isCloseTo(2.0 / 3 / 3, within(1e-12));
        assertThat(new Calibration(List.of(), 3).area()).isNaN();
    }
}
