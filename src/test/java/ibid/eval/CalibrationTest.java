package ibid.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class CalibrationTest {

    private static final Calibration CALIBRATION = new Calibration(List.of(new Calibration.Shown(0.95, true), new Calibration.Shown(0.35, false), new Calibration.Shown(0.92, true), new Calibration.Shown(0.31, true)), 8);

    @Test
    void answersOfLikeConfidenceAreCountedTogether() {
        assertThat(CALIBRATION.bins()).hasSize(2).first().satisfies(bin -> {
            assertThat(bin.stated()).isCloseTo(0.33, within(1e-9));
            assertThat(bin.right()).isEqualTo(0.5);
            assertThat(bin.count()).isEqualTo(2);
        });
    }

    @Test
    void theErrorIsTheMeanDistanceOfStatedAndTrue() {
        assertThat(CALIBRATION.error()).isCloseTo((2 * 0.17 + 2 * 0.065) / 4, within(1e-9));
    }

    @Test
    void riskGrowsWithWhatIsAnsweredFromTheMostConfidentOn() {
        assertThat(CALIBRATION.risks()).extracting(Calibration.Point::coverage).containsExactly(0.125, 0.25, 0.375, 0.5);
        assertThat(CALIBRATION.risks()).extracting(Calibration.Point::risk).containsExactly(0.0, 0.0, 1.0 / 3, 0.25);
    }
}
