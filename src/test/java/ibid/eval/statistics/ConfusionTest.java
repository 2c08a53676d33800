package ibid.eval.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class ConfusionTest {

    private static Confusion confusion(int yesYes, int yesNo, int noYes, int noNo) {
        return new Confusion(
                List.of("yes", "no"), List.of("yes", "no"), List.of(List.of(yesYes, yesNo), List.of(noYes, noNo)));
    }

    /** The usual example: agreement on 20 and 15 of 50, with a chance agreement of one half. */
    @Test
    void kappaIsAgreementBeyondChance() {
        assertThat(confusion(20, 5, 10, 15).kappa()).isCloseTo(0.4, within(1e-12));
        assertThat(confusion(25, 0, 0, 25).kappa()).isOne();
        assertThat(confusion(0, 25, 25, 0).kappa()).isEqualTo(-1);
        assertThat(confusion(7, 0, 0, 0).kappa()).isNaN();
    }

    @Test
    void balancedAccuracyWeighsARareLabelEqually() {
        Confusion lazy = confusion(0, 10, 0, 90);
        assertThat(lazy.accuracy()).isEqualTo(0.9);
        assertThat(lazy.balancedAccuracy()).isEqualTo(0.5);
        assertThat(lazy.kappa()).isZero();
        assertThat(confusion(0, 0, 3, 9).balancedAccuracy()).isEqualTo(0.75);
    }

    @Test
    void aGivenLabelOutsideTheTrueLabelsCountsAsWrong() {
        Confusion confusion = new Confusion(List.of("yes", "no"), "failed")
                .with("yes", "yes")
                .with("yes", "failed")
                .with("no", "no")
                .with("no", "no");
        assertThat(confusion.calledLabels("failed")).isOne();
        assertThat(confusion.total()).isEqualTo(4);
        assertThat(confusion.accuracy()).isEqualTo(0.75);
        assertThat(confusion.recall("yes")).isEqualTo(0.5);
        assertThat(confusion.precision("yes")).isOne();
        assertThat(confusion.f1("yes")).isCloseTo(2.0 / 3, within(1e-12));
        assertThat(confusion.table()).contains("failed").hasLineCount(3);
    }
}
