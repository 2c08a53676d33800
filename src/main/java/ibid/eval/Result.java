package ibid.eval;

import java.util.List;

/**
 * What one topic gave.
 *
 * @param outcome   what the server answered with
 * @param recall    recall@5, NaN for topics without judged passages
 * @param ndcg      nDCG@10, likewise
 * @param vital     share of vital nuggets found (0 where it abstained), NaN for topics without nuggets
 * @param goldFirst whether the first or second sentence quotes evidence of a nugget
 * @param breaches  broken invariants
 */
public record Result(Topic topic, String outcome, double recall, double ndcg, double vital, boolean goldFirst, List<String> breaches, Client.Timed timed) {

    public Result {
        breaches = List.copyOf(breaches);
    }

    /** What the server itself gives for the probability that it answers. */
    double confidence() {
        return timed.answer().path("confidence").asDouble(0);
    }

    boolean outcomeRight() {
        return outcome.equals(topic.outcome());
    }
}
