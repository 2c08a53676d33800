package ibid.eval.run;

import ibid.api.AnswerBody;
import ibid.eval.client.AnswerView;
import ibid.eval.dataset.Topic;
import ibid.eval.judge.JudgedSentence;
import ibid.eval.measure.Measure;
import ibid.eval.statistics.Tally;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The result of one topic.
 *
 * @param answer   the whole answer as the server sent it; a failed answer has no outcome and gives the reason in
 *                 “missing”
 * @param ranking  the passages found for its query, best first
 * @param scores   its tally for each measure by name; a measure that is not defined for the topic is absent
 * @param verdicts the judges' verdicts on the sentences
 * @param breaches broken invariants
 * @param alone    the answer to the topic's stand-alone form in a new conversation; empty if it has no such form
 */
public record TopicResult(
        Topic topic,
        AnswerBody answer,
        List<String> ranking,
        Map<String, Tally> scores,
        List<JudgedSentence> verdicts,
        List<String> breaches,
        Millis millis,
        List<AnswerBody> alone) {

    /** @param first until the first sentence, or until the end if there is none; NaN if that was not measured */
    public record Millis(double first, double whole) {}

    public TopicResult {
        ranking = List.copyOf(ranking);
        scores = new LinkedHashMap<>(scores);
        verdicts = List.copyOf(verdicts);
        breaches = List.copyOf(breaches);
        alone = List.copyOf(alone);
    }

    public String outcome() {
        return new AnswerView(answer).outcome();
    }

    /** The server's stated probability that the answer is right; NaN if it states none. */
    public double confidence() {
        return answer.result().confidence();
    }

    public boolean abstained() {
        return outcome().equals("abstained");
    }

    /** Whether the question got no answer. */
    public boolean failed() {
        return outcome().equals(AnswerView.FAILED);
    }

    /** NaN if the measure is not defined for the topic. */
    public double score(String measure) {
        return scores.containsKey(measure) ? scores.get(measure).value() : Double.NaN;
    }

    public boolean judgeFailed() {
        return scores.entrySet().stream()
                .anyMatch(score -> score.getKey().startsWith(Measure.JUDGE_FAILURES.title)
                        && score.getValue().got() > 0);
    }
}
