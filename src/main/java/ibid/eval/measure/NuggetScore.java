package ibid.eval.measure;

import ibid.eval.dataset.Nugget;
import ibid.eval.judge.Judge;
import ibid.eval.judge.Judgement;
import ibid.verify.Support;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Nugget scores of an answer as in TREC RAG (Pradeep et al., arXiv 2504.15068; {@code metrics.py} of
 * castorini/nuggetizer): the share of nuggets that the answer holds. A nugget held in part counts half, or nothing in a
 * strict score. {@code vitalStrict} is the track's primary score. The weighted score counts an okay nugget half as much
 * as a vital one (open-rag-eval). A score is 0 if there is no nugget of the kind, as in nuggetizer. Report means over
 * the topics of a run: for single topics the automatic scores agree little with people's.
 *
 * @param nuggets each with its support by the answer
 * @param failures judgements that failed, each counted as not held
 */
record NuggetScore(List<Assigned> nuggets, int failures) {

    private static final double OKAY_WEIGHT = 0.5;

    /** A nugget and its support by an answer. */
    record Assigned(boolean vital, Support support) {}

    NuggetScore {
        nuggets = List.copyOf(nuggets);
    }

    /** Scores of nuggets that were found by string matching. */
    NuggetScore(List<Assigned> nuggets) {
        this(nuggets, 0);
    }

    /** Scores by a judge that compares each nugget with the answer, as the track does. */
    static NuggetScore of(List<Nugget> nuggets, String answer, Judge judge) {
        List<Judgement> judged = nuggets.stream()
                .map(nugget -> judge.judge(nugget.text(), List.of(answer)))
                .toList();
        long failures = judged.stream().filter(Judgement::hasFailed).count();
        return new NuggetScore(assigned(nuggets, judged), (int) failures);
    }

    private static List<Assigned> assigned(List<Nugget> nuggets, List<Judgement> judged) {
        return IntStream.range(0, judged.size())
                .mapToObj(at ->
                        new Assigned(nuggets.get(at).vital(), judged.get(at).support()))
                .toList();
    }

    double vital() {
        return share(vitalOnes(), NuggetScore::graded, nugget -> 1);
    }

    double allStrict() {
        return share(nuggets, NuggetScore::strict, nugget -> 1);
    }

    double vitalStrict() {
        return share(vitalOnes(), NuggetScore::strict, nugget -> 1);
    }

    double weightedStrict() {
        return share(nuggets, NuggetScore::strict, NuggetScore::weight);
    }

    private List<Assigned> vitalOnes() {
        return nuggets.stream().filter(Assigned::vital).toList();
    }

    private static double weight(Assigned nugget) {
        return nugget.vital() ? 1 : OKAY_WEIGHT;
    }

    private static double strict(Assigned nugget) {
        return nugget.support() == Support.FULL ? 1 : 0;
    }

    private static double graded(Assigned nugget) {
        return nugget.support() == Support.PARTIAL ? 0.5 : strict(nugget);
    }

    private static double share(
            List<Assigned> some, ToDoubleFunction<Assigned> held, ToDoubleFunction<Assigned> weight) {
        double all = some.stream().mapToDouble(weight).sum();
        return all == 0
                ? 0
                : some.stream()
                                .mapToDouble(nugget -> weight.applyAsDouble(nugget) * held.applyAsDouble(nugget))
                                .sum()
                        / all;
    }
}
