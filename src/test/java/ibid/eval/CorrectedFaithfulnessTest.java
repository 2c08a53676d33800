package ibid.eval;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.verify.Support;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CorrectedFaithfulnessTest {

    /** Takes for supported what says yes. */
    private static final Judge JUDGE = (claim, evidence) -> new Judgement.Given(claim.contains("yes") ? Support.FULL : Support.NONE, false, 1, "");

    /** A judge that finds that many of ten supported claims, and takes two of ten others for supported. */
    private static CorrectedFaithfulness finding(int of) {
        List<LabelledClaim> claims = Stream.concat(IntStream.range(0, 10).mapToObj(at -> new LabelledClaim((at < of ? "yes " : "no ") + at, List.of("words"), LabelledClaim.Label.SUPPORTED, "all")),
                IntStream.range(0, 10).mapToObj(at -> new LabelledClaim((at < 2 ? "yes " : "no ") + at, List.of("words"), LabelledClaim.Label.UNSUPPORTED, "all"))).toList();
        return new CorrectedFaithfulness("yes", JudgeCalibration.of(JUDGE, claims, 100, (done, total) -> { }));
    }

    @Test
    void theJudgesMistakesAreTakenOut() {
        assertThat(finding(9).words(Results.SOME)).contains("Faithfulness corrected for the judge's mistakes (Rogan and Gladen): 0.667 [");   // 4 of 6: (0.667 + 0.8 - 1) / (0.9 + 0.8 - 1)
    }

    @Test
    void aJudgeKinderToTheAnswersThanToTheClaimsIsNotCorrected() {
        assertThat(finding(6).words(Results.SOME)).startsWith("Faithfulness 0.667 cannot be corrected");
    }
}
