package ibid.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import ibid.article.Article;
import ibid.index.IndexSnapshot;
import ibid.index.PassageIndex;
import ibid.index.update.Indexer;
import ibid.index.update.UpdateSummary;
import ibid.library.Catalogue;
import ibid.library.CorpusFolder;
import ibid.library.VectorStore;
import ibid.model.onnx.OnnxEmbedder;
import ibid.model.onnx.OnnxModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/**
 * Indexes real news files with the whole pipeline and compares the time with the encoder alone on the same texts. A
 * second run uses a no-op encoder, which leaves reading, chunking and writing. Argument: the number of articles,
 * default all.
 */
public final class NewsIndexing {

    private static final Path NEWS = Path.of("../shared/data/news/articles.jsonl");
    private static final int MAX_LINES_SHOWN = 60; // lines
    private static final int THREADS = Runtime.getRuntime().availableProcessors();

    private NewsIndexing() {}

    public static void main(String[] arguments) throws IOException {
        int maxArticles = arguments.length == 0 ? Integer.MAX_VALUE : Integer.parseInt(arguments[0]);
        Path folder = Files.createTempDirectory("news");
        System.out.printf("%d files in %s%n", write(folder.resolve("articles"), maxArticles), folder);
        List<String> texts = Collections.synchronizedList(new ArrayList<>());
        float[] nothing = new float[OnnxModel.BGE_SMALL.dimension()];
        nothing[0] = 1;
        double pipeline = index(folder, "free", text -> {
            texts.add(text);
            return nothing;
        });
        System.out.printf(Locale.ROOT, "%d texts to embed; without an encoder %.1f s%n", texts.size(), pipeline);
        try (OnnxEmbedder embedder = new OnnxEmbedder(OnnxModel.BGE_SMALL)) {
            double bare = embed(texts, embedder);
            System.out.printf(Locale.ROOT, "bare encoder %.1f s, %.1f texts/s%n", bare, texts.size() / bare);
            double whole = index(folder, "true", embedder.passages()::embed);
            System.out.printf(
                    Locale.ROOT,
                    "indexed %.1f s, %.1f texts/s: %.3f of the bare encoder's speed%n",
                    whole,
                    texts.size() / whole,
                    bare / whole);
        }
    }

    private static int write(Path folder, int maxArticles) throws IOException {
        Files.createDirectories(folder);
        ObjectMapper json = new ObjectMapper();
        int number = 0;
        for (String line : Files.readAllLines(NEWS)) {
            if (number == maxArticles) {
                break;
            }
            JsonNode article = json.readTree(line);
            String front = json.writeValueAsString(article.path("title").asText());
            String day = article.path("publish_date")
                    .asText("")
                    .replaceFirst("[T ].*", "")
                    .replace("/", "-");
            Files.writeString(
                    folder.resolve(String.format("a%05d.md", number++)),
                    "---\ntitle: " + front + "\nurl: "
                            + json.writeValueAsString(article.path("url").asText())
                            + (day.matches("\\d{4}-\\d{2}-\\d{2}") ? "\npublished: " + day : "") + "\n---\n\n"
                            + article.path("text").asText());
        }
        return number;
    }

    /** Returns seconds; prints the heap in use after each quarter. */
    private static double index(Path folder, String name, Function<String, float[]> embed) {
        Path data = folder.resolve(name);
        long start = System.nanoTime();
        OnnxModel model = OnnxModel.BGE_SMALL;
        try (Catalogue catalogue = new Catalogue(data.resolve("catalogue.sqlite"));
                PassageIndex index = new PassageIndex(data.resolve("index"), catalogue)) {
            VectorStore vectors = new VectorStore(catalogue, model.name(), model.dimension(), embed);
            UpdateSummary update = new Indexer(new CorpusFolder(folder.resolve("articles")), index, vectors)
                    .run(false, (done, total, what) -> {
                        if (done % Math.max(1, total / 4) == 0) {
                            System.out.printf("  %s: %d of %d, %d MB of heap in use%n", name, done, total, used());
                        }
                    });
            System.out.println(
                    "  " + update.added() + " articles, " + update.skipped().size() + " skipped");
            if (name.equals("free")) {
                tellAcross(index);
            }
        }
        return (System.nanoTime() - start) / 1e9;
    }

    /** Prints the boilerplate lines removed, the most frequent first, and the number of near-duplicates. */
    private static void tellAcross(PassageIndex index) {
        try (IndexSnapshot snapshot = index.snapshot()) {
            Map<String, Integer> lines = new HashMap<>();
            for (Article article : snapshot.articles()) {
                article.removed().forEach(line -> lines.merge(line, 1, Integer::sum));
            }
            System.out.printf(
                    "  %d boilerplate lines removed, %d different; near-duplicates: %d%n",
                    lines.values().stream().mapToInt(Integer::intValue).sum(),
                    lines.size(),
                    snapshot.articles().stream()
                            .filter(article -> !snapshot.nearDuplicates()
                                    .originOf(article.id())
                                    .equals(article.id()))
                            .count());
            lines.entrySet().stream()
                    .filter(line -> line.getValue() > 1)
                    .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                    .limit(MAX_LINES_SHOWN)
                    .forEach(line -> System.out.println("  " + line.getValue() + " x " + line.getKey()));
        }
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory() >> 20;
    }

    private static double embed(List<String> texts, OnnxEmbedder embedder) {
        long start = System.nanoTime();
        try (ExecutorService workers = Executors.newFixedThreadPool(THREADS)) {
            List.copyOf(texts)
                    .forEach(text -> workers.execute(() -> embedder.passages().embed(text)));
        }
        return (System.nanoTime() - start) / 1e9;
    }
}
