package ibid.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A corpus folder of the encyclopedia, health, forum and news texts in the shared data. Texts with the same title form
 * one article.
 */
final class BroadArticles {

    private static final int MIN_TEXT_CHARS = 200; // shorter texts are single sentences without context
    private static final int TITLE_WORDS = 8; // of a text without a title, used as its title
    private static final int NEWS_STEP = 50; // every 50th news article is used
    private static final Set<String> ANSWER_SETS = Set.of(
            "boolq",
            "tydiqa-en-train",
            "tydiqa-en-dev",
            "timeqa-human",
            "mlqa-en-dev",
            "qed-nq",
            "medquad",
            "mediqa2019",
            "policyqa",
            "clapnq-devhalf",
            "selqa",
            "squad2-devhalf");

    private final Map<String, Set<String>> textsByTitle = new LinkedHashMap<>();

    private BroadArticles() {}

    /** Writes the articles as Markdown unless the folder exists. */
    static void write(Path data, Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        BroadArticles articles = new BroadArticles();
        articles.addQuestionSets(data.resolve("answerability"));
        articles.addAnswersAndNews(data);
        articles.writeTo(folder);
    }

    /** The title of a text in the folder. */
    static String title(String title, String text) {
        return title.isBlank() || title.equals("null")
                ? Stream.of(text.split("\\s+")).limit(TITLE_WORDS).collect(Collectors.joining(" "))
                : title.replace('_', ' ');
    }

    private void addQuestionSets(Path folder) throws IOException {
        for (JsonNode row : JsonLines.read(folder.resolve("squad2.jsonl"))) {
            add(row.path("title").asText(), row.path("context").asText());
        }
        for (JsonNode row : JsonLines.read(folder.resolve("clapnq.jsonl"))) {
            for (JsonNode passage : row.path("passages")) {
                add(passage.path("title").asText(), passage.path("text").asText());
            }
        }
        for (JsonNode row : JsonLines.read(folder.resolve("mtrag.jsonl"))) {
            row.path("contexts").forEach(context -> add("", context.path("text").asText()));
        }
    }

    private void addAnswersAndNews(Path data) throws IOException {
        int at = 0;
        for (JsonNode row : JsonLines.read(data.resolve("training/answers.jsonl.gz"))) {
            if (ANSWER_SETS.contains(row.path("set").asText()) && at++ % 2 == 0) {
                add(row.path("title").asText(""), row.path("text").asText());
            }
        }
        for (JsonNode row : JsonLines.read(data.resolve("news/articles.jsonl"))) {
            if (at++ % NEWS_STEP == 0) {
                add(row.path("title").asText(), row.path("text").asText());
            }
        }
    }

    private void add(String title, String text) {
        String body = text.strip();
        if (body.length() >= MIN_TEXT_CHARS) {
            textsByTitle
                    .computeIfAbsent(title(title, body), key -> new LinkedHashSet<>())
                    .add(body);
        }
    }

    private void writeTo(Path folder) throws IOException {
        Files.createDirectories(folder);
        int number = 0;
        for (Map.Entry<String, Set<String>> article : textsByTitle.entrySet()) {
            String title = JsonLines.JSON.writeValueAsString(article.getKey());
            String text = String.join("\n\n", article.getValue());
            Path file = folder.resolve(String.format("%05d.md", number++));
            Files.writeString(file, "---\ntitle: " + title + "\n---\n\n" + text);
        }
    }
}
