package ibid.eval;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What is otherwise in a run than in one before it, topic by topic: only topics that both have are compared. */
final class Changes {

    private static final double SAME = 1e-9;
    private static final List<Measure> LOOKED_AT = List.of(Measure.OUTCOME, Measure.VITAL, Measure.CITATION_RECALL, Measure.RECALL, Measure.AGREE, Measure.BREACHES);

    private final Map<String, Result> before = new HashMap<>();
    private final List<Result> after;

    Changes(List<Result> before, List<Result> after) {
        before.forEach(result -> this.before.put(result.topic().id(), result));
        this.after = after.stream().filter(result -> this.before.containsKey(result.topic().id())).toList();
    }

    /** How many topics both have. */
    int topics() {
        return after.size();
    }

    /**
     * A topic that does otherwise than before.
     *
     * @param how in words: what was and what is
     */
    record Changed(Result before, Result after, boolean worse, List<String> how) {}

    /** The values of a measure before and now of the topics for which both have it. */
    Comparison of(String measure) {
        List<Double> first = new ArrayList<>(), second = new ArrayList<>();
        for (Result result : after) {
            double was = before.get(result.topic().id()).score(measure), is = result.score(measure);
            if (Double.isNaN(was) || Double.isNaN(is)) continue;
            first.add(was);
            second.add(is);
        }
        return Comparison.of(first, second);
    }

    /** By measure, those that any topic of both has. */
    Map<String, Comparison> all() {
        Map<String, Comparison> comparisons = new LinkedHashMap<>();
        new Figures(after).names().keySet().forEach(name -> {
            Comparison comparison = of(name);
            if (!comparison.differences().isEmpty()) comparisons.put(name, comparison);
        });
        return comparisons;
    }

    /** The p of a comparison as people read it. */
    static String chance(Comparison comparison) {
        double p = comparison.p();
        return p < 0.001 ? "< 0.001" : String.format(Locale.ROOT, "%.3f", p);
    }

    /** The worse ones first. */
    List<Changed> topicsChanged() {
        List<Changed> worse = new ArrayList<>(), others = new ArrayList<>();
        for (Result result : after) {
            Result was = before.get(result.topic().id());
            List<String> how = new ArrayList<>();
            if (!was.outcome().equals(result.outcome())) how.add(was.outcome() + " before, " + result.outcome() + " now");
            boolean fell = false;
            for (Measure measure : LOOKED_AT) {
                double difference = result.score(measure.title) - was.score(measure.title);
                if (Double.isNaN(difference) || Math.abs(difference) < SAME) continue;
                how.add(String.format(Locale.ROOT, "%s %.2f before, %.2f now", measure.title, was.score(measure.title), result.score(measure.title)));
                fell |= measure.lessIsBetter() == difference > 0;
            }
            if (!how.isEmpty()) (fell ? worse : others).add(new Changed(was, result, fell, List.copyOf(how)));
        }
        worse.addAll(others);
        return worse;
    }
}
