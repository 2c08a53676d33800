package ibid.bench;

import com.fasterxml.jackson.databind.JsonNode;
import ibid.eval.dataset.Qrels;
import ibid.eval.dataset.TestCollection;
import ibid.eval.measure.Ndcg;
import ibid.eval.measure.Recall;
import ibid.index.PassageIndex;
import ibid.index.update.Indexer;
import ibid.library.Catalogue;
import ibid.library.CorpusFolder;
import ibid.library.VectorStore;
import ibid.model.onnx.OnnxEmbedder;
import ibid.model.onnx.OnnxModel;
import ibid.search.Hit;
import ibid.search.HybridRetriever;
import ibid.search.Query;
import ibid.search.SearchFilters;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;

/**
 * Compares the legs of the search, ways to fuse them and the final ranking. It uses the project's own topics and, if
 * the shared data is present, real news questions over all of their articles (with and without the day of asking) and
 * CACM.
 */
public final class WhichRetrieval {

    private static final int DEPTH = 100;
    private static final Path SHARED = Path.of("../shared/data");
    private static final ThreadMXBean PROCESSOR = ManagementFactory.getThreadMXBean();

    /** A measure of a ranking. */
    private record Measure(String name, ToDoubleFunction<List<Hit>> value) {}

    /** One question: its hits by all legs, the final ranking, and the measures of both. */
    private record Asked(List<Hit> hits, List<Hit> kept, List<Measure> measures) {}

    private final OnnxEmbedder embedder;
    private final List<Double> times = new ArrayList<>();

    private WhichRetrieval(OnnxEmbedder embedder) {
        this.embedder = embedder;
    }

    /** @param arguments the folder of the shared data, if it is not the default */
    public static void main(String[] arguments) throws IOException {
        Path shared = arguments.length > 0 ? Path.of(arguments[0]) : SHARED;
        try (OnnxEmbedder embedder = new OnnxEmbedder(OnnxModel.BGE_SMALL)) {
            WhichRetrieval bench = new WhichRetrieval(embedder);
            bench.print("own topics", bench.own());
            Path news = shared.resolve("news"), cacm = shared.resolve("retrieval/cacm");
            if (Files.isDirectory(news)) {
                bench.print("news", bench.news(news, text -> text, false));
                bench.print(
                        "news, with slips in two long words of each question",
                        bench.news(news, new Slips(new Random(7)), false));
                bench.print("news, as of the day of asking", bench.news(news, text -> text, true));
            }
            if (Files.isDirectory(cacm)) {
                bench.print("CACM", bench.cacm(cacm));
            }
        }
    }

    private List<Asked> own() throws IOException {
        Qrels qrels = TestCollection.read(Path.of("eval")).qrels();
        List<Asked> asked = new ArrayList<>();
        try (PassageIndex index = index(Path.of("corpus"), Path.of("target/bench/own"))) {
            TestCollection.read(Path.of("eval")).filter(topic -> topic.split().equals("seen")).topics().stream()
                    .filter(topic ->
                            topic.follows().isEmpty() && !qrels.of(topic.id()).isEmpty())
                    .forEach(topic -> {
                        Map<String, Integer> grades = qrels.of(topic.id());
                        asked.add(ask(
                                index,
                                new Query(topic.question()),
                                List.of(
                                        new Measure("recall@5", hits -> Recall.at(5, passages(hits), grades)),
                                        new Measure("nDCG@10", hits -> Ndcg.at(10, passages(hits), grades)))));
                    });
        }
        return asked;
    }

    private List<Asked> news(Path data, UnaryOperator<String> written, boolean asOf) throws IOException {
        Path folder = Files.createDirectories(Path.of("target/bench/news-full/articles"));
        for (JsonNode article : JsonLines.read(data.resolve("articles.jsonl"))) {
            Path file = folder.resolve(article.path("id").asText() + ".md");
            String published = article.path("publish_date").asText().replace('/', '-');
            if (!Files.exists(file)) {
                Files.writeString(
                        file,
                        "---\ntitle: " + article.path("title") + "\npublished: " + published + "\n---\n\n"
                                + article.path("text").asText());
            }
        }
        List<Asked> asked = new ArrayList<>();
        try (PassageIndex index = index(folder, Path.of("target/bench/news-full"))) {
            for (JsonNode question : JsonLines.read(data.resolve("questions.jsonl"))) {
                Set<String> wanted = new HashSet<>();
                question.path("gold_article_ids").forEach(id -> wanted.add(id.asText()));
                SearchFilters filters = asOf
                        ? SearchFilters.NONE.asOf(
                                LocalDate.parse(question.path("date").asText().replace('/', '-')))
                        : SearchFilters.NONE;
                asked.add(ask(
                        index,
                        new Query(written.apply(question.path("question").asText()), filters),
                        List.of(
                                new Measure("hit@1", hits -> hit(1, articles(hits), wanted)),
                                new Measure("MRR", hits -> reciprocal(articles(hits), wanted)),
                                new Measure("hit@5", hits -> hit(5, articles(hits), wanted)),
                                new Measure(
                                        "5 articles",
                                        hits -> hit(
                                                5,
                                                articles(hits).stream()
                                                        .distinct()
                                                        .toList(),
                                                wanted)))));
            }
        }
        return asked;
    }

    private List<Asked> cacm(Path data) throws IOException {
        Path folder = Files.createDirectories(Path.of("target/bench/cacm/articles"));
        for (JsonNode article : JsonLines.read(data.resolve("cacm.json"))) {
            Path file = folder.resolve(article.path("id").asText() + ".md");
            if (!Files.exists(file)) {
                Files.writeString(
                        file,
                        "---\ntitle: \"\"\n---\n\n"
                                + article.path("contents")
                                        .asText()
                                        .replaceFirst("(?s)\\s+CA\\d{6}.*", "")
                                        .replaceAll("[*#]", "")); // removes the citation numbers at the end
            }
        }
        Map<String, Map<String, Integer>> grades = new HashMap<>();
        for (String line : Files.readAllLines(data.resolve("qrels.cacm.txt"))) {
            String[] columns = line.split("\\s+");
            grades.computeIfAbsent(columns[0], topic -> new HashMap<>()).put(columns[2].toLowerCase(Locale.ROOT), 1);
        }
        List<Asked> asked = new ArrayList<>();
        try (PassageIndex index = index(folder, Path.of("target/bench/cacm"))) {
            for (String topic :
                    Files.readString(data.resolve("topics.cacm.txt")).split("<DOCNO>")) {
                Map<String, Integer> judged = grades.get(topic.strip().split("\\s")[0]);
                if (judged == null) {
                    continue;
                }
                asked.add(ask(
                        index,
                        new Query(topic.replaceFirst("(?s).*</DOCNO>", "")
                                .replace("</DOC>", "")
                                .replace("<DOC>", "")
                                .strip()
                                .replaceAll("\\s+", " ")),
                        List.of(new Measure(
                                "nDCG@10",
                                hits -> Ndcg.at(
                                        10, articles(hits).stream().distinct().toList(), judged)))));
            }
        }
        return asked;
    }

    private Asked ask(PassageIndex index, Query query, List<Measure> measures) {
        HybridRetriever retriever = new HybridRetriever(index, embedder.queries());
        List<Hit> hits = retriever.retrieve(query, DEPTH).hits();
        // Processor time varies less than wall-clock time on a shared machine; a retrieval uses one thread.
        long start = PROCESSOR.getCurrentThreadCpuTime();
        List<Hit> kept = retriever.retrieve(query, 12).hits(); // as many as an answer uses
        times.add((PROCESSOR.getCurrentThreadCpuTime() - start) / 1e6);
        return new Asked(hits, kept, measures);
    }

    private PassageIndex index(Path corpus, Path data) {
        try (Catalogue catalogue = new Catalogue(data.resolve("catalogue.sqlite"))) {
            PassageIndex index = new PassageIndex(data.resolve("index"), catalogue);
            VectorStore vectors = new VectorStore(
                    catalogue, embedder.id(), embedder.description().dimension(), embedder.passages()::embedPassage);
            new Indexer(new CorpusFolder(corpus), index, vectors)
                    .run(false, (done, total, what) -> System.out.printf("\r%s: %d of %d files", corpus, done, total));
            System.out.println();
            return index;
        }
    }

    private static List<String> passages(List<Hit> hits) {
        return hits.stream().map(hit -> hit.passage().id().toString()).toList();
    }

    private static List<String> articles(List<Hit> hits) {
        return hits.stream().map(hit -> hit.article().id().value()).toList();
    }

    private static double hit(int depth, List<String> ranking, Set<String> wanted) {
        return ranking.stream().limit(depth).anyMatch(wanted::contains) ? 1 : 0;
    }

    private static double reciprocal(List<String> ranking, Set<String> wanted) {
        for (int rank = 0; rank < ranking.size(); rank++) {
            if (wanted.contains(ranking.get(rank))) {
                return 1.0 / (rank + 1);
            }
        }
        return 0;
    }

    private void print(String name, List<Asked> asked) {
        System.out.printf("%n%s, %d questions%n%-44s", name, asked.size(), "");
        asked.getFirst().measures().forEach(measure -> System.out.printf("%12s", measure.name()));
        System.out.println();
        for (String leg : List.of("bm25", "dense", "sentences")) {
            row(leg + " alone", asked, hits -> LegFusion.stretched(hits, Map.of(leg, 1.0)));
        }
        row("reciprocal ranks of bm25 and dense", asked, LegFusion::reciprocalRanks);
        for (int tenths = 1; tenths <= 9; tenths++) {
            double words = tenths / 10.0;
            row(
                    String.format(Locale.ROOT, "stretched, words %.1f, meaning the rest", words),
                    asked,
                    hits -> LegFusion.stretched(hits, Map.of("bm25", words, "dense", 1 - words)));
            if (tenths <= 6) {
                row(
                        String.format(Locale.ROOT, "stretched, words %.1f, sentences 0.3", words),
                        asked,
                        hits -> LegFusion.stretched(
                                hits, Map.of("bm25", words, "dense", 0.7 - words, "sentences", 0.3)));
            }
        }
        row(
                "final ranking",
                asked.stream()
                        .map(one -> new Asked(one.kept(), one.kept(), one.measures()))
                        .toList(),
                hits -> hits);
        times.sort(Comparator.naturalOrder());
        System.out.printf(
                Locale.ROOT,
                "a retrieval took %.1f ms of processor time at p50, %.1f at p95%n",
                times.get(times.size() / 2),
                times.get(times.size() * 95 / 100));
        times.clear();
    }

    private static void row(String name, List<Asked> asked, UnaryOperator<List<Hit>> order) {
        Map<String, Double> sums = new LinkedHashMap<>();
        for (Asked one : asked) {
            List<Hit> hits = order.apply(one.hits());
            one.measures()
                    .forEach(measure ->
                            sums.merge(measure.name(), measure.value().applyAsDouble(hits), Double::sum));
        }
        System.out.printf("%-44s", name);
        sums.values().forEach(sum -> System.out.printf(Locale.ROOT, "%12.3f", sum / asked.size()));
        System.out.println();
    }
}
