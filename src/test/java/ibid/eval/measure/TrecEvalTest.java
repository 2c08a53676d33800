package ibid.eval.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ibid.eval.dataset.DatasetFaults;
import ibid.eval.dataset.Qrels;
import ibid.eval.run.TrecRun;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Sixty made-up topics with graded judgements and mostly tied scores. The expected values come from trec_eval through
 * pytrec_eval and ir_measures: {@code src/test/resources/ibid/eval/trec/make.py} wrote all three files and describes
 * how to run it.
 */
class TrecEvalTest {

    private static final Path FIXTURE = Path.of("src/test/resources/ibid/eval/trec");
    private static final double TOLERANCE = 1e-9; // the file has ten decimal places
    private static final Map<String, BiFunction<List<String>, Map<String, Integer>, Double>> MEASURES = Map.of(
            "recall_5",
            (ranking, grades) -> Recall.at(5, ranking, grades),
            "recall_10",
            (ranking, grades) -> Recall.at(10, ranking, grades),
            "ndcg_cut_5",
            (ranking, grades) -> Ndcg.at(5, ranking, grades),
            "ndcg_cut_10",
            (ranking, grades) -> Ndcg.at(10, ranking, grades),
            "map",
            AveragePrecision::of,
            "recip_rank",
            ReciprocalRank::of);

    private final TrecRun run = run(read(FIXTURE.resolve("run.txt")));
    private final Qrels qrels = qrels();

    private static TrecRun run(List<String> lines) {
        Map<String, Map<String, Double>> scores = new HashMap<>();
        String name = "";
        for (String line : lines) {
            String[] columns = line.split("\\s+");
            scores.computeIfAbsent(columns[0], topic -> new HashMap<>())
                    .put(columns[2], Double.parseDouble(columns[4]));
            name = columns[5];
        }
        return new TrecRun(name, scores);
    }

    private static Qrels qrels() {
        List<String> lines = read(FIXTURE.resolve("qrels.txt"));
        return Qrels.read(
                lines,
                lines.stream().map(line -> line.split("\\s+")[0]).collect(Collectors.toSet()),
                new DatasetFaults());
    }

    private static List<String> read(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private double value(String measure, String topic) {
        return MEASURES.get(measure).apply(run.ranking(topic), qrels.of(topic));
    }

    @Test
    void everyMeasureOfEveryTopicAgreesWithTrecEval() throws IOException {
        List<String> lines = Files.readAllLines(FIXTURE.resolve("expected.tsv"));
        String[] names = lines.getFirst().split("\t");
        assertThat(lines).hasSizeGreaterThan(55);
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split("\t");
            for (int at = 1; at < cells.length; at++) {
                String measure = names[at];
                double value = cells[0].equals("mean")
                        ? qrels.grades().keySet().stream()
                                .mapToDouble(topic -> value(measure, topic))
                                .average()
                                .orElseThrow()
                        : value(measure, cells[0]);
                assertThat(value)
                        .as("%s of %s", measure, cells[0])
                        .isCloseTo(Double.parseDouble(cells[at]), within(TOLERANCE));
            }
        }
    }

    @Test
    void theFixtureIsFullOfTies() {
        long tied = run.scores().values().stream()
                .filter(passages -> new HashSet<>(passages.values().stream()
                                        .map(Double::floatValue)
                                        .toList())
                                .size()
                        < passages.size())
                .count();
        assertThat(tied).isGreaterThan(50);
    }

    @Test
    void tiesGoToTheLastIdAndDifferencesBelowFloatPrecisionAreTies() {
        assertThat(new TrecRun("r", Map.of("t", Map.of("a", 0.5, "b", 0.5, "c", 0.4))).ranking("t"))
                .containsExactly("b", "a", "c");
        assertThat(new TrecRun("r", Map.of("t", Map.of("a", 0.5 + 1e-12, "b", 0.5))).ranking("t"))
                .containsExactly("b", "a");
        assertThat(new TrecRun("r", Map.of("t", Map.of("a", 0.5 + 1e-6, "b", 0.5))).ranking("t"))
                .containsExactly("a", "b");
    }

    @Test
    void aWrittenRunIsReadTheSame() {
        assertThat(run(run.lines().lines().toList())).isEqualTo(run);
        assertThat(TrecRun.ranked("r", Map.of("t", List.of("z", "a", "m"))).ranking("t"))
                .containsExactly("z", "a", "m");
        assertThat(run.ranking("m040")).isEmpty();
    }
}
