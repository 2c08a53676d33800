package ibid.eval.analysis;

import ibid.eval.dataset.Topic;
import ibid.eval.measure.Measure;
import ibid.eval.run.MeasuredRun;
import ibid.eval.run.RunManifest;
import ibid.eval.run.TopicResult;
import ibid.eval.statistics.Comparison;
import ibid.eval.statistics.Holm;
import ibid.eval.statistics.Interval;
import ibid.eval.statistics.Tally;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The differences between a run and an earlier one. Only topics that are the same in both are compared: the same
 * question after the same questions, with the same expected outcome. Measures of support are compared only if both runs
 * had the same judges. What was not compared is reported.
 */
public final class RunChanges {

    private static final double MAX_ROUNDING_ERROR = 1e-9;
    private static final int MAX_NAMED_TOPICS = 5;
    private static final List<Measure> COMPARED_MEASURES = List.of(
            Measure.OUTCOME, Measure.VITAL, Measure.CITATION_RECALL, Measure.RECALL, Measure.AGREE, Measure.BREACHES);

    private final RunManifest earlier;
    private final RunManifest now;
    private final Map<String, TopicResult> before = new HashMap<>();
    private final List<TopicResult> after = new ArrayList<>();
    private final List<String> otherQuestions = new ArrayList<>();
    private final Map<String, Compared> compared = new LinkedHashMap<>();

    public RunChanges(MeasuredRun before, MeasuredRun after) {
        this.earlier = before.made();
        this.now = after.made();
        before.results().forEach(result -> this.before.put(result.topic().id(), result));
        Map<String, String> asked = asked(before.results()), asks = asked(after.results());
        for (TopicResult result : after.results()) {
            String id = result.topic().id();
            if (!asked.containsKey(id)) {
                continue;
            }
            if (asked.get(id).equals(asks.get(id))) {
                this.after.add(result);
            } else {
                otherQuestions.add(id);
            }
        }
        compare();
    }

    /** The key of each topic: the questions before it, the question itself, filters and expected outcome. */
    private static Map<String, String> asked(List<TopicResult> results) {
        Map<String, String> asked = new HashMap<>();
        for (TopicResult result : results) {
            Topic topic = result.topic();
            asked.put(
                    topic.id(),
                    asked.getOrDefault(topic.follows(), "") + "\n"
                            + String.join("\t", topic.question(), topic.alone(), topic.filters(), topic.outcome()));
        }
        return asked;
    }

    /**
     * A measure in both runs.
     *
     * @param p         of this test alone
     * @param corrected for all measures that were tested (Holm); like p it is NaN for a count, which is not tested
     */
    public record Compared(
            Measure measure,
            Comparison comparison,
            Interval difference,
            double p,
            double corrected,
            double detectable) {

        /** Whether the difference is significant at 5 %, corrected for all measures tested. */
        public boolean isSignificant() {
            return corrected < 0.05;
        }

        public boolean isWorse() {
            return difference.estimate() < 0 != measure.lessIsBetter();
        }

        public String change() {
            return measure.counted()
                    ? String.format(Locale.ROOT, "%+.0f", difference.estimate())
                    : String.format(
                            Locale.ROOT,
                            "%+.3f [%+.3f, %+.3f]",
                            difference.estimate(),
                            difference.low(),
                            difference.high());
        }

        public String topics() {
            return comparison.before() == comparison.after()
                    ? String.valueOf(comparison.after())
                    : comparison.before() + " and " + comparison.after();
        }

        public String smallestDetectable() {
            return Double.isNaN(detectable) ? "–" : String.format(Locale.ROOT, "%.3f", detectable);
        }
    }

    /** A p value for display. */
    public static String chance(double p) {
        if (Double.isNaN(p)) {
            return "–";
        }
        return p < 0.001 ? "< 0.001" : String.format(Locale.ROOT, "%.3f", p);
    }

    private void compare() {
        Map<String, Comparison> both = new LinkedHashMap<>();
        new Figures(after).names().forEach((name, measure) -> {
            if (measure.part == Measure.Part.SUPPORT && !sameJudge(name)) {
                return;
            }
            Comparison comparison = of(name);
            if (!Double.isNaN(comparison.difference())) {
                both.put(name, comparison);
            }
        });
        Map<String, Double> tests = new LinkedHashMap<>();
        both.forEach((name, comparison) -> {
            if (!Measure.named(name).getFirst().counted()) {
                tests.put(name, comparison.p());
            }
        });
        Map<String, Double> corrected = Holm.corrected(tests);
        both.forEach((name, comparison) -> {
            Measure measure = Measure.named(name).getFirst();
            double more = comparison.conversations().stream()
                    .mapToDouble(pair -> pair.after().got() - pair.before().got())
                    .sum();
            Interval difference = measure.counted() ? new Interval(more, more, more) : comparison.interval();
            compared.put(
                    name,
                    new Compared(
                            measure,
                            comparison,
                            difference,
                            tests.getOrDefault(name, Double.NaN),
                            corrected.getOrDefault(name, Double.NaN),
                            measure.counted() ? Double.NaN : comparison.detectable()));
        });
    }

    /** The tallies of the comparable topics for a measure, by conversation. */
    Comparison of(String measure) {
        Function<TopicResult, TopicResult> was =
                result -> before.get(result.topic().id());
        List<Comparison.Pair> pairs = Conversations.of(after).stream()
                .map(some -> new Comparison.Pair(sum(some.stream().map(was).toList(), measure), sum(some, measure)))
                .filter(pair -> pair.before().of() + pair.after().of() > 0)
                .toList();
        return new Comparison(pairs, count(after.stream().map(was).toList(), measure), count(after, measure));
    }

    private static Tally sum(List<TopicResult> some, String measure) {
        return Tally.sum(some.stream()
                .filter(result -> result.scores().containsKey(measure))
                .map(result -> result.scores().get(measure))
                .toList());
    }

    private static int count(List<TopicResult> some, String measure) {
        return (int) some.stream()
                .filter(result -> result.scores().containsKey(measure))
                .count();
    }

    /** The number of topics that are the same in both runs. */
    public int topics() {
        return after.size();
    }

    /** Every measure that both runs have, by name. */
    public Map<String, Compared> all() {
        return compared;
    }

    /** Whether both runs had the same judge for the measure; the name of a second judge is a suffix of its measures. */
    private boolean sameJudge(String measure) {
        String judge = RunManifest.JUDGE + (measure.contains("_by_") ? measure.substring(measure.indexOf("_by_")) : "");
        return earlier.part(judge).equals(now.part(judge));
    }

    /** What a reader must know about the differences, in sentences. */
    public List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        if (!otherQuestions.isEmpty()) {
            warnings.add(notCompared());
        }
        long gone = before.size() - after.size() - otherQuestions.size();
        if (gone > 0) {
            warnings.add(gone + topics(gone) + " of the earlier run " + verb(gone) + " not in this run.");
        }
        boolean known = !earlier.parts().isEmpty();
        if (known && !now.shares(RunManifest.DATASET, earlier)) {
            warnings.add("The datasets differ: other nuggets or judged passages can cause a difference by themselves.");
        }
        if (!sameJudge("")) {
            warnings.add("The judges differ (" + earlier.part(RunManifest.JUDGE) + " before, "
                    + now.part(RunManifest.JUDGE) + " now): measures of support are not compared.");
        }
        List<String> others = known ? otherParts() : List.of();
        if (!others.isEmpty()) {
            warnings.add("Other differences: " + String.join("; ", others) + ".");
        }
        return warnings;
    }

    private String notCompared() {
        int count = otherQuestions.size();
        return count + topics(count) + " " + verb(count)
                + " not compared, since the question or the expected outcome has changed: " + named(otherQuestions)
                + ".";
    }

    private static String topics(long count) {
        return count == 1 ? " topic" : " topics";
    }

    private static String verb(long count) {
        return count == 1 ? "is" : "are";
    }

    /** The parts of the manifests that differ, without judge and dataset. */
    private List<String> otherParts() {
        return now.differencesFrom(earlier).stream()
                .filter(part -> !part.startsWith(RunManifest.JUDGE + ":"))
                .filter(part -> !part.startsWith(RunManifest.DATASET + ":"))
                .toList();
    }

    private static String named(List<String> ids) {
        return ids.stream().limit(MAX_NAMED_TOPICS).collect(Collectors.joining(", "))
                + (ids.size() > MAX_NAMED_TOPICS ? " and others" : "");
    }

    /**
     * A topic whose result has changed.
     *
     * @param changes in words: the old and the new values
     */
    public record Changed(TopicResult before, TopicResult after, boolean isWorse, List<String> changes) {}

    /** The changed topics, those that got worse first. */
    public List<Changed> topicsChanged() {
        List<Changed> worse = new ArrayList<>(), others = new ArrayList<>();
        for (TopicResult result : after) {
            Changed changed = changed(before.get(result.topic().id()), result);
            if (!changed.changes().isEmpty()) {
                (changed.isWorse() ? worse : others).add(changed);
            }
        }
        worse.addAll(others);
        return worse;
    }

    private Changed changed(TopicResult before, TopicResult after) {
        List<String> changes = new ArrayList<>();
        if (!before.outcome().equals(after.outcome())) {
            changes.add(before.outcome() + " before, " + after.outcome() + " now");
        }
        boolean isWorse = false;
        for (Measure measure : COMPARED_MEASURES) {
            double difference = after.score(measure.title) - before.score(measure.title);
            if (Double.isNaN(difference)
                    || Math.abs(difference) < MAX_ROUNDING_ERROR
                    || measure.part == Measure.Part.SUPPORT && !sameJudge("")) {
                continue;
            }
            changes.add(String.format(
                    Locale.ROOT,
                    "%s %.2f before, %.2f now",
                    measure.title,
                    before.score(measure.title),
                    after.score(measure.title)));
            isWorse |= measure.lessIsBetter() == difference > 0;
        }
        return new Changed(before, after, isWorse, List.copyOf(changes));
    }
}
