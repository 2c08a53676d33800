package ibid.bench;

import com.fasterxml.jackson.databind.JsonNode;
import ibid.index.PassageIndex;
import ibid.index.update.Indexer;
import ibid.library.Catalogue;
import ibid.library.CorpusFolder;
import ibid.library.VectorStore;
import ibid.model.onnx.OnnxEmbedder;
import ibid.model.onnx.OnnxModel;
import ibid.search.Hit;
import ibid.search.HybridRetriever;
import ibid.search.IndexTerms;
import ibid.search.Query;
import ibid.search.rewrite.EarlierTurn;
import ibid.search.rewrite.QueryRewriter;
import ibid.search.rewrite.RuleQueryRewriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Compares methods that rewrite a follow-up to a query. The measure is how often the first passage found is the same as
 * for the rewrite that a person wrote (TREC CAsT 2020; Dalton, Xiong and Callan). The rules were developed on the
 * conversations with even numbers; of the odd ones only the totals were looked at. Arguments: the folder of the data,
 * and "list" to print every query.
 */
public final class WhichRewrite {

    private static final int DEPTH = 3;
    private static final QueryRewriter REWRITER = new RuleQueryRewriter();

    private record FollowUp(String id, List<String> history, String question, String rewrite) {

        boolean even() {
            return Integer.parseInt(id.replaceAll("^\\d+-|_\\d+$", "")) % 2 == 0;
        }

        FollowUp before() {
            return new FollowUp(id, history.subList(0, history.size() - 1), history.getLast(), "");
        }
    }

    private WhichRewrite() {}

    public static void main(String[] arguments) throws IOException {
        Path data = Path.of(arguments.length > 0 ? arguments[0] : "../shared/data");
        boolean list = List.of(arguments).contains("list");
        Path bench = Path.of("target/bench/rewrite");
        BroadArticles.write(data, bench.resolve("articles"));
        try (OnnxEmbedder embedder = new OnnxEmbedder(OnnxModel.BGE_SMALL);
                Catalogue catalogue = new Catalogue(bench.resolve("catalogue.sqlite"));
                PassageIndex index = new PassageIndex(bench.resolve("index"), catalogue)) {
            VectorStore vectors = new VectorStore(
                    catalogue, embedder.id(), embedder.description().dimension(), embedder.passages()::embedPassage);
            new Indexer(new CorpusFolder(bench.resolve("articles")), index, vectors)
                    .run(false, (done, total, what) -> System.err.printf("\r%d of %d files", done, total));
            try (var snapshot = index.snapshot()) {
                System.out.printf("%d articles, %d passages%n", snapshot.articleCount(), snapshot.passageCount());
            }
            HybridRetriever retriever = new HybridRetriever(index, embedder.queries());
            compare(retriever, followUps(data.resolve("rewrite/cast.jsonl")), list);
            AnsweredFollowUp.compare(
                    retriever, AnsweredFollowUp.readAll(data.resolve("answerability/mtrag.jsonl")), list);
        }
    }

    /**
     * Single sentences are embedded for ranking sentences, which this benchmark does not do. Only a passage's text
     * starts with a title line.
     */
    private static void compare(HybridRetriever retriever, List<FollowUp> followUps, boolean list) {
        Map<String, List<Hit>> found = new HashMap<>();
        Function<String, List<Hit>> search = query -> found.computeIfAbsent(
                query, q -> retriever.retrieve(new Query(q), DEPTH).hits());
        Map<String, Function<FollowUp, String>> ways = new LinkedHashMap<>();
        ways.put("the question as it is", FollowUp::question);
        ways.put("with the question before it", turn -> turn.history().getLast() + " " + turn.question());
        ways.put("with the first question", turn -> turn.history().getFirst() + " " + turn.question());
        ways.put("with all questions before it", turn -> String.join(" ", turn.history()) + " " + turn.question());
        ways.put("stand-alone (kept)", WhichRewrite::standAlone);
        ways.put("with a person's words said before", turn -> withMissingWords(turn, true));
        ways.put("with all of a person's words", turn -> withMissingWords(turn, false));
        ways.put("a person's", FollowUp::rewrite);
        System.out.printf("%-32s%22s%22s%22s%n", "", "same first passage", "same first article", "of the first three");
        ways.forEach((name, way) -> System.out.println(row(name, way, search, followUps)));
        if (list) {
            followUps.stream()
                    .filter(FollowUp::even)
                    .forEach(turn -> System.out.printf(
                            "%s %s%n      %s%n   -> %s%n    = %s%n",
                            first(search, turn.rewrite()).equals(first(search, standAlone(turn))) ? "+" : "-",
                            turn.id(),
                            turn.question(),
                            standAlone(turn),
                            turn.rewrite()));
        }
    }

    private static String row(
            String name, Function<FollowUp, String> way, Function<String, List<Hit>> search, List<FollowUp> followUps) {
        double[][] sums = new double[3][3]; // passage, article, first three; even, odd, all
        int[] counts = new int[3];
        for (FollowUp turn : followUps) {
            List<Hit> ours = search.apply(way.apply(turn)), theirs = search.apply(turn.rewrite());
            double passage = first(search, way.apply(turn)).equals(first(search, turn.rewrite())) ? 1 : 0;
            double article = ours.isEmpty()
                            || !ours.getFirst()
                                    .article()
                                    .id()
                                    .equals(theirs.getFirst().article().id())
                    ? 0
                    : 1;
            double three = ours.stream()
                            .filter(hit -> theirs.stream()
                                    .anyMatch(other -> other.passage()
                                            .id()
                                            .equals(hit.passage().id())))
                            .count()
                    / (double) theirs.size();
            for (int part : new int[] {turn.even() ? 0 : 1, 2}) {
                counts[part]++;
                sums[0][part] += passage;
                sums[1][part] += article;
                sums[2][part] += three;
            }
        }
        return String.format("%-32s", name)
                + Stream.of(sums)
                        .map(sum -> String.format(
                                Locale.ROOT,
                                "  %6.3f %6.3f %6.3f",
                                sum[0] / counts[0],
                                sum[1] / counts[1],
                                sum[2] / counts[2]))
                        .collect(Collectors.joining());
    }

    private static String first(Function<String, List<Hit>> search, String query) {
        return search.apply(query).stream()
                .findFirst()
                .map(hit -> hit.passage().id().toString())
                .orElse("");
    }

    /** As the server does it: each turn with the queries of the turns before it. The answers are not known here. */
    private static String standAlone(FollowUp turn) {
        return REWRITER.rewrite(turn.question(), earlier(turn)).text();
    }

    private static List<EarlierTurn> earlier(FollowUp turn) {
        if (turn.history().isEmpty()) {
            return List.of();
        }
        FollowUp before = turn.before();
        List<EarlierTurn> earlier = new ArrayList<>(earlier(before));
        earlier.add(new EarlierTurn(
                before.question(), REWRITER.rewrite(before.question(), earlier).text(), ""));
        return earlier;
    }

    /**
     * An upper bound for adding words: the question with the words of the person's rewrite that it lacks; with
     * {@code said}, only words of the earlier questions.
     */
    private static String withMissingWords(FollowUp turn, boolean said) {
        Set<String> known = Set.copyOf(IndexTerms.of(turn.question())),
                earlierTerms = Set.copyOf(IndexTerms.of(String.join(" ", turn.history())));
        List<String> missing = IndexTerms.in(turn.rewrite()).stream()
                .filter(term -> !known.contains(term.term()) && (!said || earlierTerms.contains(term.term())))
                .map(IndexTerms.Term::word)
                .distinct()
                .toList();
        return missing.isEmpty() ? turn.question() : turn.question() + " (" + String.join(" ", missing) + ")";
    }

    private static List<FollowUp> followUps(Path file) throws IOException {
        List<FollowUp> followUps = new ArrayList<>();
        for (JsonNode line : JsonLines.read(file)) {
            List<String> history = new ArrayList<>();
            line.path("history").forEach(question -> history.add(question.asText()));
            followUps.add(new FollowUp(
                    line.path("id").asText(),
                    history,
                    line.path("question").asText(),
                    line.path("rewrite").asText()));
        }
        return followUps;
    }
}
