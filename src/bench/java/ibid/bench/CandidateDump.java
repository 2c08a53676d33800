package ibid.bench;

import ibid.answer.AnswerShape;
import ibid.answer.question.AnswerType;
import ibid.answer.rank.Candidate;
import ibid.answer.rank.ReaderFeatures;
import ibid.answer.rank.ScoredCandidate;
import ibid.answer.rank.SentenceFeature;
import ibid.answer.rank.SentenceFeatures;
import ibid.answer.rank.SentenceRanker;
import ibid.answer.selection.FurtherSentence;
import ibid.article.ArticleId;
import ibid.eval.dataset.Nugget;
import ibid.eval.dataset.TestCollection;
import ibid.eval.dataset.Topic;
import ibid.index.PassageIndex;
import ibid.model.onnx.CrossEncoder;
import ibid.model.onnx.OnnxEmbedder;
import ibid.model.onnx.OnnxModel;
import ibid.search.HybridRetriever;
import ibid.search.Query;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Writes the candidate sentences of the starter topics that have an answer and follow no other, with their features and
 * whether each has a vital nugget, as JSON lines for {@code src/train/ranking.py} and {@code src/train/rows.py}; and
 * those ranked behind the best, for {@code src/train/further.py}. Argument: the file.
 */
public final class CandidateDump {

    private static final int DEPTH = 12;
    private static final int READ = 10; // more than the ranker reads, so that the fit sees what it might read
    private static final int FURTHER = 4; // behind the best

    private CandidateDump() {}

    public static void main(String[] arguments) throws IOException {
        TestCollection collection = TestCollection.read(Path.of("eval"));
        LabelledSet articles = new LabelledSet("own", Path.of("corpus"), List.of());
        try (CrossEncoder reader = new CrossEncoder();
                OnnxEmbedder embedder = new OnnxEmbedder(OnnxModel.BGE_SMALL);
                PassageIndex index = articles.index(embedder);
                PrintWriter out = new PrintWriter(Files.newBufferedWriter(Path.of(arguments[0])))) {
            HybridRetriever retriever = new HybridRetriever(index, embedder.queries());
            SentenceRanker ranker = SentenceRanker.with(reader);
            for (Topic topic : collection.topics()) {
                List<Nugget.Evidence> vital = collection.nuggets(topic.id()).stream()
                        .filter(Nugget::vital)
                        .flatMap(nugget -> nugget.evidence().stream())
                        .toList();
                if (topic.follows().isEmpty() && !vital.isEmpty()) {
                    List<Candidate> candidates = candidates(topic.question(), retriever, reader);
                    out.println(line(topic, vital, candidates, ranker.rank(topic.question(), candidates)));
                }
            }
        }
    }

    /** Those that are most similar to the question are read. */
    private static List<Candidate> candidates(String question, HybridRetriever retriever, CrossEncoder reader) {
        List<Candidate> all = SentenceFeatures.measure(question, retriever.retrieve(new Query(question), DEPTH));
        List<Candidate> nearest = all.stream()
                .sorted(Comparator.comparingDouble((Candidate one) -> one.feature(SentenceFeature.SENTENCE_SIMILARITY))
                        .reversed())
                .limit(READ)
                .toList();
        Map<String, Candidate> read = new LinkedHashMap<>();
        all.forEach(one -> read.put(key(one), one));
        ReaderFeatures.add(question, nearest, reader).forEach(one -> read.put(key(one), one));
        return List.copyOf(read.values());
    }

    private static String key(Candidate one) {
        return one.hit().passage().id() + " " + one.ordinal();
    }

    private static String line(
            Topic topic, List<Nugget.Evidence> vital, List<Candidate> candidates, List<ScoredCandidate> ranked)
            throws IOException {
        LabelledSet.Labelled question = new LabelledSet.Labelled(
                topic.id(),
                topic.id(),
                topic.question(),
                vital.stream().map(one -> new ArticleId(one.article())).collect(Collectors.toSet()),
                vital.stream().map(Nugget.Evidence::exact).toList());
        List<Map<String, Object>> rows = candidates.stream()
                .map(one -> Map.<String, Object>of(
                        "answers",
                        question.answeredBy(one.hit().article().id(), one.text()),
                        "features",
                        one.features()))
                .toList();
        return JsonLines.JSON.writeValueAsString(Map.of(
                "split",
                topic.split(),
                "kind",
                topic.kind(),
                "candidates",
                rows,
                "further",
                further(topic, question, ranked)));
    }

    /** Of a question that is answered in sentences. */
    private static List<Map<String, Object>> further(
            Topic topic, LabelledSet.Labelled question, List<ScoredCandidate> ranked) {
        if (AnswerShape.of(topic.question()) != AnswerShape.PROSE) {
            return List.of();
        }
        boolean asksFact = AnswerType.of(topic.question()).isFact();
        return ranked.stream()
                .skip(1)
                .limit(FURTHER)
                .map(one -> Map.<String, Object>of(
                        "answers",
                        question.answeredBy(one.hit().article().id(), one.text()),
                        "features",
                        new FurtherSentence(one, ranked.getFirst(), asksFact).namedFeatures()))
                .toList();
    }
}
