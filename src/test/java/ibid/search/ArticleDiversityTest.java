package ibid.search;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.article.ArticleId;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArticleDiversityTest {

    private static ScoreFusion.Fused hit(int document, double score) {
        return new ScoreFusion.Fused(document, score, List.of());
    }

    /** Documents 10 to 19 are of article 1 and so on. */
    private static List<Integer> among(ScoreFusion.Fused... ranked) {
        return ArticleDiversity.of(List.of(ranked), hit -> new ArticleId("a" + hit.document() / 10)).stream()
                .map(ScoreFusion.Fused::document)
                .toList();
    }

    @Test
    void aNewArticleRanksAboveAnEqualOneAlreadyRanked() {
        assertThat(among(hit(10, 1.0), hit(11, 0.8), hit(20, 0.79))).containsExactly(10, 20, 11);
    }

    @Test
    void aMuchBetterPassageStays() {
        assertThat(among(hit(10, 1.0), hit(11, 0.9), hit(20, 0.5))).containsExactly(10, 11, 20);
    }

    @Test
    void nothingIsDropped() {
        assertThat(among(hit(10, 1.0), hit(11, 1.0), hit(12, 1.0))).containsExactly(10, 11, 12);
    }
}
