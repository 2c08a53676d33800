package ibid.eval.statistics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Holm's correction for many tests at once (Scandinavian Journal of Statistics 1979): if no difference is real, at most
 * one in twenty tables has a corrected p below 0.05, however many rows it has.
 */
public final class Holm {

    private Holm() {}

    /** The corrected p values by name. */
    public static Map<String, Double> corrected(Map<String, Double> tests) {
        List<Map.Entry<String, Double>> smallestFirst = new ArrayList<>(tests.entrySet());
        smallestFirst.sort(Comparator.comparingDouble(Map.Entry::getValue));
        Map<String, Double> corrected = new LinkedHashMap<>(tests);
        double least = 0;
        int left = tests.size();
        for (Map.Entry<String, Double> test : smallestFirst) {
            least = Math.max(least, Math.min(1, test.getValue() * left));
            corrected.put(test.getKey(), least);
            left--;
        }
        return corrected;
    }
}
