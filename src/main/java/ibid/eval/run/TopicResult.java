package ibid.eval.run;

import com.fasterxml.jackson.databind.JsonNode;
import ibid.eval.dataset.Topic;
import ibid.eval.measure.Measure;
import ibid.eval.report.FailingCase;
import ibid.eval.statistics.Tally;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one topic gave.
 *
 * @param answer   the whole answer as the server sent it
 * @param ranking  the passages found for its query, best first
 * @param scores   what it adds to each measure by the measure's name; a measure that is not defined for the topic is absent
 * @param verdicts what the judge made of the sentences
 * @param breaches broken invariants
 * @param alone    the answer to the topic's stand-alone form in a fresh conversation, where there is one
 */
public record TopicResult(
        Topic topic,
        JsonNode answer,
        List<String> ranking,
        Map<String, Tally> scores,
        List<Judged> verdicts,
        List<String> breaches,
        Millis millis,
        Optional<JsonNode> alone) {

    public static final String FAILED = "failed"; // the outcome of a question that got no answer

    /** @param first until the first sentence, or the end where there is none */
    public record Millis(double first, double whole) {}

    /**
     * A sentence and what was made of it beside the words of its footnotes.
     *
     * @param judge     whose verdict it is
     * @param footnotes the numbers of those it was laid beside; none where it has none, or was laid beside everything found
     * @param word      full, partial, none, contradicted or failed
     */
    public record Judged(
            String judge, String sentence, List<Integer> footnotes, String word, double score, String reason) {

        public Judged {
            footnotes = List.copyOf(footnotes);
        }
    }

    public TopicResult {
        ranking = List.copyOf(ranking);
        scores = new LinkedHashMap<>(scores);
        verdicts = List.copyOf(verdicts);
        breaches = List.copyOf(breaches);
    }

    public String outcome() {
        return answer.path("outcome").asText();
    }

    /** What the server itself gives for the probability that it answers. */
    public double confidence() {
        return answer.path("confidence").asDouble(0);
    }

    public boolean abstained() {
        return outcome().equals("abstained");
    }

    /** Whether no answer came at all. */
    public boolean failed() {
        return outcome().equals(FAILED);
    }

    /** NaN where the measure is not defined for the topic. */
    public double score(String measure) {
        return scores.containsKey(measure) ? scores.get(measure).value() : Double.NaN;
    }

    public boolean judgeFailed() {
        return scores.entrySet().stream()
                .anyMatch(score -> score.getKey().startsWith(Measure.JUDGE_FAILURES.title)
                        && score.getValue().got() > 0);
    }

    /** What went wrong, each in words; empty where nothing did. */
    public List<String> failings() {
        return FailingCase.of(this);
    }
}
