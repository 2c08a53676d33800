package ibid.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import ibid.model.Embedder;
import ibid.model.onnx.CrossEncoder;
import ibid.model.onnx.OnnxEmbedder;
import ibid.model.onnx.OnnxModel;
import ibid.verify.SupportSignal;
import ibid.verify.Verifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Fits how the verifier weighs its signals, on claims people labelled, and says what each way of checking is worth on a
 * source that had no part in the fit nor in the threshold: by words, by embedding, exactly, by the model, by all.
 * FEVER-symmetric is judged by the model that has not read FEVER, which {@code src/train} leaves in a folder.
 * Arguments: that folder (without it the source "fever" flatters); "quick" takes 400 claims of each source and no
 * embeddings; "write" has the weights fitted on all sources replace those that ship.
 */
public final class FitChecker {

    private static final Path CLAIMS = LabelledSet.DATA.resolve("claims/claims.jsonl");
    private static final Path WEIGHTS = Path.of("src/main/resources/ibid/verify");
    private static final String REMARK =
            "Weights of ibid.verify.SupportSignal, fitted by ibid.bench.FitChecker: eval/README.md. What a "
                    + "signal is stands in Signal.java.";
    private static final Set<SupportSignal> OF_MODEL =
            EnumSet.of(SupportSignal.MODEL_FULL, SupportSignal.MODEL_CONTRADICTED);
    private static final Set<SupportSignal> WITHOUT_MODEL = EnumSet.of(SupportSignal.WORDS);
    private static final String FEVER = "fever";
    private static final int MOST_OF_OTHER = 1_500; // claims of a source, where only a threshold hangs on them
    private static final double MOST_ODDS = 20;
    private static final double PENALTY = 3;
    private static final int MOST_WORDS = 1_500; // of evidence embedded
    private static final int MOST_COSINES = 300; // pairs of a source: embedding every window of all takes hours

    /**
     * @param agrees whether the exact checks have nothing against it
     * @param cosine of the claim with the nearest window of the evidence; not a number where it was not measured
     */
    private record Pair(
            String source, boolean full, Map<SupportSignal, Double> signals, boolean agrees, double cosine) {

        double[] vector(Set<SupportSignal> used) {
            return Arrays.stream(SupportSignal.values())
                    .mapToDouble(signal -> used.contains(signal) ? signals.getOrDefault(signal, 0.0) : 0)
                    .toArray();
        }
    }

    private final List<Pair> pairs;
    private final List<Pair> withoutFever;

    private FitChecker(List<Pair> pairs, List<Pair> withoutFever) {
        this.pairs = pairs;
        this.withoutFever = withoutFever;
    }

    public static void main(String[] arguments) throws IOException {
        List<String> given = List.of(arguments);
        int most = given.contains("quick") ? MOST_COSINES * 4 / 3 : Integer.MAX_VALUE;
        List<Pair> pairs, withoutFever;
        Optional<Path> other = given.stream()
                .filter(one -> !Set.of("quick", "write").contains(one))
                .map(Path::of)
                .findFirst();
        try (CrossEncoder model = new CrossEncoder();
                OnnxEmbedder embedder = new OnnxEmbedder(OnnxModel.BGE_SMALL)) {
            pairs = pairs(new Verifier(model), embedder.passages(), most);
            try (CrossEncoder before = other.map(CrossEncoder::new).orElseGet(CrossEncoder::new)) {
                withoutFever =
                        other.isPresent() ? pairs(new Verifier(before), embedder.passages(), MOST_OF_OTHER) : pairs;
            }
        }
        FitChecker checker = new FitChecker(pairs, withoutFever);
        checker.report();
        if (!given.contains("write")) {
            return;
        }
        alike(pairs).write(WEIGHTS.resolve("checking.tsv"), REMARK, SupportSignal.values());
        fit(pairs, WITHOUT_MODEL).write(WEIGHTS.resolve("checking-without-model.tsv"), REMARK, SupportSignal.values());
    }

    private void report() {
        System.out.printf(
                "%n%-34s%s%10s%n",
                "balanced accuracy, source left out",
                sources(pairs).map(source -> String.format("%10s", source)).collect(Collectors.joining()),
                "mean");
        report("words shared", EnumSet.of(SupportSignal.WORDS));
        if (pairs.stream().anyMatch(pair -> !Double.isNaN(pair.cosine()))) {
            report("cosine, a sample", others -> Pair::cosine, pair -> !Double.isNaN(pair.cosine()));
        }
        report("exact checks", others -> pair -> pair.agrees() ? 1 : 0, pair -> true);
        report(
                "words shared, exact checks a veto",
                others -> pair -> pair.agrees() ? pair.signals().get(SupportSignal.WORDS) : -1,
                pair -> true);
        report("model, that all is said", EnumSet.of(SupportSignal.MODEL_FULL));
        report("model, and that the contrary is", OF_MODEL);
        report("model and words, fitted", EnumSet.allOf(SupportSignal.class));
        veto("the same, exact checks a veto", others -> fit(others, EnumSet.allOf(SupportSignal.class)));
        report("model and words alike", others -> odds(alike(others)), pair -> true);
        veto("the same, exact checks a veto", FitChecker::alike);
        Logistic both = alike(pairs), alone = fit(pairs, WITHOUT_MODEL);
        System.out.printf("%n%-22s%10s%14s%n", "weight", "both", "without model");
        for (SupportSignal signal : SupportSignal.values()) {
            System.out.printf(
                    Locale.ROOT,
                    "%-22s%10.3f%14.3f%n",
                    signal,
                    both.weights()[signal.ordinal()],
                    alone.weights()[signal.ordinal()]);
        }
        calibration(pairs);
    }

    private static List<Pair> pairs(Verifier verifier, Embedder embedder, int most) throws IOException {
        ObjectMapper json = new ObjectMapper();
        Verifier comparing = new Verifier();
        List<JsonNode> rows = new ArrayList<>();
        for (String line : Files.readAllLines(CLAIMS)) {
            rows.add(json.readTree(line));
        }
        Map<String, Integer> taken = new java.util.HashMap<>();
        java.util.Collections.shuffle(rows, new java.util.Random(5));
        rows.removeIf(row -> taken.merge(source(row.path("set").asText()), 1, Integer::sum) > most);
        Map<String, Long> sizes = rows.stream()
                .collect(Collectors.groupingBy(row -> source(row.path("set").asText()), Collectors.counting()));
        return IntStream.range(0, rows.size())
                .parallel()
                .mapToObj(at -> {
                    JsonNode row = rows.get(at);
                    String source = source(row.path("set").asText()),
                            claim = row.path("claim").asText(),
                            evidence = row.path("evidence").asText();
                    boolean embed = most > MOST_COSINES * 2
                            && Math.floorMod(claim.hashCode(), (int) Math.max(1, sizes.get(source) / MOST_COSINES))
                                    == 0;
                    return new Pair(
                            source,
                            row.path("label").asText().equals("supported"),
                            verifier.signals(claim, evidence),
                            comparing.check(claim, List.of(evidence)).checks().all(),
                            embed ? cosine(claim, evidence, embedder) : Double.NaN);
                })
                .toList();
    }

    private static String source(String set) {
        return set.replaceAll("-.*", "");
    }

    /** The best of windows of 100 words, 50 apart: the usual way. */
    private static double cosine(String claim, String evidence, Embedder embedder) {
        float[] one = embedder.embed(claim);
        String[] words = evidence.split("\\s+");
        double best = -1;
        for (int at = 0; at == 0 || at + 50 < Math.min(MOST_WORDS, words.length); at += 50) {
            float[] other = embedder.embed(String.join(
                    " ", Arrays.asList(words).subList(at, Math.min(words.length, at + 100))));
            double dot = 0;
            for (int i = 0; i < one.length; i++) {
                dot += one[i] * other[i];
            }
            best = Math.max(best, dot);
        }
        return best;
    }

    private static Stream<String> sources(List<Pair> pairs) {
        return pairs.stream().map(Pair::source).distinct().sorted();
    }

    private void report(String name, Set<SupportSignal> used) {
        report(name, others -> odds(fit(others, used)), pair -> true);
    }

    private void veto(String name, Function<List<Pair>, Logistic> fit) {
        report(
                name,
                others -> {
                    ToDoubleFunction<Pair> odds = odds(fit.apply(others));
                    return pair -> pair.agrees() ? odds.applyAsDouble(pair) : -MOST_ODDS;
                },
                pair -> true);
    }

    /** What was not fitted has no weight. */
    private static ToDoubleFunction<Pair> odds(Logistic fitted) {
        return pair -> fitted.logit(pair.vector(EnumSet.allOf(SupportSignal.class)));
    }

    private interface Way {

        ToDoubleFunction<Pair> fitted(List<Pair> others);
    }

    private void report(String name, Way way, Predicate<Pair> which) {
        StringBuilder line = new StringBuilder(String.format("%-34s", name));
        double sum = 0;
        List<String> sources = sources(pairs).toList();
        for (String source : sources) {
            List<Pair> judged = (source.equals(FEVER) ? withoutFever : pairs)
                    .stream().filter(which).toList();
            List<Pair>
                    others =
                            judged.stream()
                                    .filter(pair -> !pair.source().equals(source))
                                    .toList(),
                    own =
                            judged.stream()
                                    .filter(pair -> pair.source().equals(source))
                                    .toList();
            ToDoubleFunction<Pair> score = way.fitted(others);
            double accuracy = balanced(own, score, threshold(others, score));
            sum += accuracy;
            line.append(String.format(Locale.ROOT, "%10.1f", 100 * accuracy));
        }
        System.out.println(line.append(String.format(Locale.ROOT, "%10.1f", 100 * sum / sources.size())));
    }

    /** Every source counts the same, and in it the supported as much as the rest. */
    private static Logistic fit(List<Pair> pairs, Set<SupportSignal> used) {
        Map<String, Long> sizes = sizes(pairs);
        return Logistic.fit(
                pairs.stream()
                        .map(pair -> new Logistic.Row(
                                pair.vector(used), pair.full(), 1000.0 / sizes.get(pair.source() + pair.full())))
                        .toList(),
                PENALTY);
    }

    /**
     * Model and words each count one standard deviation: what a source has of either differs so much that weights
     * fitted to some mislead on another (Dawes, American Psychologist 1979). Only how steep the sum is, is fitted.
     */
    private static Logistic alike(List<Pair> pairs) {
        double[] mix = new double[SupportSignal.values().length];
        mix[SupportSignal.MODEL_FULL.ordinal()] = 1
                / spread(
                        pairs,
                        pair -> pair.signals().get(SupportSignal.MODEL_FULL)
                                - pair.signals().get(SupportSignal.MODEL_CONTRADICTED));
        mix[SupportSignal.MODEL_CONTRADICTED.ordinal()] = -mix[SupportSignal.MODEL_FULL.ordinal()];
        mix[SupportSignal.WORDS.ordinal()] =
                1 / spread(pairs, pair -> pair.signals().get(SupportSignal.WORDS));
        Map<String, Long> sizes = sizes(pairs);
        Logistic sum = new Logistic(0, mix);
        Logistic steep = Logistic.fit(
                pairs.stream()
                        .map(pair -> new Logistic.Row(
                                new double[] {sum.logit(pair.vector(EnumSet.allOf(SupportSignal.class)))},
                                pair.full(),
                                1000.0 / sizes.get(pair.source() + pair.full())))
                        .toList(),
                PENALTY);
        return new Logistic(
                steep.bias(),
                Arrays.stream(mix).map(weight -> weight * steep.weights()[0]).toArray());
    }

    private static double spread(List<Pair> pairs, ToDoubleFunction<Pair> signal) {
        double mean = pairs.stream().mapToDouble(signal).average().orElse(0);
        return Math.sqrt(pairs.stream()
                .mapToDouble(pair -> Math.pow(signal.applyAsDouble(pair) - mean, 2))
                .average()
                .orElse(1));
    }

    private static Map<String, Long> sizes(List<Pair> pairs) {
        return pairs.stream()
                .collect(Collectors.groupingBy(pair -> pair.source() + pair.full(), Collectors.counting()));
    }

    /** That which is best over the sources together, each counting the same. */
    private static double threshold(List<Pair> pairs, ToDoubleFunction<Pair> score) {
        double[] tried = pairs.stream().mapToDouble(score).sorted().toArray();
        List<List<Pair>> sources = sources(pairs)
                .map(source -> pairs.stream()
                        .filter(pair -> pair.source().equals(source))
                        .toList())
                .toList();
        return IntStream.range(1, 60)
                .mapToObj(step -> tried[step * (tried.length - 1) / 60])
                .max(Comparator.comparingDouble(threshold -> sources.stream()
                        .mapToDouble(own -> balanced(own, score, threshold))
                        .sum()))
                .orElseThrow();
    }

    private static double balanced(List<Pair> pairs, ToDoubleFunction<Pair> score, double threshold) {
        return (share(pairs, Pair::full, pair -> score.applyAsDouble(pair) >= threshold)
                        + share(pairs, pair -> !pair.full(), pair -> score.applyAsDouble(pair) < threshold))
                / 2;
    }

    private static double share(List<Pair> pairs, Predicate<Pair> which, Predicate<Pair> right) {
        return (double) pairs.stream().filter(which).filter(right).count()
                / pairs.stream().filter(which).count();
    }

    /** Stated probability against what people said, source left out, classes weighed alike. */
    private static void calibration(List<Pair> pairs) {
        double[] stated = new double[10], full = new double[10], count = new double[10];
        for (String source : sources(pairs).toList()) {
            ToDoubleFunction<Pair> fitted = odds(alike(
                    pairs.stream().filter(pair -> !pair.source().equals(source)).toList()));
            List<Pair> own =
                    pairs.stream().filter(pair -> pair.source().equals(source)).toList();
            double supported = own.stream().filter(Pair::full).count();
            for (Pair pair : own) {
                double p = 1 / (1 + Math.exp(-fitted.applyAsDouble(pair))),
                        weight = 1 / (pair.full() ? supported : own.size() - supported);
                int bin = Math.min(9, (int) (p * 10));
                stated[bin] += weight * p;
                full[bin] += pair.full() ? weight : 0;
                count[bin] += weight;
            }
        }
        System.out.printf("%n%-12s%10s%10s%n", "stated", "supported", "share");
        double total = Arrays.stream(count).sum(), error = 0;
        for (int bin = 0; bin < 10; bin++) {
            System.out.printf(
                    Locale.ROOT,
                    "%-12.2f%10.2f%10.2f%n",
                    stated[bin] / count[bin],
                    full[bin] / count[bin],
                    count[bin] / total);
            error += Math.abs(stated[bin] - full[bin]) / total;
        }
        System.out.printf(Locale.ROOT, "calibration error %.3f%n", error);
    }
}
