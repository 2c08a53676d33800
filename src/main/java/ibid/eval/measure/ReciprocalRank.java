package ibid.eval.measure;

import java.util.List;
import java.util.Map;

/**
 * The reciprocal of the rank of the first relevant passage, 0 if none was found. The mean over topics is MRR (Voorhees,
 * TREC-8 QA, 1999); trec_eval's recip_rank.
 */
final class ReciprocalRank {

    private ReciprocalRank() {}

    static double of(List<String> ranking, Map<String, Integer> grades) {
        for (int rank = 1; rank <= ranking.size(); rank++) {
            if (grades.getOrDefault(ranking.get(rank - 1), 0) > 0) {
                return 1.0 / rank;
            }
        }
        return 0;
    }
}
