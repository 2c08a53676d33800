package ibid.bench;

import ibid.search.Hit;
import ibid.search.LegScore;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Fuses the scores of the search legs into one ranking. */
final class LegFusion {

    private static final int RANK_OFFSET = 60; // Cormack, Clarke and Buettcher, SIGIR 2009
    private static final double MIN_WIDTH = 1e-9; // avoids a division by zero

    /** The lowest and the highest score of a leg. */
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

    /** Orders by the weighted sum of the legs' scores, each leg's scaled to 0 to 1. */
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

    /** Orders by the sum of the reciprocal ranks in the bm25 and dense legs. */
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
