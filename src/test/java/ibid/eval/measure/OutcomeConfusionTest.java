package ibid.eval.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class OutcomeConfusionTest {

    private static OutcomeConfusion outcomes(String... pairs) {
        OutcomeConfusion outcomes = new OutcomeConfusion();
        for (String pair : pairs) {
            outcomes = outcomes.with(pair.split(" ")[0], pair.split(" ")[1]);
        }
        return outcomes;
    }

    /**
     * Of six topics to answer one is refused and one partially answered; the one topic to answer partially is refused;
     * of three to refuse two are refused.
     */
    private static final OutcomeConfusion SOME = outcomes(
            "answered answered",
            "answered answered",
            "answered answered",
            "answered answered",
            "answered partial",
            "answered abstained",
            "partial abstained",
            "abstained abstained",
            "abstained abstained",
            "abstained answered");

    @Test
    void refusalsHavePrecisionAndRecall() {
        assertThat(SOME.refusalPrecision()).isEqualTo(2.0 / 4);
        assertThat(SOME.refusalRecall()).isCloseTo(2.0 / 3, within(1e-12));
        assertThat(SOME.refusalF1()).isCloseTo(4.0 / 7, within(1e-12));
    }

    @Test
    void aPartialAnswerIsNotAFullOne() {
        assertThat(SOME.confusion().accuracy()).isEqualTo(6.0 / 10);
        assertThat(SOME.confusion().count("answered", "partial")).isOne();
    }

    @Test
    void refusingEverythingScoresLow() {
        OutcomeConfusion silent =
                outcomes("answered abstained", "answered abstained", "answered abstained", "abstained abstained");
        assertThat(silent.refusalRecall()).isOne();
        assertThat(silent.refusalPrecision()).isEqualTo(0.25);
    }

    @Test
    void aMissingOutcomeIsNaN() {
        assertThat(new OutcomeConfusion().confusion().accuracy()).isNaN();
        assertThat(outcomes("answered answered").refusalPrecision()).isNaN();
        assertThat(outcomes("answered answered").refusalF1()).isNaN();
        assertThat(outcomes("answered abstained").refusalF1()).isZero();
    }
}
