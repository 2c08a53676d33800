package ibid.bench;

import ibid.answer.rank.AnswerabilityFeature;
import ibid.answer.rank.Candidate;
import ibid.answer.rank.ReaderFeatures;
import ibid.answer.rank.SentenceFeature;
import ibid.answer.rank.SentenceFeatures;
import ibid.answer.rank.SentenceRanker;
import ibid.index.PassageIndex;
import ibid.model.onnx.CrossEncoder;
import ibid.model.onnx.OnnxEmbedder;
import ibid.model.onnx.OnnxModel;
import ibid.search.HybridRetriever;
import ibid.search.Query;
import ibid.search.Ranking;
import ibid.search.SearchFilters;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Fits the weights of the ranker and of its confidence on questions that people labelled, with the same search and
 * reading that users get. Reports, by cross-validation over groups, how often an answering sentence is first, in the
 * first two and in the first four, and how well the best sentence separates answered from unanswered questions.
 * Arguments: sets (default all), and "write" to replace the shipped weights.
 */
public final class FitScorer {

    private static final Path WEIGHTS = Path.of("src/main/resources/ibid/answer/rank");
    private static final Set<SentenceFeature> OF_READER =
            Set.of(SentenceFeature.READER_SENTENCE, SentenceFeature.READER_WORD, SentenceFeature.READER_PASSAGE);
    private static final Set<AnswerabilityFeature> OF_READING = Set.of(
            AnswerabilityFeature.BEST_READER_SENTENCE,
            AnswerabilityFeature.BEST_READER_WORD,
            AnswerabilityFeature.BEST_READER_PASSAGE,
            AnswerabilityFeature.MAX_READER_SENTENCE,
            AnswerabilityFeature.MEAN_READER_SENTENCE,
            AnswerabilityFeature.MAX_READER_WORD,
            AnswerabilityFeature.MEAN_READER_WORD,
            AnswerabilityFeature.MAX_READER_PASSAGE,
            AnswerabilityFeature.MEAN_READER_PASSAGE);
    /** How many sentences the reader scores; {@code -Dread} overrides the ranker's number for an experiment. */
    private static final int READ_SENTENCES = Integer.getInteger("read", SentenceRanker.MAX_READ_SENTENCES);

    private static final int DEPTH = 12;
    static final int FOLDS = 5;
    static final double PENALTY = 3;

    private FitScorer() {}

    public static void main(String[] arguments) throws IOException {
        List<MeasuredQuestion> reads = new ArrayList<>();
        try (CrossEncoder reader = new CrossEncoder();
                OnnxEmbedder embedder = new OnnxEmbedder(OnnxModel.BGE_SMALL)) {
            for (LabelledSet set : LabelledSet.named(arguments)) {
                try (PassageIndex index = set.index(embedder)) {
                    HybridRetriever retriever = new HybridRetriever(index, embedder.queries());
                    for (boolean given : List.of(true, false)) {
                        set.questions().forEach(question -> reads.add(read(set, question, given, retriever)));
                    }
                }
            }
            fit(reads, reader, List.of(arguments).contains("write"));
        }
    }

    private static MeasuredQuestion read(
            LabelledSet set, LabelledSet.Labelled question, boolean given, HybridRetriever retriever) {
        SearchFilters filters = given
                ? new SearchFilters(List.of(), List.copyOf(question.gold()), LocalDate.MIN, LocalDate.MAX)
                : SearchFilters.NONE;
        Ranking ranking = retriever.retrieve(new Query(question.question(), filters), given ? 2 * DEPTH : DEPTH);
        return new MeasuredQuestion(set, question, given, SentenceFeatures.measure(question.question(), ranking));
    }

    private static void fit(List<MeasuredQuestion> reads, CrossEncoder reader, boolean write) throws IOException {
        Logistic[] unreadFolds = folds(fitted(reads), OF_READER);
        List<MeasuredQuestion> near = reads.parallelStream()
                .map(read -> new MeasuredQuestion(
                        read.set(),
                        read.question(),
                        read.given(),
                        ReaderFeatures.add(
                                read.question().question(),
                                read.by(one -> unreadFolds[read.fold()].logit(vector(one))).stream()
                                        .limit(READ_SENTENCES)
                                        .toList(),
                                reader)))
                .toList();
        Logistic[] readFolds = folds(fitted(near), Set.of());
        reportRanks(reads, near, unreadFolds, readFolds);
        Logistic unread = ConfidenceFit.report("unread", ConfidenceFit.judge(reads, near, unreadFolds), OF_READING);
        Logistic answering = ConfidenceFit.report("read", ConfidenceFit.judge(near, near, readFolds), Set.of());
        Logistic rankerUnread = fit(fitted(reads), OF_READER), rankerRead = fit(fitted(near), Set.of());
        printWeights(rankerUnread, rankerRead, SentenceFeature.values());
        printWeights(unread, answering, AnswerabilityFeature.values());
        if (!write) {
            return;
        }
        SentenceFeature[] ofSentence = SentenceFeature.values();
        write(rankerUnread, "ranker-unread", "that a sentence answers, before it is read", ofSentence);
        write(rankerRead, "ranker-read", "that a sentence answers, once it is read", ofSentence);
        AnswerabilityFeature[] ofList = AnswerabilityFeature.values(); // once read: src/train/answerability.py
        write(unread, "answerability-unread", "that the question is answered, its sentences not read", ofList);
    }

    private static void reportRanks(
            List<MeasuredQuestion> reads, List<MeasuredQuestion> near, Logistic[] unreadFolds, Logistic[] readFolds) {
        System.out.printf("%-8s%-7s%-22s%8s%8s%8s%8s%n", "set", "from", "score", "asked", "first", "two", "four");
        for (int i = 0;
                i < reads.size();
                i = IntStream.range(i, reads.size())
                                .filter(sameAs(reads, i))
                                .max()
                                .orElseThrow()
                        + 1) {
            int[] some = IntStream.range(i, reads.size())
                    .filter(sameAs(reads, i))
                    .filter(at -> reads.get(at).canAnswer())
                    .toArray();
            report(
                    reads.get(i),
                    "cosine",
                    some,
                    at -> reads.get(at).by(one -> one.features().get(SentenceFeature.SENTENCE_SIMILARITY)),
                    reads);
            report(
                    reads.get(i),
                    "before reading",
                    some,
                    at -> reads.get(at).by(one -> unreadFolds[reads.get(at).fold()].logit(vector(one))),
                    reads);
            report(
                    reads.get(i),
                    "after reading",
                    some,
                    at -> near.get(at).by(one -> readFolds[near.get(at).fold()].logit(vector(one))),
                    reads);
        }
    }

    private static void printWeights(Logistic unread, Logistic read, Enum<?>[] features) {
        System.out.printf("%n%-24s%10s%10s%n", "weight", "unread", "read");
        for (Enum<?> feature : features) {
            double before = unread.weights()[feature.ordinal()], after = read.weights()[feature.ordinal()];
            System.out.printf(Locale.ROOT, "%-24s%10.3f%10.3f%n", feature, before, after);
        }
    }

    private static void write(Logistic weights, String file, String probability, Enum<?>[] features)
            throws IOException {
        String remark = "Weights of ibid.answer.rank.SentenceRanker for the probability " + probability
                + ". Fitted by ibid.bench.FitScorer: eval/README.md. Features: "
                + features[0].getDeclaringClass().getSimpleName() + ".java.";
        weights.write(WEIGHTS.resolve(file + ".tsv"), remark, features);
    }

    private static IntPredicate sameAs(List<MeasuredQuestion> reads, int one) {
        return at -> reads.get(at).set() == reads.get(one).set()
                && reads.get(at).given() == reads.get(one).given();
    }

    private static List<MeasuredQuestion> fitted(List<MeasuredQuestion> reads) {
        return reads.stream()
                .filter(read -> read.set().tellsSentences()
                        && (!read.given() || read.set().name().equals("news")))
                .toList();
    }

    private static Logistic[] folds(List<MeasuredQuestion> reads, Set<SentenceFeature> without) {
        Logistic[] folds = new Logistic[FOLDS];
        for (int fold = 0; fold < FOLDS; fold++) {
            int held = fold;
            folds[fold] = fit(reads.stream().filter(read -> read.fold() != held).toList(), without);
        }
        return folds;
    }

    /** Every question of a set has the same weight, and every set too. */
    private static Logistic fit(List<MeasuredQuestion> reads, Set<SentenceFeature> without) {
        List<Logistic.Row> rows = new ArrayList<>();
        for (MeasuredQuestion read : reads) {
            if (read.question().answerable() && !read.canAnswer()) {
                continue; // answer strings cannot show which sentence is right
            }
            double weight = 1000.0
                    / reads.stream().filter(other -> other.set() == read.set()).count()
                    / Math.max(1, read.sentences().size());
            read.sentences()
                    .forEach(one -> rows.add(new Logistic.Row(vector(one, without), read.answeredBy(one), weight)));
        }
        return Logistic.fit(rows, PENALTY);
    }

    static double[] vector(Candidate one) {
        return vector(one, Set.of());
    }

    static double[] vector(Candidate one, Set<SentenceFeature> without) {
        return Arrays.stream(SentenceFeature.values())
                .mapToDouble(feature ->
                        without.contains(feature) ? 0 : one.features().getOrDefault(feature, 0.0))
                .toArray();
    }

    private static void report(
            MeasuredQuestion first,
            String name,
            int[] some,
            IntFunction<List<Candidate>> order,
            List<MeasuredQuestion> reads) {
        int[] ranks = Arrays.stream(some)
                .map(at -> reads.get(at).rankOfAnswer(order.apply(at)))
                .toArray();
        System.out.printf(
                Locale.ROOT,
                "%-8s%-7s%-22s%8d%8.3f%8.3f%8.3f%n",
                first.set().name(),
                first.given() ? "given" : "found",
                name,
                ranks.length,
                within(ranks, 1),
                within(ranks, 2),
                within(ranks, 4));
    }

    private static double within(int[] ranks, int depth) {
        return Arrays.stream(ranks).filter(rank -> rank <= depth).count() / (double) ranks.length;
    }
}
