package ibid.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import ibid.corpus.CorpusFolder;
import ibid.eval.Ndcg;
import ibid.eval.Qrels;
import ibid.eval.Recall;
import ibid.eval.TestCollection;
import ibid.index.IndexUpdate;
import ibid.index.PassageIndex;
import ibid.index.VectorCache;
import ibid.model.OnnxEmbedder;
import ibid.model.OnnxModel;
import ibid.retrieve.Hit;
import ibid.retrieve.Hybrid;
import ibid.retrieve.Leg;
import ibid.retrieve.Query;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import java.util.stream.DoubleStream;

/**
 * Compares ways to fuse the two legs, reciprocal ranks and stretched scores with every weight, on the project's own topics and on real
 * news questions where those are beside the project: of their articles the gold ones and every fifth other.
 */
public final class WhichFusion {

    private static final int DEPTH = 100;
    private static final int RANK_OFFSET = 60;   // Cormack, Clarke and Buettcher, SIGIR 2009
    private static final Path NEWS = Path.of("../shared/data/news");
    private static final ObjectMapper JSON = new ObjectMapper();

    /** One question: its hits, and what two measures say of a ranking of them. */
    private record Asked(List<Hit> hits, ToDoubleFunction<List<Hit>> first, ToDoubleFunction<List<Hit>> second) {}

    private WhichFusion() {}

    public static void main(String[] arguments) throws IOException {
        try (OnnxEmbedder embedder = new OnnxEmbedder(OnnxModel.BGE_SMALL)) {
            print("own topics", "recall@5", "nDCG@10", own(embedder));
            if (Files.isDirectory(NEWS)) print("news", "MRR", "hit@1", news(embedder));
            else System.out.println("news: " + NEWS + " is not there");
        }
    }

    private static List<Asked> own(OnnxEmbedder embedder) throws IOException {
        Qrels qrels = Qrels.read(Path.of("eval/qrels.txt"));
        List<Asked> asked = new ArrayList<>();
        try (PassageIndex index = index(embedder, Path.of("corpus"), Path.of("target/bench/own"))) {
            TestCollection.read(Path.of("eval")).topics().stream().filter(topic -> topic.follows().isEmpty() && !qrels.of(topic.id()).isEmpty()).forEach(topic -> {
                Map<String, Integer> grades = qrels.of(topic.id());
                asked.add(new Asked(new Hybrid(index, embedder.queries()).retrieve(new Query(topic.question()), DEPTH).hits(),
                        hits -> Recall.at(5, passages(hits), grades), hits -> Ndcg.at(10, passages(hits), grades)));
            });
        }
        return asked;
    }

    private static List<Asked> news(OnnxEmbedder embedder) throws IOException {
        List<JsonNode> questions = lines(NEWS.resolve("questions.jsonl"));
        Set<String> gold = new HashSet<>();
        questions.forEach(question -> question.path("gold_article_ids").forEach(id -> gold.add(id.asText())));
        Path folder = Files.createDirectories(Path.of("target/bench/news-articles"));
        int at = 0;
        for (JsonNode article : lines(NEWS.resolve("articles.jsonl"))) {
            String id = article.path("id").asText();
            if (at++ % 5 != 0 && !gold.contains(id)) continue;
            Files.writeString(folder.resolve(id + ".md"), "---\ntitle: " + article.path("title") + "\n---\n\n" + article.path("text").asText());
        }
        List<Asked> asked = new ArrayList<>();
        try (PassageIndex index = index(embedder, folder, Path.of("target/bench/news"))) {
            for (JsonNode question : questions) {
                Set<String> wanted = new HashSet<>();
                question.path("gold_article_ids").forEach(id -> wanted.add(id.asText()));
                asked.add(new Asked(new Hybrid(index, embedder.queries()).retrieve(new Query(question.path("question").asText()), DEPTH).hits(),
                        hits -> reciprocal(hits, wanted), hits -> reciprocal(hits, wanted) == 1 ? 1 : 0));
            }
        }
        return asked;
    }

    private static PassageIndex index(OnnxEmbedder embedder, Path corpus, Path data) {
        PassageIndex index = new PassageIndex(data.resolve("index"));
        try (VectorCache vectors = new VectorCache(data, embedder.description().name(), embedder.description().dimension(), embedder.passages()::embed)) {
            new IndexUpdate(new CorpusFolder(corpus), index, vectors).run(false, (done, total, what) -> System.out.printf("\r%s: %d of %d files", corpus, done, total));
            System.out.println();
            return index;
        }
    }

    private static List<JsonNode> lines(Path file) throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        for (String line : Files.readAllLines(file)) lines.add(JSON.readTree(line));
        return lines;
    }

    private static List<String> passages(List<Hit> hits) {
        return hits.stream().map(hit -> hit.passage().id().toString()).toList();
    }

    private static double reciprocal(List<Hit> hits, Set<String> wanted) {
        for (int rank = 0; rank < hits.size(); rank++) if (wanted.contains(hits.get(rank).article().id().value())) return 1.0 / (rank + 1);
        return 0;
    }

    private static void print(String name, String first, String second, List<Asked> asked) {
        System.out.printf("%n%s, %d questions%n%-28s%10s%10s%n", name, asked.size(), "fusion", first, second);
        for (int tenths = 0; tenths <= 10; tenths++) {
            double weight = tenths / 10.0;
            row(String.format(Locale.ROOT, "stretched, words %.1f", weight), asked, hits -> stretched(hits, weight));
        }
        row("reciprocal ranks", asked, WhichFusion::reciprocalRanks);
    }

    private static void row(String name, List<Asked> asked, UnaryOperator<List<Hit>> order) {
        double first = 0, second = 0;
        for (Asked one : asked) {
            List<Hit> hits = order.apply(one.hits());
            first += one.first().applyAsDouble(hits);
            second += one.second().applyAsDouble(hits);
        }
        System.out.printf(Locale.ROOT, "%-28s%10.3f%10.3f%n", name, first / asked.size(), second / asked.size());
    }

    private static List<Hit> stretched(List<Hit> hits, double weight) {
        Map<String, double[]> range = new HashMap<>();
        for (String leg : List.of("bm25", "dense")) {
            DoubleStream scores = hits.stream().flatMap(hit -> hit.legs().stream()).filter(one -> one.name().equals(leg) && one.rank() > 0).mapToDouble(Leg::score);
            double[] sorted = scores.sorted().toArray();
            range.put(leg, sorted.length == 0 ? new double[] {0, 1} : new double[] {sorted[0], Math.max(sorted[sorted.length - 1], sorted[0] + 1e-9)});
        }
        return sorted(hits, hit -> hit.legs().stream().filter(leg -> leg.rank() > 0).mapToDouble(leg -> (leg.name().equals("bm25") ? weight : 1 - weight)
                * (leg.score() - range.get(leg.name())[0]) / (range.get(leg.name())[1] - range.get(leg.name())[0])).sum());
    }

    private static List<Hit> reciprocalRanks(List<Hit> hits) {
        return sorted(hits, hit -> hit.legs().stream().filter(leg -> leg.rank() > 0).mapToDouble(leg -> 1.0 / (RANK_OFFSET + leg.rank())).sum());
    }

    private static List<Hit> sorted(List<Hit> hits, ToDoubleFunction<Hit> score) {
        return hits.stream().sorted(Comparator.comparingDouble(score).reversed()).toList();
    }
}
