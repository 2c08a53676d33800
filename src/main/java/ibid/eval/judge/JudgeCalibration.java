package ibid.eval.judge;

import ibid.eval.dataset.LabelledClaim;
import ibid.eval.statistics.Bootstrap;
import ibid.eval.statistics.Calibration;
import ibid.eval.statistics.Confusion;
import ibid.eval.statistics.Interval;
import ibid.eval.statistics.Share;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Compares a judge with people's labels of claims, set by set, since one number over several sources hides their
 * differences. A claim counts as supported only if all of it is. A claim on which the judge failed counts as not
 * supported.
 */
public final class JudgeCalibration {

    private static final List<String> LABELS = List.of("supported", "partial", "unsupported", "contradicted");
    private static final String FAILED = "failed", YES = "yes", NO = "no";

    private final Map<String, SetCalibration> sets = new LinkedHashMap<>();

    /** The judge's verdict on one claim. */
    private record JudgedClaim(LabelledClaim claim, Judgement judgement) {}

    /**
     * A judge compared with the labels of one set.
     *
     * @param confusion people's labels in rows; the judge's verdicts, or "failed", in columns
     * @param yes the same matrix for supported or not
     * @param stated the judge's scores with people's labels; failures have no score and are left out
     * @param texts the matrix {@code yes} for each text of evidence
     */
    public record SetCalibration(Confusion confusion, Confusion yes, Calibration stated, List<Confusion> texts) {

        public int count() {
            return confusion.total();
        }

        public int failures() {
            return confusion.calledLabels(FAILED);
        }

        double accuracy() {
            return yes.accuracy();
        }

        /** NaN if people gave only one of the two labels. */
        double balancedAccuracy() {
            return yes.right(YES) == 0 || yes.right(NO) == 0 ? Double.NaN : yes.balancedAccuracy();
        }

        double kappa() {
            return yes.kappa();
        }

        /**
         * The interval by bootstrap over texts of evidence, since claims about one text are not independent; NaN bounds
         * if it is not defined.
         */
        public Interval balanced() {
            return bootstrap(Confusion::balancedAccuracy, balancedAccuracy());
        }

        /** The same for kappa. */
        public Interval kappas() {
            return bootstrap(Confusion::kappa, kappa());
        }

        private Interval bootstrap(ToDoubleFunction<Confusion> figure, double estimate) {
            if (Double.isNaN(estimate)) {
                return new Interval(estimate, estimate, estimate);
            }
            Interval interval = Bootstrap.of(texts, some -> {
                Confusion sum = Confusion.sum(some);
                return sum.right(YES) == 0 || sum.right(NO) == 0 ? Double.NaN : figure.applyAsDouble(sum);
            });
            return new Interval(estimate, interval.low(), interval.high());
        }

        /** The share of supported claims that the judge rejects: correct sentences that readers do not get. */
        public Share falselyRejected() {
            return new Share(yes.right(YES) - yes.count(YES, YES), yes.right(YES));
        }

        /** The share of unsupported claims that the judge accepts: wrong sentences that readers get. */
        public Share falselyAccepted() {
            return new Share(yes.right(NO) - yes.count(NO, NO), yes.right(NO));
        }

        /** The share of supported claims that the judge accepts. */
        public Share sensitivity() {
            return new Share(yes.count(YES, YES), yes.right(YES));
        }

        /** The share of unsupported claims that the judge rejects. */
        public Share specificity() {
            return new Share(yes.count(NO, NO), yes.right(NO));
        }
    }

    /**
     * Runs the judge on every claim, on several threads; threads must be able to share it.
     *
     * @param maxOfSet the limit for each set, see {@link LabelledClaim#sample}
     * @param progress receives the number of claims done and of all claims
     */
    public static JudgeCalibration of(
            Judge judge, List<LabelledClaim> claims, int maxOfSet, BiConsumer<Integer, Integer> progress) {
        JudgeCalibration calibration = new JudgeCalibration();
        Map<String, List<LabelledClaim>> samples = LabelledClaim.sample(claims, maxOfSet);
        Counter counter =
                new Counter(samples.values().stream().mapToInt(List::size).sum(), progress);
        List<JudgedClaim> everything = new ArrayList<>();
        samples.forEach((set, some) -> {
            List<JudgedClaim> judged = IntStream.range(0, some.size())
                    .parallel()
                    .mapToObj(at -> judge(judge, some.get(at), counter))
                    .toList();
            calibration.sets.put(set, measured(judged));
            everything.addAll(judged);
        });
        if (samples.size() > 1) {
            calibration.sets.put("all", measured(everything));
        }
        return calibration;
    }

    private static JudgedClaim judge(Judge judge, LabelledClaim claim, Counter counter) {
        JudgedClaim judgedClaim = new JudgedClaim(claim, judge.judge(claim.claim(), claim.evidence()));
        counter.count();
        return judgedClaim;
    }

    /** Counts the claims that several threads finish, and reports progress from one thread at a time. */
    private static final class Counter {

        private final int all;
        private final BiConsumer<Integer, Integer> progress;
        private int done;

        Counter(int all, BiConsumer<Integer, Integer> progress) {
            this.all = all;
            this.progress = progress;
        }

        synchronized void count() {
            progress.accept(++done, all);
        }
    }

    private static SetCalibration measured(List<JudgedClaim> judged) {
        Confusion confusion = new Confusion(LABELS, FAILED), yes = new Confusion(List.of(YES, NO));
        List<Calibration.Shown> stated = new ArrayList<>();
        Map<List<String>, Confusion> texts = new LinkedHashMap<>();
        for (JudgedClaim one : judged) {
            boolean supported = one.claim().label() == LabelledClaim.Label.SUPPORTED;
            confusion = confusion.with(one.claim().label().word(), word(one.judgement()));
            yes = yes.with(supported ? YES : NO, one.judgement().isFull() ? YES : NO);
            texts.merge(
                    one.claim().evidence(),
                    new Confusion(List.of(YES, NO))
                            .with(supported ? YES : NO, one.judgement().isFull() ? YES : NO),
                    (some, more) -> Confusion.sum(List.of(some, more)));
            if (one.judgement() instanceof Judgement.Given given) {
                stated.add(new Calibration.Shown(given.score(), supported));
            }
        }
        return new SetCalibration(confusion, yes, new Calibration(stated, judged.size()), List.copyOf(texts.values()));
    }

    private static String word(Judgement judgement) {
        return switch (judgement) {
            case Judgement.Failed failed -> FAILED;
            case Judgement.Given given ->
                given.contradicted()
                        ? "contradicted"
                        : switch (given.support()) {
                            case FULL -> "supported";
                            case PARTIAL -> "partial";
                            case NONE -> "unsupported";
                        };
        };
    }

    /** The sets sorted by name; if there are several, "all" is last. */
    public Map<String, SetCalibration> sets() {
        return Collections.unmodifiableMap(sets);
    }

    /** All claims together, or the only set. */
    public SetCalibration overall() {
        return List.copyOf(sets.values()).getLast();
    }

    /** A table with one line per set, then the confusion matrix of each set. */
    public String table() {
        StringBuilder table = new StringBuilder(lines());
        sets.forEach((name, set) -> table.append(
                        String.format("%n%s: people's labels in rows, the judge's verdicts in columns%n", name))
                .append(set.confusion().table()));
        sets.forEach((name, set) -> {
            table.append(String.format("%n%s: stated score, share supported, claims%n", name));
            for (Calibration.Bin bin : set.stated().bins()) {
                table.append(String.format(Locale.ROOT, "%8.2f%8.2f%8d%n", bin.stated(), bin.right(), bin.count()));
            }
        });
        return table.toString();
    }

    private String lines() {
        int longest = sets.keySet().stream().mapToInt(String::length).max().orElse(0);
        String form = "%-" + Math.max(12, longest + 2) + "s%8s%10s%10s%8s%10s%24s%25s%8s%24s%24s%n";
        StringBuilder lines = new StringBuilder(String.format(
                form,
                "set",
                "claims",
                "supported",
                "accepted",
                "failed",
                "accuracy",
                "balanced",
                "kappa",
                "ECE",
                "falsely rejected",
                "falsely accepted"));
        sets.forEach((name, set) -> lines.append(String.format(
                form,
                name,
                set.count(),
                set.yes().right(YES),
                set.yes().calledLabels(YES),
                set.failures(),
                figure(set.accuracy()),
                figure(set.balanced()),
                figure(set.kappas()),
                figure(set.stated().error()),
                bounds(set.falselyRejected()),
                bounds(set.falselyAccepted()))));
        return lines.toString();
    }

    private static String bounds(Share share) {
        return share.of() == 0 ? "–" : share.interval().toString();
    }

    private static String figure(Interval interval) {
        return Double.isNaN(interval.estimate()) ? "–" : interval.toString();
    }

    private static String figure(double value) {
        return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, "%.3f", value);
    }
}
