package ibid.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.api.FeedbackBody;
import ibid.log.TurnLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code eval} on somebody's own articles, in this process with the real models. */
class EvalCommandTest {

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @BeforeEach
    void write() throws IOException {
        Files.createDirectories(folder.resolve("articles"));
        Files.createDirectories(folder.resolve("mine"));
        Files.writeString(
                folder.resolve("articles/ferry.md"),
                "---\ntitle: The ferry Aurelia\npublisher: Harbour Gazette\npublished: 2025-03-03\n---\n\n"
                        + "The ferry Aurelia was sold to Bergen for two million crowns. Mayor Ida Holm said that the "
                        + "ferry Aurelia was too small for the island. "
                        + "The Bergen Treaty was signed in Oslo on 3 May 1951.\n");
        Files.writeString(
                folder.resolve("mine/topics.tsv"),
                "topic\toutcome\tfollows\tquestion\talone\nq1\tanswered\t-\tHow much was the ferry Aurelia sold "
                        + "for?\t-\nq2\tanswered\tq1\tTo whom?\tTo whom was the ferry Aurelia "
                        + "sold?\nq3\tabstained\t-\tWhat did Kylie Minogue do?\t-\n");
    }

    private int run(String... arguments) {
        out.reset();
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--corpus", path("articles"), "--data", path("data")));
        return Main.run(
                all.toArray(String[]::new),
                Map.of(),
                new Terminal(new PrintStream(out, true, StandardCharsets.UTF_8), false));
    }

    private int alone(String... arguments) {
        out.reset();
        return Main.run(arguments, Map.of(), new Terminal(new PrintStream(out, true, StandardCharsets.UTF_8), false));
    }

    private int eval(String... more) {
        List<String> all = new ArrayList<>(List.of("eval", "run", "--dataset", path("mine")));
        all.addAll(List.of("--report", path("report")));
        all.addAll(List.of(more));
        return run(all.toArray(String[]::new));
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    private String printed() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private List<String> results() throws IOException {
        return Files.readAllLines(folder.resolve("report/results.jsonl"));
    }

    @Test
    void questionsAloneAreEnoughForAReport() throws IOException {
        assertThat(eval()).isZero();
        assertThat(printed())
                .contains("outcome_right")
                .contains("citation_recall")
                .contains("follow_ups_agree")
                .doesNotContain("recall@5  ");
        assertThat(results())
                .hasSize(3)
                .first()
                .asString()
                .contains("\"topic\":{\"id\":\"q1\"", "two million crowns", "\"word\":\"full\"");
        assertThat(folder.resolve("report/report.html")).isNotEmptyFile();
        assertThat(folder.resolve("report/report.md")).content().contains("### Evaluation: 3 topics");
    }

    /** The state after a killed run: its results are next to those of the earlier report. */
    private void cutOff(List<String> lines) throws IOException {
        Path unfinished = Files.createDirectories(folder.resolve("report/unfinished"));
        Files.writeString(
                unfinished.resolve("run.json"),
                Files.readString(folder.resolve("report/run.json")).replaceAll("  \"writer\".*\n", ""));
        Files.writeString(unfinished.resolve("results.jsonl"), String.join("\n", lines));
    }

    @Test
    void anInterruptedRunIsResumed() throws IOException {
        eval();
        List<String> lines = new ArrayList<>(results());
        String first = lines.getFirst().replace("two million crowns", "CUT OFF");
        cutOff(List.of(
                lines.getLast()
                        .replace("\"question\":\"What did Kylie Minogue", "\"question\":\"What did Kylie KEPT Minogue"),
                first.substring(0, first.length() / 2)));
        assertThat(eval()).isZero();
        assertThat(printed()).contains("Resuming the interrupted run: 1 topics are done.", "Warming up");
        assertThat(results()).hasSize(3);
        assertThat(results().getLast()).contains("Kylie KEPT");
        assertThat(results().getFirst()).contains("two million crowns").doesNotContain("CUT OFF");
        assertThat(folder.resolve("report/unfinished")).doesNotExist();
    }

    @Test
    void aFinishedOrChangedRunStartsFromTheBeginning() throws IOException {
        eval();
        eval();
        assertThat(printed()).doesNotContain("Resuming");
        cutOff(results());
        Files.writeString(folder.resolve("mine/topics.tsv"), "topic\tquestion\nq1\tWho is Ida Holm?\n");
        eval();
        assertThat(printed())
                .doesNotContain("Resuming")
                .contains("The interrupted run cannot be resumed (dataset_sha256: was ");
        assertThat(results()).hasSize(1);
        assertThat(folder.resolve("report/unfinished-1/results.jsonl")).isNotEmptyFile();
    }

    /** The existing answers were written by a language model; the new ones by the extractive writer. */
    @Test
    void answersOfAnotherWriterAreNotResumed() throws IOException {
        eval();
        cutOff(results().stream()
                .map(line -> line.replace("\"writer\":{\"model\":\"extractive\"", "\"writer\":{\"model\":\"openai:x\""))
                .toList());
        eval();
        assertThat(printed()).contains("cannot be resumed (writer: was openai:x, is extractive)");
    }

    @Test
    void aRunSaysWhatItWasMadeOf() throws IOException {
        eval();
        assertThat(folder.resolve("report/run.json"))
                .content()
                .contains(
                        "\"judge\" : \"checker\"",
                        "\"writer\" : \"extractive\"",
                        "\"dataset_sha256\"",
                        "\"index_digest\"",
                        "\"server_build\" : \"built ",
                        "\"started\"",
                        "\"bootstrap_seed\"");
        assertThat(folder.resolve("report/report.html")).content().contains("{\"name\":\"index digest\",\"value\":");
    }

    @Test
    void theReportHasPeoplesLabelsOfASample() throws IOException {
        eval();
        String report = folder.resolve("report").toString(),
                dataset = folder.resolve("mine").toString();
        assertThat(alone("eval", "sample", "--sentences", "2", "--report", report))
                .isZero();
        Path sample = folder.resolve("report/sample.jsonl");
        assertThat(alone("eval", "sample", "--report", report))
                .as("labels are not written over")
                .isEqualTo(2);
        Files.writeString(
                sample,
                Files.readString(sample)
                        .replace("\"label\":\"\"", "\"label\":\"supported\"")
                        .replace("\"label_2\":\"\"", "\"label_2\":\"supported\""));
        assertThat(alone("eval", "report", "--labels", sample.toString(), "--report", report, "--dataset", dataset))
                .isZero();
        assertThat(printed())
                .contains(
                        "by 2 people's labels and the judge's verdicts on all ",
                        "Two people labelled 2 of them: the same label for 1.000, kappa not defined");
        assertThat(folder.resolve("report/report.md"))
                .content()
                .contains("citation_recall (as judged; sentences by people's labels 1.000 [");
        assertThat(alone("eval", "sample", "--sentences", "none", "--report", report))
                .isEqualTo(2);
    }

    @Test
    void aMeasureOutOfItsToleranceEndsWithOne() throws IOException {
        Files.writeString(
                folder.resolve("mine/expected.tsv"),
                "measure\tvalue\ttolerance\nrefused_of_answerable\t0\t0\nmrr@10\t0.9\t0.1\n");
        assertThat(eval()).isEqualTo(1);
        assertThat(printed())
                .contains("OUTSIDE ITS TOLERANCE mrr@10: expected 0.900, no more than 0.100 worse; measured nowhere");
        assertThat(folder.resolve("report/report.md")).content().contains("**mrr@10");
    }

    @Test
    void anEarlierRunIsComparedWith() {
        eval();
        assertThat(run(
                        "eval",
                        "run",
                        "--dataset",
                        folder.resolve("mine").toString(),
                        "--report",
                        folder.resolve("second").toString(),
                        "--compare",
                        folder.resolve("report").toString()))
                .isZero();
        assertThat(folder.resolve("second/report.md"))
                .content()
                .contains("Of 3 topics that are the same in both runs 0 are worse");
        assertThat(eval("--compare", folder.resolve("nowhere").toString())).isEqualTo(2);
    }

    @Test
    void whoHasNoDatasetGetsADraftFromTheArticlesAndAReport() throws IOException {
        assertThat(run("eval", "draft", "--dataset", folder.resolve("drafted").toString()))
                .isZero();
        assertThat(folder.resolve("drafted/topics.tsv")).content().contains("When was the Bergen Treaty signed?");
        assertThat(folder.resolve("drafted/nuggets.jsonl"))
                .content()
                .contains("The Bergen Treaty was signed in Oslo on 3 May 1951.");
        assertThat(run("eval", "run", "--dataset", folder.resolve("drafted").toString()))
                .isZero();
        assertThat(printed()).contains("faithfulness").contains("vital_nuggets");
        assertThat(run("eval", "draft", "--dataset", folder.resolve("drafted").toString()))
                .as("nothing is written over")
                .isEqualTo(2);
    }

    @Test
    void answersRatedDownBecomeADataset() throws IOException {
        assertThat(run("eval", "draft", "--dataset", folder.resolve("none").toString(), "--from-log"))
                .isEqualTo(1);
        assertThat(run("ask", "--json", "How much was the ferry Aurelia sold for?"))
                .isZero();
        String id = new com.fasterxml.jackson.databind.ObjectMapper()
                .readTree(printed())
                .path("id")
                .asText();
        try (TurnLog log = new TurnLog(folder.resolve("data/log.sqlite"))) {
            log.rate(id, new FeedbackBody(FeedbackBody.Rating.DOWN, "It was\tthree.", List.of("wrong figure")));
        }
        assertThat(run("eval", "draft", "--dataset", folder.resolve("readers").toString(), "--from-log"))
                .isZero();
        assertThat(Files.readAllLines(folder.resolve("readers/topics.tsv")))
                .hasSize(2)
                .last()
                .asString()
                .startsWith("l001\trated-down\t-\t-\tHow much was the ferry Aurelia sold for?\t-\t-\t-\trated down: "
                        + "wrong figure “It was three.”; it was answered: The ferry Aurelia");
        assertThat(run("eval", "run", "--dataset", folder.resolve("readers").toString()))
                .isZero();
    }

    @Test
    void withoutACommandItListsThem() {
        assertThat(alone("eval")).isEqualTo(2);
        assertThat(alone("eval", "--help")).isZero();
        assertThat(alone("eval", "run", "--help")).isZero();
        assertThat(alone("eval", "judge")).as("the claims are missing").isEqualTo(2);
    }

    @Test
    void aMissingJudgeIsReported() {
        assertThat(eval("--judge", "jury")).isEqualTo(2);
        assertThat(eval("--judge", "llm")).isEqualTo(2);
    }

    @Test
    void aJudgeIsComparedWithLabelledClaims() throws IOException {
        Path labels = Files.writeString(
                folder.resolve("labels.jsonl"),
                "{\"claim\": \"Ten came.\", \"evidence\": \"Two came.\", \"label\": "
                        + "\"contradicted\"}\n{\"claim\": \"Two came.\", \"evidence\": \"Two came.\", \"label\": "
                        + "\"supported\"}\n");
        assertThat(alone("eval", "judge", "--claims", labels.toString())).isZero();
        assertThat(printed()).contains("judge: checker").contains("falsely rejected");
        assertThat(alone(
                        "eval",
                        "judge",
                        "--claims",
                        labels.toString(),
                        "--limit",
                        "1",
                        "--report",
                        folder.resolve("page").toString()))
                .isZero();
        assertThat(printed()).contains("1 of 1 claims", "wrote calibration.html");
        assertThat(folder.resolve("page/calibration.html")).content().contains("at most 1 claims of each set");
    }
}
