package ibid.eval.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExpectedValuesTest {

    @TempDir
    private Path folder;

    private List<String> outside(Map<String, Double> measures) throws IOException {
        Files.writeString(
                folder.resolve("expected.tsv"),
                "measure\tvalue\ttolerance\nrecall@5\t0.70\t0.05\nanswer_p50_ms\t60\t40\n");
        return ExpectedValues.read(folder.resolve("expected.tsv")).outside(measures);
    }

    @Test
    void betterIsNeverOutside() throws IOException {
        assertThat(outside(Map.of("recall@5", 0.99, "answer_p50_ms", 5.0))).isEmpty();
    }

    @Test
    void aValueWorseThanItsToleranceIsReported() throws IOException {
        assertThat(outside(Map.of("recall@5", 0.64, "answer_p50_ms", 101.0)))
                .hasSize(2)
                .first()
                .asString()
                .contains("recall@5", "0.64");
    }

    @Test
    void moreOfWhatIsBadIsWorseInASplitToo() throws IOException {
        Files.writeString(
                folder.resolve("bad.tsv"), "measure\tvalue\ttolerance\nfresh:refused_of_answerable\t0.1\t0.03\n");
        assertThat(ExpectedValues.read(folder.resolve("bad.tsv")).outside(Map.of("fresh:refused_of_answerable", 0.2)))
                .hasSize(1);
        assertThat(ExpectedValues.read(folder.resolve("bad.tsv")).outside(Map.of("fresh:refused_of_answerable", 0.0)))
                .isEmpty();
    }

    @Test
    void aLineThatIsNoneIsNamed() throws IOException {
        Files.writeString(folder.resolve("wrong.tsv"), "measure\tvalue\ttolerance\nrecall@5\tgood\t0\n");
        assertThatThrownBy(() -> ExpectedValues.read(folder.resolve("wrong.tsv")))
                .hasMessageContaining("wrong.tsv, line 2: needs a measure");
    }

    @Test
    void aFileWithoutItsHeadKeepsItsFirstLine() throws IOException {
        Files.writeString(folder.resolve("bare.tsv"), "recall@5\t0.70\t0.05\n");
        assertThat(ExpectedValues.read(folder.resolve("bare.tsv")).outside(Map.of("recall@5", 0.5)))
                .hasSize(1);
    }

    @Test
    void moreSentencesAndLessCalibratedConfidenceAreWorse() throws IOException {
        Files.writeString(
                folder.resolve("more.tsv"),
                "measure\tvalue\ttolerance\nsentences_per_answer\t2.7\t0.3\ncalibration_error\t0.11\t0.03\n");
        assertThat(ExpectedValues.read(folder.resolve("more.tsv"))
                        .outside(Map.of("sentences_per_answer", 8.7, "calibration_error", 0.3)))
                .hasSize(2);
        assertThat(ExpectedValues.read(folder.resolve("more.tsv"))
                        .outside(Map.of("sentences_per_answer", 2.0, "calibration_error", 0.02)))
                .isEmpty();
    }

    @Test
    void nothingIsExpectedWithoutTheFile() {
        assertThat(ExpectedValues.read(folder.resolve("none.tsv")).outside(Map.of()))
                .isEmpty();
    }

    @Test
    void aMissingMeasureIsOutside() throws IOException {
        assertThat(outside(Map.of("recall@5", 0.7))).singleElement().asString().contains("answer_p50_ms");
    }
}
