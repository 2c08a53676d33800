package ibid.eval.measure;

import ibid.eval.dataset.Nugget;
import ibid.eval.judge.Judge;
import ibid.eval.judge.Judgement;
import ibid.verify.Support;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Nugget scores of an answer as TREC RAG has them (Pradeep et al., arXiv 2504.15068; {@code metrics.py} of
 * castorini/nuggetizer): the share of nuggets the answer holds, one that it holds in part counting a half, or nothing
 * where the score is strict. {@code vitalStrict} is the track's primary one. The weighted score counts an okay nugget
 * half as much as a vital one (open-rag-eval). 0 where there is no nugget of the kind, as nuggetizer has it. Report
 * means over the topics of a run: of single topics the automatic scores agree little with people's.
 *
 * @param nuggets  each with how far the answer holds it
 * @param failures judgements that failed, each counted as not held
 */
record NuggetScore(List<Assigned> nuggets, int failures) {

    private static final double OKAY_WEIGHT = 0.5;

    /** A nugget and how far an answer holds it. */
    record Assigned(boolean vital, Support support) {}

    NuggetScore {
        nuggets = List.copyOf(nuggets);
    }

    /** Of nuggets that were looked for without a judge. */
    NuggetScore(List<Assigned> nuggets) {
        this(nuggets, 0);
    }

    /** By a judge who lays each nugget beside the answer, as the track has it done. */
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
