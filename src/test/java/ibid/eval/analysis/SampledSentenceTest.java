package ibid.eval.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ibid.eval.run.Results;
import ibid.eval.run.TopicResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampledSentenceTest {

    @TempDir
    private Path folder;

    /** The sample with two people's labels of the first and the second sentence. */
    private Path filled(String first, String second, String other) throws IOException {
        List<String> lines = SampledSentence.sample(Results.SOME, 9).lines().toList();
        return Files.write(
                folder.resolve("sample.jsonl"),
                List.of(
                        lines.get(0)
                                .replace("\"label\":\"\"", "\"label\":\"" + first + "\"")
                                .replace("\"label_2\":\"\"", "\"label_2\":\"" + other + "\""),
                        lines.get(1).replace("\"label\":\"\"", "\"label\":\"" + second + "\"")));
    }

    @Test
    void aSampleLeavesOutTheJudgesVerdict() {
        assertThat(SampledSentence.sample(Results.SOME, 1))
                .hasLineCount(1)
                .contains(
                        "\"claim\":\"The ferry was sold.\"",
                        "\"evidence\":[\"The ferry was sold.\"]",
                        "\"label\":\"\",\"label_2\":\"\"")
                .doesNotContain("full", "checker");
        assertThat(SampledSentence.sample(Results.SOME, 9))
                .hasLineCount(2)
                .isEqualTo(SampledSentence.sample(Results.SOME, 9));
    }

    /**
     * The judge says full of one of two sentences and people say supported of both, so the judge is one of two too low.
     */
    @Test
    void peoplesLabelsSetTheJudgeRight() throws IOException {
        MeasureNote note = new LabelledSentences(
                        SampledSentence.labelled(filled("supported", "supported", "partial"), Results.SOME))
                .of(Results.SOME);
        assertThat(note.text())
                .contains(
                        "by 2 people's labels and the judge's verdicts on all 2",
                        "the judge alone says 0.500",
                        "So few labels are unreliable",
                        "Two people labelled 1 of them: the same label for 0.000");
        assertThat(new LabelledSentences(SampledSentence.labelled(filled("supported", "supported", ""), Results.SOME))
                        .of(Results.SOME)
                        .text())
                .contains(": 1.000 [")
                .doesNotContain("Two people");
    }

    @Test
    void labelsOfAnotherRunAreNotTaken() throws IOException {
        Path file = filled("supported", "", "");
        List<TopicResult> others = List.of(Results.SOME.getLast());
        assertThatThrownBy(() -> SampledSentence.labelled(file, others))
                .hasMessageContaining("line 1 is about a sentence that is not in this run");
        assertThatThrownBy(() -> SampledSentence.labelled(filled("yes", "", ""), Results.SOME))
                .hasMessageContaining("“yes”");
        assertThatThrownBy(() -> SampledSentence.labelled(filled("", "", ""), Results.SOME))
                .hasMessageContaining("holds no label");
    }

    @Test
    void measuresWithoutFailedJudgementsAreReported() {
        assertThat(WithoutFailures.of(Results.SOME)).isEmpty();
        assertThat(WithoutFailures.of(List.of(Results.failed(Results.SOME.get(2)), Results.SOME.getFirst()))
                        .orElseThrow()
                        .text())
                .contains("A judge failed on 1 answer,", "citation_recall 1.000");
    }
}
