package ibid.eval.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.eval.dataset.LabelledClaim;
import ibid.eval.judge.Judge;
import ibid.eval.judge.JudgeCalibration;
import ibid.eval.judge.Judgement;
import ibid.eval.run.Results;
import ibid.verify.Support;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CorrectedFaithfulnessTest {

    /** Accepts a claim whose evidence says yes. */
    private static final Judge JUDGE =
            (claim, evidence) -> new Judgement.Given(claim.contains("yes") ? Support.FULL : Support.NONE, false, 1, "");

    /** A judge that accepts that many of ten supported claims, and two of ten others. */
    private static CorrectedFaithfulness finding(int of) {
        List<LabelledClaim> claims = Stream.concat(
                        IntStream.range(0, 10)
                                .mapToObj(at -> new LabelledClaim(
                                        (at < of ? "yes " : "no ") + at,
                                        List.of("words"),
                                        LabelledClaim.Label.SUPPORTED,
                                        "all")),
                        IntStream.range(0, 10)
                                .mapToObj(at -> new LabelledClaim(
                                        (at < 2 ? "yes " : "no ") + at,
                                        List.of("words"),
                                        LabelledClaim.Label.UNSUPPORTED,
                                        "all")))
                .toList();
        return new CorrectedFaithfulness("yes", JudgeCalibration.of(JUDGE, claims, 100, (done, total) -> {}));
    }

    /** 4 of 6: (0.667 + 0.8 − 1) / (0.9 + 0.8 − 1). */
    @Test
    void theJudgesErrorRateIsCorrected() {
        assertThat(finding(9).of(Results.SOME)).satisfies(note -> {
            assertThat(note.text()).contains("bootstrap over conversations and labelled claims): 0.667 [");
            assertThat(note.brief()).startsWith("as judged; corrected 0.667 [");
        });
    }

    @Test
    void aJudgeNoBetterThanChanceIsReported() {
        assertThat(finding(3).of(Results.SOME).text())
                .contains("Faithfulness as judged, 0.667, cannot be corrected", "not clearly better than chance")
                .doesNotContain("NaN");
    }
}
