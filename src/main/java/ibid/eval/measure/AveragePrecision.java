package ibid.eval.measure;

import java.util.List;
import java.util.Map;

/**
 * The mean, over all relevant passages, of the precision at each one's rank; a passage not found counts 0. The mean
 * over topics is MAP (Buckley and Voorhees, SIGIR 2000); trec_eval's map.
 */
final class AveragePrecision {

    private AveragePrecision() {}

    /** @return 0 if no passage is relevant, as in trec_eval */
    static double of(List<String> ranking, Map<String, Integer> grades) {
        long relevant = grades.values().stream().filter(grade -> grade > 0).count();
        double sum = 0;
        int found = 0;
        for (int rank = 1; rank <= ranking.size(); rank++) {
            if (grades.getOrDefault(ranking.get(rank - 1), 0) > 0) {
                sum += (double) ++found / rank;
            }
        }
        return relevant == 0 ? 0 : sum / relevant;
    }
}
