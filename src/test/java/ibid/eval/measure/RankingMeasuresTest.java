package ibid.eval.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The values are trec_eval's own for this fixture (pytrec_eval-terrier 0.5.11, recall.5 and ndcg_cut.10). */
class RankingMeasuresTest {

    private static final Map<String, Map<String, Integer>> QRELS = Map.of(
            "t1", Map.of("a#0", 2, "a#1", 1, "b#0", 1, "c#4", 0),
            "t2", Map.of("d#2", 1),
            "t3", Map.of("e#0", 2, "e#1", 2, "f#9", 1, "g#1", 1, "h#1", 1, "i#1", 1, "j#1", 1));
    private static final Map<String, List<String>> RUN = Map.of(
            "t1", List.of("b#0", "x#1", "a#0", "c#4", "y#0", "a#1"),
            "t2", List.of("z#0", "z#1"),
            "t3", List.of("e#1", "q#0", "g#1", "e#0", "h#1", "i#1", "q#1", "q#2", "q#3", "q#4", "f#9"));

    @Test
    void recallAgreesWithTrecEval() {
        Map.of("t1", 0.6666666666666666, "t2", 0.0, "t3", 0.5714285714285714)
                .forEach((topic, value) -> assertThat(Recall.at(5, RUN.get(topic), QRELS.get(topic)))
                        .as(topic)
                        .isCloseTo(value, within(1e-12)));
    }

    @Test
    void ndcgAgreesWithTrecEval() {
        Map.of("t1", 0.7525583045803861, "t2", 0.0, "t3", 0.778984268801592)
                .forEach((topic, value) -> assertThat(Ndcg.at(10, RUN.get(topic), QRELS.get(topic)))
                        .as(topic)
                        .isCloseTo(value, within(1e-12)));
    }

    @Test
    void aPerfectRankingScoresOne() {
        assertThat(Ndcg.at(10, List.of("a#0", "a#1", "b#0"), QRELS.get("t1"))).isEqualTo(1);
        assertThat(Recall.at(5, List.of("a#0", "a#1", "b#0"), QRELS.get("t1"))).isEqualTo(1);
    }
}
