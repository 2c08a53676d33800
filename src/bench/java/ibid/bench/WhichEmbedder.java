package ibid.bench;

import ibid.eval.dataset.Qrels;
import ibid.eval.dataset.TestCollection;
import ibid.eval.dataset.Topic;
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
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * Compares the packaged embedders on the project's own topics: the dense leg alone, the dense leg fused with bm25, and
 * the cost of each. Follow-ups are left out, since their wording depends on the conversation.
 */
public final class WhichEmbedder {

    private static final List<OnnxModel> MODELS = List.of(
            OnnxModel.BGE_SMALL,
            new OnnxModel("all-minilm-l6-v2-q", 384, OnnxModel.Pooling.MEAN, "", "", ""),
            new OnnxModel("e5-small-v2-q", 384, OnnxModel.Pooling.MEAN, "query: ", "passage: ", ""));

    private WhichEmbedder() {}

    public static void main(String[] arguments) throws IOException {
        System.out.printf(
                "%-24s%10s%12s%12s%12s%12s%12s%12s%n",
                "model", "load ms", "index s", "query ms", "dense r@5", "dense nDCG", "fused r@5", "fused nDCG");
        new OnnxEmbedder(OnnxModel.BGE_SMALL).close(); // the first load also loads the native libraries
        for (OnnxModel model : MODELS) {
            measure(model, Files.createTempDirectory("which-embedder"));
        }
    }

    private static void measure(OnnxModel model, Path folder) {
        TestCollection topics = TestCollection.read(Path.of("eval"))
                .filter(topic -> topic.split().equals("seen"));
        Qrels qrels = TestCollection.read(Path.of("eval")).qrels();
        long start = System.nanoTime();
        try (OnnxEmbedder embedder = new OnnxEmbedder(model);
                Catalogue catalogue = new Catalogue(folder.resolve("catalogue.sqlite"));
                PassageIndex index = new PassageIndex(folder.resolve("index"), catalogue)) {
            VectorStore vectors =
                    new VectorStore(catalogue, embedder.id(), model.dimension(), embedder.passages()::embedPassage);
            double load = (System.nanoTime() - start) / 1e6;
            start = System.nanoTime();
            new Indexer(new CorpusFolder(Path.of("corpus")), index, vectors).run(false, (done, total, what) -> {});
            double indexing = (System.nanoTime() - start) / 1e9;
            HybridRetriever retriever = new HybridRetriever(index, embedder.queries());
            List<Topic> judged = topics.topics().stream()
                    .filter(topic ->
                            topic.follows().isEmpty() && !qrels.of(topic.id()).isEmpty())
                    .toList();
            judged.forEach(topic -> retriever.retrieve(new Query(topic.question()), 10)); // warm-up
            List<Double> times = new ArrayList<>();
            double[] sums = new double[4];
            for (Topic topic : judged) {
                Map<String, Integer> grades = qrels.of(topic.id());
                long asked = System.nanoTime();
                embedder.queries().embed(topic.question());
                times.add((System.nanoTime() - asked) / 1e6);
                List<Hit> hits =
                        retriever.retrieve(new Query(topic.question()), 200).hits();
                add(sums, 0, ranking(hits, hit -> hit.leg("dense")), grades);
                add(sums, 2, ranking(hits, Hit::score), grades);
            }
            times.sort(Comparator.naturalOrder());
            System.out.printf(
                    Locale.ROOT,
                    "%-24s%10.0f%12.1f%12.1f%12.3f%12.3f%12.3f%12.3f%n",
                    model.name(),
                    load,
                    indexing,
                    times.get(times.size() / 2),
                    sums[0] / judged.size(),
                    sums[1] / judged.size(),
                    sums[2] / judged.size(),
                    sums[3] / judged.size());
        }
    }

    private static void add(double[] sums, int at, List<String> ranking, Map<String, Integer> grades) {
        sums[at] += Recall.at(5, ranking, grades);
        sums[at + 1] += Ndcg.at(10, ranking, grades);
    }

    private static List<String> ranking(List<Hit> hits, ToDoubleFunction<Hit> score) {
        return hits.stream()
                .sorted(Comparator.comparingDouble(score).reversed())
                .map(hit -> hit.passage().id().toString())
                .toList();
    }
}
