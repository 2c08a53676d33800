package ibid.retrieve;

import ibid.article.ArticleId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Lets other articles be heard: every further passage of an article counts a little less, so that one long article does not fill the top. */
final class Variety {

    private static final double AGAIN = 0.85;   // tried 0.8 to 1: eval/README.md, "What was tried"

    private Variety() {}

    /** @param ranked best first */
    static List<Fusion.Fused> among(List<Fusion.Fused> ranked, Function<Fusion.Fused, ArticleId> article) {
        Map<ArticleId, Double> weights = new HashMap<>();
        List<Fusion.Fused> varied = new ArrayList<>();
        for (Fusion.Fused found : ranked) {
            double weight = weights.merge(article.apply(found), 1.0, (before, first) -> before * AGAIN);
            varied.add(new Fusion.Fused(found.document(), weight * found.score(), found.legs()));
        }
        varied.sort(Comparator.comparingDouble(Fusion.Fused::score).reversed());   // stable: ties keep their order
        return varied;
    }
}
