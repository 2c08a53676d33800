package ibid.api.collection;

import ibid.api.ArticleBody;
import ibid.api.NullIfEmpty;
import ibid.ask.SourceArticle;
import ibid.search.Hit;
import ibid.search.LegScore;
import ibid.search.Ranking;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Passages for a query, best first.
 *
 * @param index the generation of the index
 */
public record SearchBody(String query, String index, List<FoundPassage> passages) {

    /**
     * A passage that was found.
     *
     * @param start of the passage in the article's text, in code points
     * @param score fused, 0 to 1
     * @param legs  by name: bm25, dense
     */
    public record FoundPassage(
            String passageId,
            ArticleBody article,
            @NullIfEmpty String heading,
            String text,
            int start,
            int end,
            double score,
            Map<String, Leg> legs) {

        static FoundPassage of(Hit hit) {
            Map<String, Leg> legs = new LinkedHashMap<>();
            for (LegScore leg : hit.legs()) {
                legs.put(leg.name(), Leg.of(leg));
            }
            return new FoundPassage(
                    hit.passage().id().toString(),
                    ArticleBody.of(SourceArticle.of(hit)),
                    hit.passage().heading(),
                    hit.text(),
                    hit.passage().span().start(),
                    hit.passage().span().end(),
                    hit.score(),
                    legs);
        }
    }

    /** @param rank from 1, or null where the leg did not find the passage */
    public record Leg(double score, Integer rank) {

        static Leg of(LegScore leg) {
            return new Leg(leg.score(), leg.rank() == 0 ? null : leg.rank());
        }
    }

    public static SearchBody of(String query, Ranking ranking) {
        return new SearchBody(
                query,
                ranking.generation(),
                ranking.hits().stream().map(FoundPassage::of).toList());
    }
}
