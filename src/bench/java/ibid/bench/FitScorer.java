package ibid.bench;

import ibid.answer.Feature;
import ibid.answer.Reading;
import ibid.index.PassageIndex;
import ibid.model.OnnxEmbedder;
import ibid.model.OnnxModel;
import ibid.model.OnnxReader;
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
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/**
 * Fits the weights of scorer.tsv to questions people labelled, through the very search and reading that users get, and says by cross-validation
 * over groups what they are worth: how often the sentence that answers stands first, among the first two and four, and how well the best
 * sentence's score tells questions that are answered from those that are not. Arguments: sets (all where none is named), and "write" to have
 * the weights replace those that ship.
 */
public final class FitScorer {

    private static final Path WEIGHTS = Path.of("src/main/resources/ibid/answer/scorer.tsv");
    private static final int DEPTH = 8;
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
        try (OnnxEmbedder embedder = new OnnxEmbedder(OnnxModel.BGE_SMALL); OnnxReader reader = new OnnxReader()) {
            for (LabelledSet set : LabelledSet.named(arguments)) {
                try (PassageIndex index = set.index(embedder)) {
                    Hybrid retriever = new Hybrid(index, embedder.queries());
                    for (boolean given : List.of(true, false)) set.questions().forEach(question -> reads.add(read(set, question, given, retriever, reader)));
                }
            }
        }
        List<Read> fitted = reads.stream().filter(read -> !read.given() || read.set().name().equals("news")).toList();
        Logistic[] folds = folds(fitted, EnumSet.noneOf(Feature.class)), unread = folds(fitted, EnumSet.of(Feature.READ, Feature.READ_WORDS, Feature.READ_PASSAGE));
        System.out.printf("%-8s%-7s%-22s%8s%8s%8s%8s%10s%8s%n", "set", "from", "score", "asked", "first", "two", "four", "asked", "AUROC");
        for (LabelledSet set : reads.stream().map(Read::set).distinct().toList()) {
            for (boolean given : List.of(true, false)) {
                List<Read> some = reads.stream().filter(read -> read.set() == set && read.given() == given).toList();
                report(some, "cosine", read -> one -> one.features().get(Feature.MEANING));
                report(some, "reader alone", read -> one -> one.features().getOrDefault(Feature.READ, -9.0));
                report(some, "all but the reader", read -> one -> unread[read.fold()].logit(vector(one)));
                report(some, "all, cross-validated", read -> one -> folds[read.fold()].logit(vector(one)));
            }
        }
        Logistic all = fit(fitted, EnumSet.noneOf(Feature.class));
        for (Feature feature : Feature.values()) System.out.printf(Locale.ROOT, "%-18s%8.3f%n", feature, all.weights()[feature.ordinal()]);
        if (List.of(arguments).contains("write")) write(all);
    }

    private static Read read(LabelledSet set, LabelledSet.Labelled question, boolean given, Hybrid retriever, OnnxReader reader) {
        Filters filters = given ? new Filters(List.of(), List.copyOf(question.gold()), LocalDate.MIN, LocalDate.MAX) : Filters.NONE;
        Ranking ranking = retriever.retrieve(new Query(question.question(), filters), given ? 2 * DEPTH : DEPTH);
        return new Read(set, question, given, Reading.of(question.question(), ranking, reader));
    }

    private static Logistic[] folds(List<Read> reads, Set<Feature> without) {
        Logistic[] folds = new Logistic[FOLDS];
        for (int fold = 0; fold < FOLDS; fold++) {
            int held = fold;
            folds[fold] = fit(reads.stream().filter(read -> read.fold() != held).toList(), without);
        }
        return folds;
    }

    /** Every question counts the same, and every set. */
    private static Logistic fit(List<Read> reads, Set<Feature> without) {
        List<Logistic.Row> rows = new ArrayList<>();
        for (Read read : reads) {
            if (read.question().answerable() && !read.canAnswer()) continue;   // what strings cannot find is neither right nor wrong
            double weight = 1000.0 / reads.stream().filter(other -> other.set() == read.set()).count() / Math.max(1, read.sentences().size());
            read.sentences().forEach(one -> rows.add(new Logistic.Row(vector(one, without), read.answeredBy(one), weight)));
        }
        return Logistic.fit(rows, PENALTY);
    }

    private static double[] vector(Reading.Looked one, Set<Feature> without) {
        double[] vector = vector(one);
        without.forEach(feature -> vector[feature.ordinal()] = 0);
        return vector;
    }

    private static double[] vector(Reading.Looked one) {
        return Arrays.stream(Feature.values()).mapToDouble(feature -> one.features().getOrDefault(feature, 0.0)).toArray();
    }

    private interface Score {

        ToDoubleFunction<Reading.Looked> of(Read read);
    }

    private static void report(List<Read> reads, String name, Score score) {
        List<Read> can = reads.stream().filter(Read::canAnswer).toList();
        List<Read> judged = reads.stream().filter(read -> read.canAnswer() || !read.question().answerable()).toList();
        int[] ranks = can.stream().mapToInt(read -> rank(read, score.of(read))).toArray();
        System.out.printf(Locale.ROOT, "%-8s%-7s%-22s%8d%8.3f%8.3f%8.3f%10d%8.3f%n", reads.getFirst().set().name(), reads.getFirst().given() ? "given" : "found", name, ranks.length,
                within(ranks, 1), within(ranks, 2), within(ranks, 4), judged.size(), auroc(judged, score));
    }

    private static int rank(Read read, ToDoubleFunction<Reading.Looked> score) {
        List<Reading.Looked> ordered = read.sentences().stream().sorted(Comparator.comparingDouble(score).reversed()).toList();
        for (int at = 0; at < ordered.size(); at++) if (read.answeredBy(ordered.get(at))) return at + 1;
        return Integer.MAX_VALUE;
    }

    private static double within(int[] ranks, int depth) {
        return Arrays.stream(ranks).filter(rank -> rank <= depth).count() / (double) ranks.length;
    }

    /** The chance that a question that is answered scores higher than one that is not (Mann and Whitney). */
    private static double auroc(List<Read> reads, Score score) {
        double wins = 0, pairs = 0;
        List<double[]> scored = reads.stream().map(read -> new double[] {read.canAnswer() ? 1 : 0, read.sentences().stream().mapToDouble(score.of(read)).max().orElse(-99)}).toList();
        for (double[] one : scored) {
            for (double[] other : scored) {
                if (one[0] <= other[0]) continue;
                pairs++;
                wins += one[1] > other[1] ? 1 : one[1] == other[1] ? 0.5 : 0;
            }
        }
        return pairs == 0 ? Double.NaN : wins / pairs;
    }

    private static void write(Logistic fitted) throws IOException {
        StringBuilder file = new StringBuilder("# Weights of ibid.answer.Scorer, fitted by ibid.bench.FitScorer: eval/README.md, \"Picking\". What a feature is stands in Feature.java.\n");
        file.append(String.format(Locale.ROOT, "BIAS\t%.3f%n", fitted.bias()));
        for (Feature feature : Feature.values()) file.append(String.format(Locale.ROOT, "%s\t%.3f%n", feature, fitted.weights()[feature.ordinal()]));
        Files.writeString(WEIGHTS, file.toString());
    }
}
