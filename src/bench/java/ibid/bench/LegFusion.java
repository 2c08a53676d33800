package ibid.bench;

import ibid.search.Hit;
import ibid.search.LegScore;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Ways to make one ranking of the scores that the legs of the search gave each hit. */
final class LegFusion {

    private static final int RANK_OFFSET = 60; // Cormack, Clarke and Buettcher, SIGIR 2009
    private static final double MIN_WIDTH = 1e-9; // of a range that is divided by

    /** The lowest and the highest score that a leg gave. */
    private record Range(double min, double max) {

        static Range of(List<Hit> hits, String leg) {
            double[] sorted = hits.stream()
                    .flatMap(hit -> hit.legs().stream())
                    .filter(one -> one.name().equals(leg) && one.rank() > 0)
                    .mapToDouble(LegScore::score)
                    .sorted()
                    .toArray();
            if (sorted.length == 0) {
                return new Range(0, 1);
            }
            return new Range(sorted[0], Math.max(sorted[sorted.length - 1], sorted[0] + MIN_WIDTH));
        }

        double stretch(double score) {
            return (score - min) / (max - min);
        }
    }

    private LegFusion() {}

    /** By the weighted sum of the legs' scores, each leg's stretched to 0 to 1. */
    static List<Hit> stretched(List<Hit> hits, Map<String, Double> weights) {
        Map<String, Range> ranges = new HashMap<>();
        weights.keySet().forEach(leg -> ranges.put(leg, Range.of(hits, leg)));
        return sorted(
                hits,
                hit -> hit.legs().stream()
                        .filter(leg -> leg.rank() > 0 && weights.containsKey(leg.name()))
                        .mapToDouble(leg ->
                                weights.get(leg.name()) * ranges.get(leg.name()).stretch(leg.score()))
                        .sum());
    }

    /** By the sum of the reciprocal ranks among words and meaning. */
    static List<Hit> reciprocalRanks(List<Hit> hits) {
        return sorted(
                hits,
                hit -> hit.legs().stream()
                        .filter(leg -> leg.rank() > 0 && !leg.name().equals("sentences"))
                        .mapToDouble(leg -> 1.0 / (RANK_OFFSET + leg.rank()))
                        .sum());
    }

    private static List<Hit> sorted(List<Hit> hits, ToDoubleFunction<Hit> score) {
        return hits.stream()
                .sorted(Comparator.comparingDouble(score).reversed())
                .toList();
    }
}
