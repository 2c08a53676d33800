package ibid.eval.analysis;

import ibid.api.AnswerBody;
import ibid.eval.client.AnswerView;
import ibid.eval.dataset.Topic;
import ibid.eval.judge.JudgedSentence;
import ibid.eval.measure.Measure;
import ibid.eval.measure.OutcomeConfusion;
import ibid.eval.run.TopicResult;
import ibid.eval.statistics.Confusion;
import ibid.eval.statistics.Tally;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;

/** The figures of a run: every measure over all results and over subsets, times and tokens. */
public final class Figures {

    private final List<TopicResult> results;
    private final List<List<TopicResult>> conversations;

    public Figures(List<TopicResult> results) {
        this.results = List.copyOf(results);
        this.conversations = Conversations.of(results);
    }

    public List<TopicResult> results() {
        return results;
    }

    /** Every measure that is defined for any topic, by name, in the order of the report. */
    public Map<String, Figure> all() {
        Map<String, Figure> figures = new LinkedHashMap<>();
        names().forEach((name, measure) -> figures.put(name, of(measure, name)));
        return figures;
    }

    /** One measure; NaN if no topic has it. */
    public Figure of(Measure measure, String name) {
        return Figure.of(measure, name, tallies(name));
    }

    /** The tally of each conversation for a measure; conversations without it are left out. */
    List<Tally> conversations(String name) {
        return tallies(name).stream().map(Tally::sum).toList();
    }

    /** The tallies of the topics for a measure, by conversation. */
    private List<List<Tally>> tallies(String name) {
        List<List<Tally>> tallies = new ArrayList<>();
        for (List<TopicResult> conversation : conversations) {
            List<Tally> some = new ArrayList<>();
            for (TopicResult result : conversation) {
                Tally tally = result.scores().get(name);
                if (tally != null) {
                    some.add(tally);
                }
            }
            if (!some.isEmpty()) {
                tallies.add(some);
            }
        }
        return tallies;
    }

    /** The value of one measure without its interval. */
    Tally sum(String name) {
        return Tally.sum(results.stream()
                .filter(result -> result.scores().containsKey(name))
                .map(result -> result.scores().get(name))
                .toList());
    }

    public int topics(String name) {
        return (int) results.stream()
                .filter(result -> result.scores().containsKey(name))
                .count();
    }

    /** The names of all measures that are defined for any topic, in the order of the report. */
    public Map<String, Measure> names() {
        Map<String, Measure> measures = new LinkedHashMap<>();
        List<String> names = results.stream()
                .flatMap(result -> result.scores().keySet().stream())
                .distinct()
                .toList();
        for (Measure measure : Measure.values()) {
            for (String name : names) {
                if (Measure.named(name).contains(measure)) {
                    measures.put(name, measure);
                }
            }
        }
        return measures;
    }

    public double value(String name, Measure measure) {
        return measure.counted() ? sum(name).got() : sum(name).value();
    }

    /** The results grouped by kind or split, in the order of first occurrence. */
    public Map<String, Figures> groupBy(Function<Topic, String> part) {
        Map<String, List<TopicResult>> parts = new LinkedHashMap<>();
        for (TopicResult result : results) {
            parts.computeIfAbsent(part.apply(result.topic()), name -> new ArrayList<>())
                    .add(result);
        }
        parts.remove("");
        Map<String, Figures> figures = new LinkedHashMap<>();
        parts.forEach((name, group) -> figures.put(name, new Figures(group)));
        return figures;
    }

    /**
     * Milliseconds and tokens by name: p50 and p95 of the first sentence and of the whole answer, tokens read and
     * written per answer if a language model wrote any.
     */
    public Map<String, Double> costs() {
        Map<String, Double> costs = new LinkedHashMap<>();
        double[] first = millis(TopicResult.Millis::first), whole = millis(TopicResult.Millis::whole);
        for (int percent : first.length == 0 && whole.length > 0 ? List.<Integer>of() : List.of(50, 95)) {
            costs.put("first_sentence_p" + percent + "_ms", percentile(percent, first));
        }
        for (int percent : List.of(50, 95)) {
            costs.put("answer_p" + percent + "_ms", percentile(percent, whole));
        }
        tokens(AnswerBody.Usage::tokensIn).ifPresent(mean -> costs.put("tokens_in", mean));
        tokens(AnswerBody.Usage::tokensOut).ifPresent(mean -> costs.put("tokens_out", mean));
        return costs;
    }

    /** The mean over the answers that a language model wrote; empty if there are none. */
    private OptionalDouble tokens(Function<AnswerBody.Usage, Integer> which) {
        return results.stream()
                .map(result -> result.answer().provenance().usage())
                .filter(usage -> usage != null && which.apply(usage) != null)
                .mapToInt(which::apply)
                .average();
    }

    /** Sorted, without those that were not measured. */
    public double[] millis(Function<TopicResult.Millis, Double> which) {
        return results.stream()
                .filter(result -> !result.failed())
                .mapToDouble(result -> which.apply(result.millis()))
                .filter(millis -> !Double.isNaN(millis))
                .sorted()
                .toArray();
    }

    public static double percentile(int percent, double[] sorted) {
        return sorted.length == 0 ? Double.NaN : sorted[(int) Math.ceil(percent / 100.0 * sorted.length) - 1];
    }

    /** Expected and actual outcomes of the topics that have an expected outcome. */
    public OutcomeConfusion outcomes() {
        OutcomeConfusion outcomes = results.stream().anyMatch(TopicResult::failed)
                ? new OutcomeConfusion(new Confusion(OutcomeConfusion.ALL, AnswerView.FAILED))
                : new OutcomeConfusion();
        for (TopicResult result : results) {
            if (!result.topic().outcome().isEmpty()) {
                outcomes = outcomes.with(result.topic().outcome(), result.outcome());
            }
        }
        return outcomes;
    }

    /**
     * The verdicts of two judges on the sentences, checked against their footnotes, that both judged.
     */
    Confusion agreement(String first, String second) {
        Confusion confusion = new Confusion(List.of("full", "partial", "none", "contradicted"), "failed");
        for (TopicResult result : results) {
            for (JudgedSentence one : result.verdicts()) {
                if (!one.judge().equals(first)
                        || one.footnotes().isEmpty()
                        || one.word().equals("failed")) {
                    continue;
                }
                for (JudgedSentence other : result.verdicts()) {
                    if (other.judge().equals(second)
                            && other.sentence().equals(one.sentence())
                            && other.footnotes().equals(one.footnotes())) {
                        confusion = confusion.with(one.word(), other.word());
                    }
                }
            }
        }
        return confusion;
    }

    List<String> judges() {
        return results.stream()
                .flatMap(result -> result.verdicts().stream())
                .map(JudgedSentence::judge)
                .distinct()
                .toList();
    }
}
