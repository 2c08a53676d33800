package ibid.eval.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ibid.eval.dataset.LabelledClaim;
import ibid.eval.mutation.Mutation;
import ibid.eval.mutation.MutationReport;
import ibid.eval.run.Results;
import ibid.model.onnx.CrossEncoder;
import ibid.verify.Support;
import ibid.verify.Verifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The verifier as a judge; {@code -Dclaims=FILE -Dmax=400} prints the table of eval/README.md. */
class CheckerJudgeTest {

    private static final Path CLAIMS = Path.of(System.getProperty("claims", "../shared/data/claims/claims.jsonl"));
    private static final int DEFAULT_CLAIMS_PER_SET = 10;

    @Test
    void saysWhatTheCheckSays() {
        Judge judge = new CheckerJudge(new Verifier());
        assertThat(judge.judge("The base has 700 soldiers.", List.of("The base has 700 soldiers.")))
                .isInstanceOfSatisfying(
                        Judgement.Given.class,
                        given -> assertThat(given.support()).isEqualTo(Support.FULL));
        assertThat(judge.judge("The base has 7,000 soldiers.", List.of("The base has 700 soldiers.")))
                .isInstanceOfSatisfying(Judgement.Given.class, given -> {
                    assertThat(given.support()).isEqualTo(Support.NONE);
                    assertThat(given.contradicted()).isTrue();
                    assertThat(given.reason()).contains("700");
                });
    }

    @Test
    void withoutEvidenceNothingIsSupportedAndAnEmptyClaimFails() {
        Judge judge = new CheckerJudge(new Verifier());
        assertThat(judge.judge("The base has 700 soldiers.", List.of()).support())
                .isEqualTo(Support.NONE);
        assertThat(judge.judge("The base has 700 soldiers.", List.of(" ")).hasFailed())
                .isFalse();
        assertThat(judge.judge(" ", List.of("The base has 700 soldiers.")).hasFailed())
                .isTrue();
    }

    @Test
    void agreesWithPeopleBetterThanChance() {
        assumeTrue(Files.exists(CLAIMS), "no labelled claims at " + CLAIMS + ": the judge is not laid beside people");
        try (CrossEncoder model = new CrossEncoder()) {
            JudgeCalibration calibration = JudgeCalibration.of(
                    new CheckerJudge(new Verifier(model)),
                    LabelledClaim.read(CLAIMS),
                    Integer.getInteger("max", DEFAULT_CLAIMS_PER_SET),
                    (done, all) -> {});
            if (Integer.getInteger("max") != null) {
                System.out.println(calibration.table());
            }
            Map<String, JudgeCalibration.SetCalibration> sets = calibration.sets();
            assertThat(sets.values())
                    .allSatisfy(set -> assertThat(set.failures()).isZero());
            assertThat(sets.get("all").kappa()).isPositive();
        }
    }

    /**
     * Ibid's answers mostly use the articles' words. These claims paraphrase them, so that a change is harder to
     * detect.
     */
    @Test
    void mostChangesOfAParaphraseAreDetected() {
        assumeTrue(Files.exists(CLAIMS), "no labelled claims at " + CLAIMS + ": no paraphrase is broken");
        List<Mutation.Given> claims =
                LabelledClaim.sample(LabelledClaim.read(CLAIMS), Integer.getInteger("max", DEFAULT_CLAIMS_PER_SET))
                        .values()
                        .stream()
                        .flatMap(List::stream)
                        .filter(claim -> claim.label() == LabelledClaim.Label.SUPPORTED)
                        .map(claim -> Results.given(
                                claim.set(), "answered", new CitedSentence(claim.claim(), claim.evidence())))
                        .toList();
        try (CrossEncoder model = new CrossEncoder()) {
            MutationReport report = MutationReport.of(claims, new CheckerJudge(new Verifier(model)));
            if (Integer.getInteger("max") != null) {
                System.out.println(report.table() + String.join("\n", report.escaped()));
            }
            assertThat(report.kinds().values().stream()
                            .mapToInt(MutationReport.Seen::seen)
                            .sum())
                    .isGreaterThan(report.kinds().values().stream()
                                    .mapToInt(MutationReport.Seen::made)
                                    .sum()
                            * 3
                            / 4);
        }
    }
}
