package ibid.bench;

import com.fasterxml.jackson.databind.JsonNode;
import ibid.article.ArticleId;
import ibid.index.PassageIndex;
import ibid.library.Catalogue;
import ibid.model.onnx.OnnxEmbedder;
import ibid.model.onnx.OnnxModel;
import ibid.search.Hit;
import ibid.search.HybridRetriever;
import ibid.search.Query;
import ibid.search.rewrite.EarlierTurn;
import ibid.search.rewrite.RuleQueryRewriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Ways to search the project's own follow-ups (eval/topics.tsv, "follows"), by the rank of the first passage that
 * answers (eval/qrels.txt). The quotes of an earlier question's nuggets are its answer. Takes a data folder with an
 * index of corpus/, as a server leaves it, and "list".
 */
public final class OwnFollowUps {

    private static final int DEPTH = 12; // passages that the writer reads
    private static final RuleQueryRewriter REWRITER = new RuleQueryRewriter();

    private final Map<String, String> questions = new HashMap<>();
    private final Map<String, String> follows = new LinkedHashMap<>();
    private final Map<String, String> standAlone = new HashMap<>();
    private final Map<String, String> answers = new HashMap<>();
    private final Map<String, Set<String>> relevant = new HashMap<>();

    private OwnFollowUps() {}

    public static void main(String[] arguments) throws IOException {
        OwnFollowUps own = new OwnFollowUps();
        own.read(Path.of("eval"));
        Path data = Path.of(arguments[0]);
        try (OnnxEmbedder embedder = new OnnxEmbedder(OnnxModel.BGE_SMALL);
                Catalogue catalogue = new Catalogue(data.resolve("catalogue.sqlite"));
                PassageIndex index = new PassageIndex(data.resolve("index"), catalogue)) {
            own.compare(
                    new HybridRetriever(index, embedder.queries()),
                    List.of(arguments).contains("list"));
        }
    }

    private void read(Path eval) throws IOException {
        for (String line : Files.readAllLines(eval.resolve("topics.tsv"))) {
            String[] cells = line.split("\t");
            questions.put(cells[0], cells[4]);
            if (!cells[3].equals("-") && !cells[0].equals("topic")) {
                follows.put(cells[0], cells[3]);
                standAlone.put(cells[0], cells[6]);
            }
        }
        for (JsonNode nugget : JsonLines.read(eval.resolve("nuggets.jsonl"))) {
            String quote = nugget.path("evidence").path(0).path("exact").asText();
            answers.merge(nugget.path("topic").asText(), quote, (first, more) -> first + " " + more);
        }
        for (String line : Files.readAllLines(eval.resolve("qrels.txt"))) {
            String[] cells = line.split(" ");
            if (Integer.parseInt(cells[3]) > 0) {
                relevant.computeIfAbsent(cells[0], topic -> new HashSet<>()).add(cells[2]);
            }
        }
    }

    private List<EarlierTurn> earlier(String topic) {
        List<EarlierTurn> earlier = new ArrayList<>();
        String before = follows.get(topic);
        if (before != null) {
            earlier.addAll(earlier(before));
            String query = REWRITER.rewrite(questions.get(before), earlier).text();
            earlier.add(
                    new EarlierTurn(questions.get(before), query, answers.getOrDefault(before, ""), articles(before)));
        }
        return earlier;
    }

    /** Of the passages that answer, as the answer would have cited them. */
    private Set<ArticleId> articles(String topic) {
        Set<ArticleId> articles = new HashSet<>();
        for (String passage : relevant.getOrDefault(topic, Set.of())) {
            articles.add(new ArticleId(passage.substring(0, passage.indexOf('#'))));
        }
        return articles;
    }

    private void compare(HybridRetriever retriever, boolean list) {
        Map<String, Function<String, Query>> ways = new LinkedHashMap<>();
        ways.put("as it is", topic -> new Query(questions.get(topic)));
        ways.put(
                "with the question before it",
                topic -> new Query(questions.get(follows.get(topic)) + " " + questions.get(topic)));
        ways.put("stand-alone", topic -> new Query(rewritten(topic)));
        ways.put("stand-alone, cited articles first", this::withContext);
        ways.put("a person's", topic -> new Query(standAlone.get(topic)));
        System.out.printf("%d follow-ups%n%-40s%10s%10s%10s%n", follows.size(), "", "first", "in 12", "MRR");
        ways.forEach((name, way) -> System.out.println(row(name, way, retriever)));
        if (list) {
            follows.keySet()
                    .forEach(topic ->
                            System.out.println(rank(retriever, topic, withContext(topic)) + " " + questions.get(topic)
                                    + "\n   -> " + rewritten(topic) + "\n    = " + standAlone.get(topic)));
        }
    }

    private Query withContext(String topic) {
        String query = rewritten(topic);
        boolean isDependent = !query.equalsIgnoreCase(questions.get(topic));
        Query plain = new Query(query);
        return isDependent ? new Query(query, plain.filters(), articles(follows.get(topic))) : plain;
    }

    private String rewritten(String topic) {
        return REWRITER.rewrite(questions.get(topic), earlier(topic)).text();
    }

    private String row(String name, Function<String, Query> way, HybridRetriever retriever) {
        double first = 0, found = 0, reciprocal = 0;
        int judged = 0;
        for (String topic : follows.keySet()) {
            if (!relevant.containsKey(topic)) {
                continue;
            }
            int rank = rank(retriever, topic, way.apply(topic));
            judged++;
            first += rank == 1 ? 1 : 0;
            found += rank > 0 ? 1 : 0;
            reciprocal += rank > 0 ? 1.0 / rank : 0;
        }
        return String.format(
                Locale.ROOT, "%-40s%10.3f%10.3f%10.3f", name, first / judged, found / judged, reciprocal / judged);
    }

    /** Of the first passage that answers, or 0. */
    private int rank(HybridRetriever retriever, String topic, Query query) {
        List<Hit> hits = retriever.retrieve(query, DEPTH).hits();
        for (int at = 0; at < hits.size(); at++) {
            String id = hits.get(at).passage().id().toString();
            if (relevant.getOrDefault(topic, Set.of()).contains(id)) {
                return at + 1;
            }
        }
        return 0;
    }
}
