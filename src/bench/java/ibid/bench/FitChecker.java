package ibid.bench;

import ibid.eval.statistics.Share;
import ibid.model.onnx.CrossEncoder;
import ibid.model.onnx.OnnxEmbedder;
import ibid.model.onnx.OnnxModel;
import ibid.verify.SupportSignal;
import ibid.verify.Verifier;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * Fits the weights of the verifier's signals on claims that people labelled. Reports the accuracy of each kind of check
 * (words, embedding, exact comparisons, model, all) on a source left out of both the fit and the choice of threshold.
 * Arguments: "quick" takes 400 claims of each source and no embeddings; "write" replaces the shipped weights by those
 * fitted on all sources. Any other argument is the folder of a model trained without {@code --fever}, as
 * {@code src/train/export.py --out} writes it. That model scores FEVER-symmetric, since the last training stage of the
 * shipped model read relatives of FEVER (src/train/MODEL.md). Without such a folder the figures of the source "fever"
 * are too high.
 */
public final class FitChecker {

    private static final Path WEIGHTS = Path.of("src/main/resources/ibid/verify");
    private static final String REMARK =
            "Weights of ibid.verify.SupportSignal, fitted by ibid.bench.FitChecker: eval/README.md. "
                    + "SupportSignal.java describes the signals.";
    private static final Set<SupportSignal> OF_MODEL =
            EnumSet.of(SupportSignal.MODEL_FULL, SupportSignal.MODEL_CONTRADICTED);
    private static final Set<SupportSignal> ALL = EnumSet.allOf(SupportSignal.class);
    private static final Set<SupportSignal> WITHOUT_MODEL = EnumSet.of(SupportSignal.WORDS);
    private static final String FEVER = "fever";
    private static final int QUICK_CLAIMS = 400; // of a source
    private static final int MAX_OTHER_CLAIMS = 1_500; // of a source that only the threshold depends on

    private final List<LabelledClaim> claims;
    private final List<LabelledClaim> withoutFever;
    private final List<LabelledClaim> held;

    /** @param held claims of the training sets that no training reads; used for fits only */
    private FitChecker(List<LabelledClaim> claims, List<LabelledClaim> withoutFever, List<LabelledClaim> held) {
        this.claims = claims;
        this.withoutFever = withoutFever;
        this.held = held;
    }

    public static void main(String[] arguments) throws IOException {
        List<String> given = List.of(arguments);
        int maxPerSource = given.contains("quick") ? QUICK_CLAIMS : Integer.MAX_VALUE;
        Optional<Path> otherModel = given.stream()
                .filter(one -> !Set.of("quick", "write").contains(one))
                .map(Path::of)
                .findFirst();
        List<LabelledClaim> claims, withoutFever, held;
        try (CrossEncoder model = new CrossEncoder();
                OnnxEmbedder embedder = new OnnxEmbedder(OnnxModel.BGE_SMALL)) {
            claims = LabelledClaim.readAll(new Verifier(model), embedder.passages(), maxPerSource);
            held = LabelledClaim.readHeld(new Verifier(model), embedder.passages());
            withoutFever = otherModel.isPresent() ? readWith(otherModel.get(), embedder) : claims;
        }
        FitChecker checker = new FitChecker(claims, withoutFever, held);
        checker.report();
        if (given.contains("write")) {
            checker.fit(SupportFit::alike).write(WEIGHTS.resolve("checking.tsv"), REMARK, SupportSignal.values());
            checker.fit(all -> SupportFit.weighted(all, WITHOUT_MODEL))
                    .write(WEIGHTS.resolve("checking-without-model.tsv"), REMARK, SupportSignal.values());
        }
    }

    /** Fits on all claims and moves the threshold to one half. */
    private Logistic fit(Function<List<LabelledClaim>, Logistic> way) {
        List<LabelledClaim> all = withHeld(claims);
        Logistic fitted = way.apply(all);
        return new Logistic(
                fitted.bias() - SupportThreshold.withChecks(all, SupportFit.odds(fitted)), fitted.weights());
    }

    private List<LabelledClaim> withHeld(List<LabelledClaim> claims) {
        List<LabelledClaim> all = new ArrayList<>(claims);
        all.addAll(held);
        return all;
    }

    private static List<LabelledClaim> readWith(Path folder, OnnxEmbedder embedder) throws IOException {
        try (CrossEncoder model = new CrossEncoder(folder)) {
            return LabelledClaim.readAll(new Verifier(model), embedder.passages(), MAX_OTHER_CLAIMS);
        }
    }

    private void report() {
        System.out.printf(
                "%n%-38s%s%10s%n",
                "balanced accuracy, source left out",
                LabelledClaim.sources(claims)
                        .map(source -> String.format("%10s", source))
                        .collect(Collectors.joining()),
                "mean");
        report("words shared", EnumSet.of(SupportSignal.WORDS));
        if (claims.stream().anyMatch(claim -> !Double.isNaN(claim.cosine()))) {
            report("cosine, a sample", others -> LabelledClaim::cosine, claim -> !Double.isNaN(claim.cosine()));
        }
        report("exact checks", others -> claim -> claim.agrees() ? 1 : 0, claim -> true);
        report(
                "words shared, exact checks a veto",
                others -> claim -> claim.agrees() ? claim.signals().get(SupportSignal.WORDS) : -1,
                claim -> true);
        report("model, that all is said", EnumSet.of(SupportSignal.MODEL_FULL));
        report("model, and that the contrary is", OF_MODEL);
        report("model and words, these sources", ALL);
        report("model and words alike", others -> SupportFit.odds(SupportFit.alike(others)), claim -> true);
        System.out.printf(
                "with %d claims of %d other sets%n",
                held.size(), LabelledClaim.sources(held).count());
        reportWithHeld("words shared", all -> SupportFit.weighted(all, WITHOUT_MODEL));
        reportWithHeld(
                "model, that all is said", all -> SupportFit.weighted(all, EnumSet.of(SupportSignal.MODEL_FULL)));
        reportWithHeld("model and words, fitted", all -> SupportFit.weighted(all, ALL));
        reportWithHeld("model and words alike", SupportFit::alike);
        report(
                "as shipped: the same, and exact checks",
                others -> {
                    List<LabelledClaim> all = withHeld(others);
                    ToDoubleFunction<LabelledClaim> odds = SupportFit.odds(SupportFit.alike(all));
                    double threshold = SupportThreshold.withChecks(all, odds);
                    return claim -> claim.agrees() && odds.applyAsDouble(claim) >= threshold ? 1 : 0;
                },
                claim -> true);
        Logistic both = fit(SupportFit::alike), alone = fit(all -> SupportFit.weighted(all, WITHOUT_MODEL));
        System.out.printf("%n%-22s%10s%14s%n", "weight", "both", "without model");
        for (SupportSignal signal : SupportSignal.values()) {
            System.out.printf(
                    Locale.ROOT,
                    "%-22s%10.3f%14.3f%n",
                    signal,
                    both.weights()[signal.ordinal()],
                    alone.weights()[signal.ordinal()]);
        }
        calibration();
        errors();
    }

    private void report(String name, Set<SupportSignal> used) {
        report(name, others -> SupportFit.odds(SupportFit.weighted(others, used)), claim -> true);
    }

    /** As {@link #report}, but fit and threshold also use the held claims of other sets. */
    private void reportWithHeld(String name, Function<List<LabelledClaim>, Logistic> fit) {
        report(
                name,
                others -> {
                    List<LabelledClaim> all = withHeld(others);
                    ToDoubleFunction<LabelledClaim> odds = SupportFit.odds(fit.apply(all));
                    double threshold = SupportThreshold.ofScore(all, odds);
                    return claim -> odds.applyAsDouble(claim) >= threshold ? 1 : 0;
                },
                claim -> true);
    }

    private interface Way {

        ToDoubleFunction<LabelledClaim> fitted(List<LabelledClaim> others);
    }

    private void report(String name, Way way, Predicate<LabelledClaim> which) {
        StringBuilder line = new StringBuilder(String.format("%-38s", name));
        double sum = 0;
        List<String> sources = LabelledClaim.sources(claims).toList();
        for (String source : sources) {
            List<LabelledClaim> judged = (source.equals(FEVER) ? withoutFever : claims)
                    .stream().filter(which).toList();
            List<LabelledClaim>
                    others =
                            judged.stream()
                                    .filter(claim -> !claim.source().equals(source))
                                    .toList(),
                    own =
                            judged.stream()
                                    .filter(claim -> claim.source().equals(source))
                                    .toList();
            ToDoubleFunction<LabelledClaim> score = way.fitted(others);
            double accuracy = SupportThreshold.balanced(own, score, SupportThreshold.ofScore(others, score));
            sum += accuracy;
            line.append(String.format(Locale.ROOT, "%10.1f", 100 * accuracy));
        }
        System.out.println(line.append(String.format(Locale.ROOT, "%10.1f", 100 * sum / sources.size())));
    }

    /** Fits on every other source and moves the threshold to 0. */
    private ToDoubleFunction<LabelledClaim> fittedWithout(String source) {
        List<LabelledClaim> others = withHeld(
                claims.stream().filter(claim -> !claim.source().equals(source)).toList());
        ToDoubleFunction<LabelledClaim> odds = SupportFit.odds(SupportFit.alike(others));
        double threshold = SupportThreshold.withChecks(others, odds);
        return claim -> odds.applyAsDouble(claim) - threshold;
    }

    /** Unsupported claims shown and supported claims refused, by source, with exact checks. */
    private void errors() {
        System.out.printf("%n%-12s%8s%22s%22s%n", "source", "claims", "falsely accepted", "falsely rejected");
        for (String source : LabelledClaim.sources(claims).toList()) {
            ToDoubleFunction<LabelledClaim> fitted = fittedWithout(source);
            List<LabelledClaim> own = claims.stream()
                    .filter(claim -> claim.source().equals(source))
                    .toList();
            Predicate<LabelledClaim> passes = claim -> claim.agrees() && fitted.applyAsDouble(claim) >= 0;
            System.out.printf(
                    "%-12s%8d%22s%22s%n",
                    source,
                    own.size(),
                    interval(own, claim -> !claim.full(), passes),
                    interval(own, LabelledClaim::full, passes.negate()));
        }
    }

    private static String interval(
            List<LabelledClaim> claims, Predicate<LabelledClaim> which, Predicate<LabelledClaim> counted) {
        List<LabelledClaim> of = claims.stream().filter(which).toList();
        return new Share((int) of.stream().filter(counted).count(), of.size())
                .interval()
                .toString();
    }

    /** Stated probability against people's labels, for the source left out, with equal weights of the classes. */
    private void calibration() {
        double[] stated = new double[10], full = new double[10], count = new double[10];
        for (String source : LabelledClaim.sources(claims).toList()) {
            ToDoubleFunction<LabelledClaim> fitted = fittedWithout(source);
            List<LabelledClaim> own = claims.stream()
                    .filter(claim -> claim.source().equals(source))
                    .toList();
            double supported = own.stream().filter(LabelledClaim::full).count();
            for (LabelledClaim claim : own) {
                double p = 1 / (1 + Math.exp(-fitted.applyAsDouble(claim))),
                        weight = 1 / (claim.full() ? supported : own.size() - supported);
                int bin = Math.min(9, (int) (p * 10));
                stated[bin] += weight * p;
                full[bin] += claim.full() ? weight : 0;
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
