package ibid.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.lucene.search.ScoreDoc;
import org.junit.jupiter.api.Test;

class ScoreFusionTest {

    private static List<ScoreDoc> leg(double... documentsAndScores) {
        return java.util.stream.IntStream.range(0, documentsAndScores.length / 2)
                .mapToObj(i -> new ScoreDoc((int) documentsAndScores[2 * i], (float) documentsAndScores[2 * i + 1]))
                .toList();
    }

    @Test
    void whatBothLegsFindFirstIsFirst() {
        assertThat(ScoreFusion.fuse(leg(7, 12.0, 3, 9.0, 5, 2.0), leg(7, 0.9, 5, 0.8, 3, 0.7), leg(7, 0.8, 3, 0.6))
                        .getFirst())
                .satisfies(first -> {
                    assertThat(first.document()).isEqualTo(7);
                    assertThat(first.score()).isEqualTo(1.0);
                });
    }

    @Test
    void scalesOfTheLegsDoNotMatter() {
        List<ScoreFusion.Fused> small =
                ScoreFusion.fuse(leg(1, 0.3, 2, 0.2, 3, 0.1), leg(3, 0.9, 1, 0.8), leg(2, 0.2, 1, 0.1));
        List<ScoreFusion.Fused> large =
                ScoreFusion.fuse(leg(1, 300, 2, 200, 3, 100), leg(3, 9, 1, 8), leg(2, 20, 1, 10));
        assertThat(small)
                .extracting(ScoreFusion.Fused::document)
                .isEqualTo(large.stream().map(ScoreFusion.Fused::document).toList());
    }

    @Test
    void aPassageOfOneLegIsKeptWithRankZeroInTheOther() {
        ScoreFusion.Fused only = ScoreFusion.fuse(leg(4, 1.0), leg(9, 1.0), List.of()).stream()
                .filter(found -> found.document() == 9)
                .findFirst()
                .orElseThrow();
        assertThat(only.legs()).extracting(LegScore::rank).containsExactly(0, 1, 0);
    }

    @Test
    void tiesGoToTheEarlierPassage() {
        assertThat(ScoreFusion.fuse(List.of(), leg(8, 1.0), leg(2, 1.0)))
                .extracting(ScoreFusion.Fused::document)
                .containsExactly(2, 8);
    }

    @Test
    void aPassageWithTheBestSentencePassesItsEqual() {
        assertThat(ScoreFusion.fuse(leg(1, 1.0, 2, 1.0), leg(1, 0.5, 2, 0.5), leg(2, 0.9, 1, 0.4)))
                .extracting(ScoreFusion.Fused::document)
                .containsExactly(2, 1);
    }

    @Test
    void nothingFoundIsNothing() {
        assertThat(ScoreFusion.fuse(List.of(), List.of(), List.of())).isEmpty();
    }
}
