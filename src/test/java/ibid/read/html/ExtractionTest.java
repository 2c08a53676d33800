package ibid.read.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import ibid.read.TestArticles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Main text of real pages compared with known extractors, all with one scorer; prints the table. With
 * {@code -Dextractors=DIR} also what {@code src/bench/extractors.py} wrote there.
 */
class ExtractionTest {

    private static final Path SET = Path.of("../shared/data/extraction");
    private static final List<String> RECORDED = List.of("boilerpipe", "readability", "readability_js", "trafilatura");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_]+");

    private record Score(double precision, double recall, double f1) {}

    @BeforeAll
    static void needsThePages() {
        assumeTrue(Files.isDirectory(SET), "no labelled web pages in " + SET);
    }

    @Test
    void findsTheMainTextAtLeastAsWellAsTheBestRecordedExtractor() throws IOException {
        Map<String, JsonNode> gold = pages("ground-truth");
        Map<String, Double> table = new LinkedHashMap<>();
        System.out.printf("%nMain text of %d pages: token precision, recall, F1 (means over pages)%n", gold.size());
        table.put("Ibid", row("Ibid", gold, ours(gold)));
        for (String name : RECORDED) {
            Map<String, JsonNode> pages = pages(name);
            if (pages.isEmpty()) {
                System.out.printf("%-16s nothing recorded%n", name);
            } else {
                table.put(name, row(name, gold, bodies(pages)));
            }
        }
        double best = table.entrySet().stream()
                .filter(entry -> !entry.getKey().equals("Ibid"))
                .mapToDouble(Map.Entry::getValue)
                .max()
                .orElseThrow();
        assertThat(table.get("Ibid")).isGreaterThanOrEqualTo(best);
    }

    private static double row(String name, Map<String, JsonNode> gold, Map<String, String> found) {
        List<Score> scores = gold.entrySet().stream()
                .map(page -> score(
                        found.getOrDefault(page.getKey(), ""),
                        page.getValue().path("articleBody").asText()))
                .toList();
        double f1 = scores.stream().mapToDouble(Score::f1).average().orElseThrow();
        System.out.printf(
                "%-16s %.3f %.3f %.3f%n",
                name,
                scores.stream().mapToDouble(Score::precision).average().orElseThrow(),
                scores.stream().mapToDouble(Score::recall).average().orElseThrow(),
                f1);
        return f1;
    }

    private static Map<String, String> ours(Map<String, JsonNode> gold) throws IOException {
        Map<String, String> bodies = new HashMap<>();
        for (String id : gold.keySet()) {
            try (InputStream packed =
                    new GZIPInputStream(Files.newInputStream(SET.resolve("html").resolve(id + ".html.gz")))) {
                TestArticles.result("page.html", packed.readAllBytes())
                        .toOptional()
                        .ifPresent(article -> bodies.put(id, article.text().value()));
            }
        }
        return bodies;
    }

    private static Map<String, JsonNode> pages(String name) throws IOException {
        Map<String, JsonNode> pages = new LinkedHashMap<>();
        Path found = Path.of(System.getProperty("extractors", SET.toString()), name + ".json");
        JSON.readTree((Files.exists(found) ? found : SET.resolve(name + ".json")).toFile())
                .properties()
                .forEach(page -> pages.put(page.getKey(), page.getValue()));
        return pages;
    }

    private static Map<String, String> bodies(Map<String, JsonNode> pages) {
        Map<String, String> bodies = new HashMap<>();
        pages.forEach((id, page) -> bodies.put(id, page.path("articleBody").asText()));
        return bodies;
    }

    private static Score score(String found, String gold) {
        Map<String, Integer> there = words(gold), here = words(found);
        int common = here.entrySet().stream()
                .mapToInt(word -> Math.min(word.getValue(), there.getOrDefault(word.getKey(), 0)))
                .sum();
        int foundWords = here.values().stream().mapToInt(Integer::intValue).sum(),
                goldWords = there.values().stream().mapToInt(Integer::intValue).sum();
        double precision = foundWords == 0 ? 0 : (double) common / foundWords,
                recall = goldWords == 0 ? 1 : (double) common / goldWords;
        return new Score(
                precision, recall, precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall));
    }

    private static Map<String, Integer> words(String text) {
        Map<String, Integer> counts = new HashMap<>();
        WORD.matcher(text).results().forEach(word -> counts.merge(word.group(), 1, Integer::sum));
        return counts;
    }
}
