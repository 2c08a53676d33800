package ibid.eval.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ibid.IbidException;
import ibid.eval.dataset.LabelledClaim;
import ibid.eval.dataset.LabelledClaim.Label;
import ibid.eval.report.CalibrationPage;
import ibid.eval.statistics.Interval;
import ibid.eval.statistics.Share;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JudgeCalibrationTest {

    @TempDir
    private Path folder;

    private static LabelledClaim labelled(String claim, String evidence, Label label, String set) {
        return new LabelledClaim(claim, List.of(evidence), label, set);
    }

    /** In set x the judge is right on three of four claims and fails on one; in set y it accepts the only claim. */
    private static JudgeCalibration calibration() {
        return JudgeCalibration.of(
                ScriptedJudge.byLetters(),
                List.of(
                        labelled("a", "a", Label.SUPPORTED, "x"),
                        labelled("b", "c", Label.UNSUPPORTED, "x"),
                        labelled("ab", "a", Label.PARTIAL, "x"),
                        labelled("c", "?", Label.SUPPORTED, "x"),
                        labelled("d", "d", Label.CONTRADICTED, "x"),
                        labelled("e", "e", Label.SUPPORTED, "y")),
                100,
                (done, all) -> {});
    }

    @Test
    void everySetIsCalibratedSeparately() {
        JudgeCalibration.SetCalibration x = calibration().sets().get("x");
        assertThat(x.count()).isEqualTo(5);
        assertThat(x.failures()).isOne();
        assertThat(x.confusion().count("contradicted", "supported")).isOne();
        assertThat(x.confusion().count("supported", "failed")).isOne();
        assertThat(x.accuracy()).isEqualTo(3.0 / 5);
        assertThat(x.sensitivity()).isEqualTo(new Share(1, 2));
        assertThat(x.specificity()).isEqualTo(new Share(2, 3));
        assertThat(x.falselyRejected()).isEqualTo(new Share(1, 2));
        assertThat(x.falselyAccepted()).isEqualTo(new Share(1, 3));
        assertThat(x.balancedAccuracy()).isCloseTo((1.0 / 2 + 2.0 / 3) / 2, within(1e-12));
        assertThat(x.kappa()).isCloseTo((3.0 / 5 - 13.0 / 25) / (1 - 13.0 / 25), within(1e-12));
    }

    @Test
    void aSetWithOneLabelHasNoBalancedAccuracyAndAllIsLast() {
        assertThat(calibration().sets().keySet()).containsExactly("x", "y", "all");
        assertThat(calibration().sets().get("y").balancedAccuracy()).isNaN();
        assertThat(calibration().sets().get("all").count()).isEqualTo(6);
    }

    /** Scores 1, 0, ½ and 1 for one supported and three other claims; the failure has no score. */
    @Test
    void statedScoresAreComparedWithTrueShares() {
        assertThat(calibration().sets().get("x").stated().error()).isCloseTo((2 * 0.5 + 0 + 0.5) / 4, within(1e-12));
    }

    @Test
    void progressIsReportedForEachClaim() {
        List<String> reported = new ArrayList<>();
        JudgeCalibration.of(
                ScriptedJudge.byLetters(),
                List.of(
                        labelled("a", "a", Label.SUPPORTED, "x"),
                        labelled("b", "b", Label.SUPPORTED, "x"),
                        labelled("c", "c", Label.SUPPORTED, "y")),
                100,
                (done, all) -> reported.add(done + " of " + all));
        assertThat(reported).containsExactly("1 of 3", "2 of 3", "3 of 3");
    }

    /** Ten claims about one text carry as little information as one. */
    @Test
    void claimsOnOneTextAreResampledTogether() {
        List<LabelledClaim> apart = new ArrayList<>(), together = new ArrayList<>();
        for (int at = 0; at < 40; at++) {
            apart.add(labelled(
                    at % 4 < 2 ? "a" : "b",
                    at % 4 == 0 ? "x" + at : "ab" + at,
                    at % 2 == 0 ? Label.SUPPORTED : Label.UNSUPPORTED,
                    "one"));
            together.add(labelled(
                    at % 4 < 2 ? "a" : "b",
                    at % 4 == 0 ? "x" + at / 20 : "ab" + at / 20,
                    at % 2 == 0 ? Label.SUPPORTED : Label.UNSUPPORTED,
                    "one"));
        }
        Interval wide = balanced(together), narrow = balanced(apart);
        assertThat(wide.estimate()).isEqualTo(narrow.estimate()).isBetween(narrow.low(), narrow.high());
        assertThat(wide.high() - wide.low()).isGreaterThan(narrow.high() - narrow.low());
    }

    private static Interval balanced(List<LabelledClaim> claims) {
        return JudgeCalibration.of(ScriptedJudge.byLetters(), claims, 100, (done, all) -> {})
                .overall()
                .balanced();
    }

    @Test
    void thePageShowsWhatTheScoreMeansSetBySet() {
        assertThat(new CalibrationPage(java.util.Map.of("a <judge>", calibration()), "every claim").html())
                .contains(
                        "a \\u003cjudge>",
                        "x: the judge's score and the share of those claims that people call supported",
                        "0.583 [")
                .doesNotContain("NaN");
    }

    /** Run with -Dgolden=update to rewrite the file after looking at the difference. */
    @Test
    void theTableEqualsTheGoldenFile() throws IOException {
        Path golden = Path.of("src/test/resources/ibid/eval/calibration.txt");
        if ("update".equals(System.getProperty("golden"))) {
            Files.writeString(golden, calibration().table());
        }
        assertThat(calibration().table()).isEqualTo(Files.readString(golden));
    }

    @Test
    void theSampleIsTheSameWhateverTheOrder() {
        List<LabelledClaim> claims = new ArrayList<>();
        for (int at = 0; at < 50; at++) {
            claims.add(labelled("claim " + at, "evidence", Label.SUPPORTED, at % 5 == 0 ? "rare" : "usual"));
        }
        List<LabelledClaim> sample = LabelledClaim.sample(claims, 10).get("usual");
        Collections.reverse(claims);
        assertThat(LabelledClaim.sample(claims, 10).get("usual"))
                .isEqualTo(sample)
                .hasSize(10);
        assertThat(sample)
                .isNotEqualTo(claims.reversed().stream()
                        .filter(claim -> claim.set().equals("usual"))
                        .limit(10)
                        .toList());
        assertThat(LabelledClaim.sample(claims, 20).get("usual")).containsAll(sample);
        assertThat(LabelledClaim.sample(claims, 20).get("rare")).hasSize(10);
    }

    private Path file(String... lines) throws IOException {
        return Files.write(folder.resolve("claims.jsonl"), List.of(lines));
    }

    @Test
    void readsOneTextOrSeveralAndIgnoresUnknownFields() throws IOException {
        assertThat(LabelledClaim.read(file(
                        "{\"claim\": \"a\", \"evidence\": \"b\", \"label\": \"partial\", \"id\": 7}",
                        "",
                        "{\"claim\": \"c\", \"evidence\": [\"d\", \"e\"], \"label\": "
                                + "\"contradicted\", \"set\": \"x\"}")))
                .containsExactly(
                        labelled("a", "b", Label.PARTIAL, "unnamed"),
                        new LabelledClaim("c", List.of("d", "e"), Label.CONTRADICTED, "x"));
    }

    @Test
    void aLineThatIsNotALabelledClaimIsNamed() throws IOException {
        Path wrongLabel = file(
                "{\"claim\": \"a\", \"evidence\": \"b\", \"label\": \"partial\"}",
                "{\"claim\": \"a\", \"evidence\": \"b\", \"label\": \"true\"}");
        assertThatThrownBy(() -> LabelledClaim.read(wrongLabel))
                .isInstanceOf(IbidException.class)
                .hasMessageContaining("line 2")
                .hasMessageContaining("“true”");
        assertThatThrownBy(() -> LabelledClaim.read(file("{\"claim\": \"a\", \"label\": \"partial\"}")))
                .isInstanceOf(IbidException.class)
                .hasMessageContaining("evidence");
        assertThatThrownBy(() -> LabelledClaim.read(file("not JSON")))
                .isInstanceOf(IbidException.class)
                .hasMessageContaining("line 1");
        assertThatThrownBy(() -> LabelledClaim.read(file("")))
                .isInstanceOf(IbidException.class)
                .hasMessageContaining("holds no labelled claim");
        assertThatThrownBy(() -> LabelledClaim.read(folder.resolve("nowhere")))
                .isInstanceOf(IbidException.class)
                .hasMessageContaining("cannot read");
    }
}
