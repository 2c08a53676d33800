package ibid.search;

import ibid.article.ArticleId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Lets other articles be heard: every further passage of an article counts a little less, so that one long article does
 * not fill the top.
 */
final class ArticleDiversity {

    private static final double AGAIN = 0.85; // tried 0.8 to 1: eval/journal.md, "What was tried"

    private ArticleDiversity() {}

    /** @param ranked best first */
    static List<ScoreFusion.Fused> among(
            List<ScoreFusion.Fused> ranked, Function<ScoreFusion.Fused, ArticleId> article) {
        Map<ArticleId, Double> weights = new HashMap<>();
        List<ScoreFusion.Fused> varied = new ArrayList<>();
        for (ScoreFusion.Fused found : ranked) {
            double weight = weights.merge(article.apply(found), 1.0, (before, first) -> before * AGAIN);
            varied.add(new ScoreFusion.Fused(found.document(), weight * found.score(), found.legs()));
        }
        varied.sort(Comparator.comparingDouble(ScoreFusion.Fused::score).reversed()); // stable: ties keep their order
        return varied;
    }
}
