package ibid.eval.statistics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Holm's correction for many tests at once (Scandinavian Journal of Statistics 1979): below 0.05, one in twenty such
 * tables has one line there by chance, however many it has.
 */
public final class Holm {

    private Holm() {}

    /** Each p made larger by how many tests there are, by its name. */
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
