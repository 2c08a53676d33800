package ibid.eval;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

/** One table over the results: by kind of topic, then outcomes, invariants and times. */
public final class Report {

    private static final List<String> OUTCOMES = List.of("answered", "partial", "abstained");

    private final List<Result> results;

    public Report(List<Result> results) {
        this.results = List.copyOf(results);
    }

    /** Every overall measure by name, in the order the table has them; times in milliseconds. */
    public Map<String, Double> measures() {
        Map<String, Double> measures = new LinkedHashMap<>();
        measures.put("recall@5", mean(results, Result::recall));
        measures.put("ndcg@10", mean(results, Result::ndcg));
        measures.put("vital_nuggets", mean(results, Result::vital));
        measures.put("gold_first_or_second", mean(results.stream().filter(Report::answerable).toList(), result -> result.goldFirst() ? 1 : 0));
        measures.put("outcome_right", mean(results, result -> result.outcomeRight() ? 1 : 0));
        measures.put("refused_of_unanswerable", share("abstained", "abstained"));
        measures.put("refused_of_answerable", mean(results.stream().filter(Report::answerable).toList(), result -> result.outcome().equals("abstained") ? 1 : 0));
        measures.put("invariant_breaches", results.stream().mapToDouble(result -> result.breaches().size()).sum());
        measures.put("first_sentence_p50_ms", percentile(50, result -> result.timed().firstMillis()));
        measures.put("first_sentence_p95_ms", percentile(95, result -> result.timed().firstMillis()));
        measures.put("answer_p50_ms", percentile(50, result -> result.timed().totalMillis()));
        measures.put("answer_p95_ms", percentile(95, result -> result.timed().totalMillis()));
        return measures;
    }

    public String table() {
        StringBuilder table = new StringBuilder(String.format("%-16s%8s%12s%10s%10s%10s%12s%n", "kind", "topics", "outcome ok", "recall@5", "nDCG@10", "vital", "gold first"));
        Map<String, List<Result>> kinds = new LinkedHashMap<>();
        results.forEach(result -> kinds.computeIfAbsent(result.topic().kind(), kind -> new ArrayList<>()).add(result));
        kinds.put("all", results);
        kinds.forEach((kind, some) -> table.append(String.format("%-16s%8d%12s%10s%10s%10s%12s%n", kind, some.size(), figure(mean(some, result -> result.outcomeRight() ? 1 : 0)),
                figure(mean(some, Result::recall)), figure(mean(some, Result::ndcg)), figure(mean(some, Result::vital)),
                figure(mean(some.stream().filter(Report::answerable).toList(), result -> result.goldFirst() ? 1 : 0)))));
        table.append(String.format("%n%-16s%12s%12s%12s   (columns: what it did)%n", "right outcome", "answered", "partial", "abstained"));
        for (String right : OUTCOMES) {
            table.append(String.format("%-16s", right));
            for (String did : OUTCOMES) table.append(String.format("%12d", count(right, did)));
            table.append('\n');
        }
        table.append('\n');
        measures().forEach((name, value) -> table.append(String.format("%-28s%10s%n", name, name.endsWith("_ms") ? String.format(Locale.ROOT, "%.0f", value) : figure(value))));
        results.forEach(result -> result.breaches().forEach(breach -> table.append("BREACH ").append(result.topic().id()).append(": ").append(breach).append('\n')));
        return table.toString();
    }

    private static boolean answerable(Result result) {
        return !result.topic().outcome().equals("abstained");
    }

    private long count(String right, String did) {
        return results.stream().filter(result -> result.topic().outcome().equals(right) && result.outcome().equals(did)).count();
    }

    private double share(String right, String did) {
        long all = results.stream().filter(result -> result.topic().outcome().equals(right)).count();
        return all == 0 ? Double.NaN : (double) count(right, did) / all;
    }

    /** Over the topics for which the measure is defined. */
    private static double mean(List<Result> results, ToDoubleFunction<Result> measure) {
        return results.stream().mapToDouble(measure).filter(value -> !Double.isNaN(value)).average().orElse(Double.NaN);
    }

    private double percentile(int percent, ToDoubleFunction<Result> measure) {
        double[] sorted = DoubleStream.of(results.stream().mapToDouble(measure).toArray()).sorted().toArray();
        return sorted.length == 0 ? Double.NaN : sorted[(int) Math.ceil(percent / 100.0 * sorted.length) - 1];
    }

    private static String figure(double value) {
        return Double.isNaN(value) ? "–" : value == Math.rint(value) && value > 1 ? String.format("%.0f", value) : String.format(Locale.ROOT, "%.3f", value);
    }
}
