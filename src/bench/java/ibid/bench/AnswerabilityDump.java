package ibid.bench;

import ibid.answer.question.QuestionAnalysis;
import ibid.answer.rank.AnswerabilityFeatures;
import ibid.answer.rank.Candidate;
import ibid.answer.rank.ScoredCandidate;
import ibid.answer.rank.SentenceFeature;
import ibid.answer.rank.SentenceFeatures;
import ibid.answer.rank.SentenceRanker;
import ibid.answer.stance.SpeechFilter;
import ibid.eval.dataset.TestCollection;
import ibid.index.PassageIndex;
import ibid.model.onnx.CrossEncoder;
import ibid.model.onnx.OnnxEmbedder;
import ibid.model.onnx.OnnxModel;
import ibid.search.HybridRetriever;
import ibid.search.Query;
import ibid.search.Ranking;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Writes the ranked sentences of questions, as the features of each list, for {@code src/train/answerability.py}: of the
 * topics and of the questions in {@code src/train/questions}; and each answerable question once more without the
 * sentences that answer it. Questions about the news are left out where the news is not beside the project. Argument:
 * the file.
 */
public final class AnswerabilityDump {

    private static final int DEPTH = 12;
    private static final Path QUESTIONS = Path.of("src/train/questions");
    private static final List<SentenceFeature> GAPS =
            List.of(SentenceFeature.SENTENCE_SIMILARITY_GAP, SentenceFeature.TERM_SHARE_GAP);

    private final CrossEncoder reader;
    private final OnnxEmbedder embedder;
    private final PrintWriter out;

    private AnswerabilityDump(CrossEncoder reader, OnnxEmbedder embedder, PrintWriter out) {
        this.reader = reader;
        this.embedder = embedder;
        this.out = out;
    }

    public static void main(String[] arguments) throws IOException {
        TestCollection topics = TestCollection.read(Path.of("eval"));
        try (CrossEncoder reader = new CrossEncoder();
                OnnxEmbedder embedder = new OnnxEmbedder(OnnxModel.BGE_SMALL);
                PrintWriter out = new PrintWriter(Files.newBufferedWriter(Path.of(arguments[0])))) {
            AnswerabilityDump dump = new AnswerabilityDump(reader, embedder, out);
            List<AskedQuestion> starter = new ArrayList<>(AskedQuestion.of(topics));
            starter.addAll(AskedQuestion.read(QUESTIONS.resolve("starter.jsonl")));
            dump.write(new LabelledSet("own", Path.of("corpus"), List.of()), starter);
            if (Files.exists(LabelledSet.DATA)) {
                LabelledSet news = LabelledSet.news();
                List<AskedQuestion> asked = new ArrayList<>(AskedQuestion.of("quiz", news.questions()));
                asked.addAll(AskedQuestion.read(QUESTIONS.resolve("news.jsonl")));
                dump.write(news, asked);
            }
        }
    }

    private void write(LabelledSet articles, List<AskedQuestion> questions) throws IOException {
        try (PassageIndex index = articles.index(embedder)) {
            HybridRetriever retriever = new HybridRetriever(index, embedder.queries());
            SentenceRanker ranker = SentenceRanker.with(reader);
            for (AskedQuestion asked : questions) {
                Ranking ranking = retriever.retrieve(new Query(asked.question()), DEPTH);
                write(asked, QuestionAnalysis.of(asked.question(), ranking), ranking, ranker);
            }
        }
    }

    private void write(AskedQuestion asked, QuestionAnalysis question, Ranking ranking, SentenceRanker ranker)
            throws IOException {
        SpeechFilter speech = SpeechFilter.of(question);
        List<Candidate> all = SentenceFeatures.measure(question, ranking);
        List<Candidate> eligible = all.stream()
                .filter(one -> one.hasEveryName() && speech.admits(one))
                .toList();
        if (!asked.answerable()) {
            write(asked, "unanswerable", ranker.rank(asked.question(), eligible));
            return;
        }
        if (eligible.stream().anyMatch(asked::isAnsweredBy)) {
            write(asked, "answered", ranker.rank(asked.question(), eligible));
        }
        List<Candidate> rest =
                eligible.stream().filter(one -> !asked.mayBeAnsweredBy(one)).toList();
        if (rest.size() < eligible.size()) {
            write(asked, "removed", ranker.rank(asked.question(), withoutGaps(rest, highest(all, asked))));
        }
    }

    /** Of those that stay, the highest value of what each gap is measured from. */
    private static Map<SentenceFeature, Double> highest(List<Candidate> all, AskedQuestion asked) {
        Map<SentenceFeature, Double> highest = new EnumMap<>(SentenceFeature.class);
        for (SentenceFeature gap : GAPS) {
            all.stream()
                    .filter(one -> !asked.mayBeAnsweredBy(one))
                    .mapToDouble(one -> one.feature(gap))
                    .max()
                    .ifPresent(value -> highest.put(gap, value));
        }
        return highest;
    }

    /** Gaps to the highest value that is left, so that they do not tell that a better sentence is gone. */
    private static List<Candidate> withoutGaps(List<Candidate> rest, Map<SentenceFeature, Double> highest) {
        return rest.stream()
                .map(one -> {
                    Map<SentenceFeature, Double> features = new EnumMap<>(one.features());
                    highest.forEach((gap, value) -> features.merge(gap, -value, Double::sum));
                    return new Candidate(
                            one.hit(),
                            one.ordinal(),
                            one.terms(),
                            one.hasEveryName(),
                            features,
                            one.answerMatches(),
                            one.answer());
                })
                .toList();
    }

    private void write(AskedQuestion asked, String kind, List<ScoredCandidate> ranked) throws IOException {
        if (!ranked.isEmpty()) {
            out.println(JsonLines.JSON.writeValueAsString(Map.of(
                    "set", asked.set(), "id", asked.id(), "kind", kind, "features", AnswerabilityFeatures.of(ranked))));
        }
    }
}
