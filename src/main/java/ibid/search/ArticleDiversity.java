package ibid.search;

import ibid.article.ArticleId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Lowers the score of each further passage of an article, so that one long article does not fill the top ranks. */
final class ArticleDiversity {

    private static final double REPEAT_WEIGHT = 0.85; // tried 0.8 to 1: eval/journal.md, "What was tried"

    private ArticleDiversity() {}

    /** @param ranked best first; ties keep their order */
    static List<ScoreFusion.Fused> of(List<ScoreFusion.Fused> ranked, Function<ScoreFusion.Fused, ArticleId> article) {
        Map<ArticleId, Double> weights = new HashMap<>();
        List<ScoreFusion.Fused> diverse = new ArrayList<>();
        for (ScoreFusion.Fused found : ranked) {
            double weight = weights.merge(article.apply(found), 1.0, (last, first) -> last * REPEAT_WEIGHT);
            diverse.add(found.withScore(weight * found.score()));
        }
        diverse.sort(ScoreFusion.Fused.BEST_FIRST);
        return diverse;
    }
}
