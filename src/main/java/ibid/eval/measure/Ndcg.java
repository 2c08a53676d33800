package ibid.eval.measure;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Normalised discounted cumulative gain at k, gain = grade, discount = log2(rank + 1) (Järvelin and Kekäläinen, TOIS
 * 2002); trec_eval's ndcg_cut_k.
 */
public final class Ndcg {

    private Ndcg() {}

    /** @return 0 if no passage is relevant, as in trec_eval */
    public static double at(int k, List<String> ranking, Map<String, Integer> grades) {
        double ideal =
                gain(grades.values().stream().sorted(Comparator.reverseOrder()).limit(k));
        return ideal == 0 ? 0 : gain(ranking.stream().limit(k).map(passage -> grades.getOrDefault(passage, 0))) / ideal;
    }

    private static double gain(Stream<Integer> grades) {
        double sum = 0;
        int rank = 1;
        for (int grade : (Iterable<Integer>) grades::iterator) {
            sum += Math.max(0, grade) / (Math.log(1 + rank++) / Math.log(2));
        }
        return sum;
    }
}
