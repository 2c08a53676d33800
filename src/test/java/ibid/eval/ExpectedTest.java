package ibid.eval;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExpectedTest {

    @TempDir
    private Path folder;

    private List<String> outside(Map<String, Double> measures) throws IOException {
        Files.writeString(folder.resolve("expected.tsv"), "measure\tvalue\ttolerance\nrecall@5\t0.70\t0.05\nanswer_p50_ms\t60\t40\n");
        return Expected.read(folder.resolve("expected.tsv")).outside(measures);
    }

    @Test
    void betterIsNeverOutside() throws IOException {
        assertThat(outside(Map.of("recall@5", 0.99, "answer_p50_ms", 5.0))).isEmpty();
    }

    @Test
    void worseThanTheToleranceIsTold() throws IOException {
        assertThat(outside(Map.of("recall@5", 0.64, "answer_p50_ms", 101.0))).hasSize(2).first().asString().contains("recall@5", "0.64");
    }

    @Test
    void aMeasureNobodyTookIsOutside() throws IOException {
        assertThat(outside(Map.of("recall@5", 0.7))).singleElement().asString().contains("answer_p50_ms");
    }
}
