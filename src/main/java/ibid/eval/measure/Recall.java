package ibid.eval.measure;

import java.util.List;
import java.util.Map;

/** Recall at k: the share of a topic's relevant passages among the first k of its ranking; trec_eval's recall_k. */
public final class Recall {

    private Recall() {}

    /** @return 0 if no passage is relevant, as in trec_eval */
    public static double at(int k, List<String> ranking, Map<String, Integer> grades) {
        long relevant = grades.values().stream().filter(grade -> grade > 0).count();
        return relevant == 0
                ? 0
                : (double) ranking.stream()
                                .limit(k)
                                .filter(passage -> grades.getOrDefault(passage, 0) > 0)
                                .count()
                        / relevant;
    }
}
