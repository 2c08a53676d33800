package ibid.bench;

import ibid.answer.Feature;
import ibid.answer.Reading;
import ibid.index.PassageIndex;
import ibid.model.OnnxEmbedder;
import ibid.model.OnnxModel;
import ibid.retrieve.Filters;
import ibid.retrieve.Hybrid;
import ibid.retrieve.Query;
import ibid.retrieve.Ranking;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * Fits the weights of scorer.tsv to questions people labelled, through the very search and reading that users get, and says by cross-validation
 * over groups what they are worth: how often the sentence that answers stands first, among the first two and four, and how well the best
 * sentence's score tells questions that are answered from those that are not. Arguments: sets (all where none is named), and "write" to have
 * the weights replace those that ship.
 */
public final class FitScorer {

    private static final Path WEIGHTS = Path.of("src/main/resources/ibid/answer");
    private static final int SHOWN = 3;
    private static final int DEPTH = 12;
    private static final int FOLDS = 5;
    private static final double PENALTY = 3;

    /** A question's sentences; given: of the article it was written for, else as the search found them. */
    private record Read(LabelledSet set, LabelledSet.Labelled question, boolean given, List<Reading.Looked> sentences) {

        boolean answeredBy(Reading.Looked one) {
            return question.answeredBy(one.hit().article().id(), one.text());
        }

        boolean canAnswer() {
            return sentences.stream().anyMatch(this::answeredBy);
        }

        int fold() {
            return Math.floorMod(question.group().hashCode() * 31, FOLDS);
        }
    }

    private FitScorer() {}

    public static void main(String[] arguments) throws IOException {
        List<Read> reads = new ArrayList<>();
        try (OnnxEmbedder embedder = new OnnxEmbedder(OnnxModel.BGE_SMALL)) {
            for (LabelledSet set : LabelledSet.named(arguments)) {
                try (PassageIndex index = set.index(embedder)) {
                    Hybrid retriever = new Hybrid(index, embedder.queries());
                    for (boolean given : List.of(true, false)) set.questions().forEach(question -> reads.add(read(set, question, given, retriever)));
                }
            }
        }
        List<Read> fitted = reads.stream().filter(read -> !read.given() || read.set().name().equals("news")).toList();
        Logistic[] folds = folds(fitted);
        System.out.printf("%-8s%-7s%-22s%8s%8s%8s%8s%n", "set", "from", "score", "asked", "first", "two", "four");
        for (LabelledSet set : reads.stream().map(Read::set).distinct().toList()) {
            for (boolean given : List.of(true, false)) {
                List<Read> some = reads.stream().filter(read -> read.set() == set && read.given() == given).toList();
                report(some, "cosine", read -> one -> one.features().get(Feature.MEANING));
                report(some, "all, cross-validated", read -> one -> folds[read.fold()].logit(vector(one)));
            }
        }
        List<Judged> judged = reads.stream().filter(read -> !read.given() || read.set().name().equals("squad")).map(read -> judged(read, folds[read.fold()])).flatMap(Optional::stream).toList();
        Logistic[] confidence = new Logistic[FOLDS];
        for (int fold = 0; fold < FOLDS; fold++) {
            int held = fold;
            confidence[fold] = answering(judged.stream().filter(one -> one.read().fold() != held).toList());
        }
        Refusing.report(judged.stream().map(one -> new Refusing.Question(one.read().set().name() + (one.read().given() ? " given" : " found"), one.read().canAnswer(), one.shown(), 1 / (1 + Math.exp(-confidence[one.read().fold()].logit(one.features()))), one.best().features().get(Feature.MEANING))).toList());
        Logistic picking = fit(fitted), answering = answering(judged);
        System.out.printf("%n%-18s%10s%11s%n", "weight", "picking", "answering");
        for (Feature feature : Feature.values()) System.out.printf(Locale.ROOT, "%-18s%10.3f%11.3f%n", feature, picking.weights()[feature.ordinal()], answering.weights()[feature.ordinal()]);
        if (!List.of(arguments).contains("write")) return;
        write("picking.tsv", picking);
        write("answering.tsv", answering);
    }

    private static Read read(LabelledSet set, LabelledSet.Labelled question, boolean given, Hybrid retriever) {
        Filters filters = given ? new Filters(List.of(), List.copyOf(question.gold()), LocalDate.MIN, LocalDate.MAX) : Filters.NONE;
        Ranking ranking = retriever.retrieve(new Query(question.question(), filters), given ? 2 * DEPTH : DEPTH);
        return new Read(set, question, given, Reading.of(question.question(), ranking));
    }

    private static Logistic[] folds(List<Read> reads) {
        Logistic[] folds = new Logistic[FOLDS];
        for (int fold = 0; fold < FOLDS; fold++) {
            int held = fold;
            folds[fold] = fit(reads.stream().filter(read -> read.fold() != held).toList());
        }
        return folds;
    }

    /** Every question counts the same, and every set. */
    private static Logistic fit(List<Read> reads) {
        List<Logistic.Row> rows = new ArrayList<>();
        for (Read read : reads) {
            if (read.question().answerable() && !read.canAnswer()) continue;   // what strings cannot find is neither right nor wrong
            double weight = 1000.0 / reads.stream().filter(other -> other.set() == read.set()).count() / Math.max(1, read.sentences().size());
            read.sentences().forEach(one -> rows.add(new Logistic.Row(vector(one), read.answeredBy(one), weight)));
        }
        return Logistic.fit(rows, PENALTY);
    }

    private static double[] vector(Reading.Looked one) {
        return Arrays.stream(Feature.values()).mapToDouble(feature -> one.features().getOrDefault(feature, 0.0)).toArray();
    }

    /**
     * A question by its best sentence.
     *
     * @param shown whether one of the first sentences answers
     */
    private record Judged(Read read, Reading.Looked best, boolean shown, double[] features) {}

    /** Empty where strings cannot tell whether it is answered. */
    private static Optional<Judged> judged(Read read, Logistic picking) {
        if (read.question().answerable() && !read.canAnswer() && read.given() || read.sentences().isEmpty()) return Optional.empty();
        List<Reading.Looked> ordered = read.sentences().stream().sorted(Comparator.<Reading.Looked>comparingDouble(one -> picking.logit(vector(one))).reversed()).toList();
        return Optional.of(new Judged(read, ordered.getFirst(), ordered.stream().limit(SHOWN).anyMatch(read::answeredBy), vector(ordered.getFirst())));
    }

    private static Logistic answering(List<Judged> judged) {
        return Logistic.fit(judged.stream().map(one -> new Logistic.Row(one.features(), one.shown(), 1000.0 / judged.stream().filter(other -> other.read().set() == one.read().set()).count())).toList(), PENALTY);
    }

    private interface Score {

        ToDoubleFunction<Reading.Looked> of(Read read);
    }

    private static void report(List<Read> reads, String name, Score score) {
        List<Read> can = reads.stream().filter(Read::canAnswer).toList();
        int[] ranks = can.stream().mapToInt(read -> rank(read, score.of(read))).toArray();
        System.out.printf(Locale.ROOT, "%-8s%-7s%-22s%8d%8.3f%8.3f%8.3f%n", reads.getFirst().set().name(), reads.getFirst().given() ? "given" : "found", name, ranks.length,
                within(ranks, 1), within(ranks, 2), within(ranks, 4));
    }

    private static int rank(Read read, ToDoubleFunction<Reading.Looked> score) {
        List<Reading.Looked> ordered = read.sentences().stream().sorted(Comparator.comparingDouble(score).reversed()).toList();
        for (int at = 0; at < ordered.size(); at++) if (read.answeredBy(ordered.get(at))) return at + 1;
        return Integer.MAX_VALUE;
    }

    private static double within(int[] ranks, int depth) {
        return Arrays.stream(ranks).filter(rank -> rank <= depth).count() / (double) ranks.length;
    }

    private static void write(String name, Logistic fitted) throws IOException {
        StringBuilder file = new StringBuilder("# Weights of ibid.answer.Scorer, fitted by ibid.bench.FitScorer: eval/README.md. What a feature is stands in Feature.java.\n");
        file.append(String.format(Locale.ROOT, "BIAS\t%.3f%n", fitted.bias()));
        for (Feature feature : Feature.values()) file.append(String.format(Locale.ROOT, "%s\t%.3f%n", feature, fitted.weights()[feature.ordinal()]));
        Files.writeString(WEIGHTS.resolve(name), file.toString());
    }
}
