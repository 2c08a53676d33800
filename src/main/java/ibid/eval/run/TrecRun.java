package ibid.eval.run;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The rankings of one system for all topics, as scored passages. The file has TREC's six columns; the rank column is
 * ignored, since trec_eval orders by score.
 *
 * @param name of the system, the sixth column
 * @param scores passage and score, by topic
 */
public record TrecRun(String name, Map<String, Map<String, Double>> scores) {

    /**
     * trec_eval's order (form_res_rels.c): scores as 32-bit floats, the highest first; ties go to the passage whose id
     * is last in byte order.
     */
    private static final Comparator<Map.Entry<String, Double>> ORDER =
            Comparator.<Map.Entry<String, Double>>comparingDouble(
                            entry -> entry.getValue().floatValue())
                    .reversed()
                    .thenComparing(
                            Map.Entry::getKey,
                            (one, other) -> Arrays.compareUnsigned(
                                    other.getBytes(StandardCharsets.UTF_8), one.getBytes(StandardCharsets.UTF_8)));

    public TrecRun {
        Map<String, Map<String, Double>> copy = new TreeMap<>();
        scores.forEach((topic, passages) -> copy.put(topic, Map.copyOf(passages)));
        scores = copy;
    }

    /** The passages found for a topic, best first; empty if the system found none. */
    public List<String> ranking(String topic) {
        return scores.getOrDefault(topic, Map.of()).entrySet().stream()
                .sorted(ORDER)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** A run from rankings without scores: a passage scores the reciprocal of its rank. */
    public static TrecRun ranked(String name, Map<String, List<String>> rankings) {
        Map<String, Map<String, Double>> scores = new HashMap<>();
        rankings.forEach((topic, ranking) -> {
            Map<String, Double> passages = new LinkedHashMap<>();
            for (String passage : ranking) {
                passages.putIfAbsent(passage, 1.0 / (passages.size() + 1));
            }
            scores.put(topic, passages);
        });
        return new TrecRun(name, scores);
    }

    /** The run with the passages found for each topic. */
    public static TrecRun of(List<TopicResult> results) {
        return ranked(
                "ibid",
                results.stream()
                        .collect(Collectors.toMap(result -> result.topic().id(), TopicResult::ranking)));
    }

    /** The lines of the file, such as {@code t001 Q0 nsatu-takes-over#2 1 0.83 ibid}. */
    public String lines() {
        StringBuilder lines = new StringBuilder();
        for (String topic : scores.keySet()) {
            int rank = 1;
            for (String passage : ranking(topic)) {
                lines.append(topic)
                        .append(" Q0 ")
                        .append(passage)
                        .append(' ')
                        .append(rank++)
                        .append(' ')
                        .append(scores.get(topic).get(passage))
                        .append(' ')
                        .append(name)
                        .append('\n');
            }
        }
        return lines.toString();
    }
}
