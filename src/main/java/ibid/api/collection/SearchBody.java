package ibid.api.collection;

import com.fasterxml.jackson.annotation.JsonInclude;
import ibid.api.ArticleBody;
import ibid.api.NullIfEmpty;
import ibid.ask.SourceArticle;
import ibid.language.Span;
import ibid.search.Hit;
import ibid.search.LegScore;
import ibid.search.Ranking;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Passages for a query, best first.
 *
 * @param index   the generation of the index
 * @param partial whether a part of the articles could not be searched
 */
public record SearchBody(
        String query,
        String index,
        List<FoundPassage> passages,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean partial) {

    /**
     * A retrieved passage.
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
            Span span = hit.passage().span();
            return new FoundPassage(
                    hit.passage().id().toString(),
                    ArticleBody.of(SourceArticle.of(hit)),
                    hit.passage().heading(),
                    hit.text(),
                    span.start(),
                    span.end(),
                    hit.score(),
                    legs(hit));
        }

        private static Map<String, Leg> legs(Hit hit) {
            Map<String, Leg> legs = new LinkedHashMap<>();
            hit.legs().forEach(leg -> legs.put(leg.name(), Leg.of(leg)));
            return legs;
        }
    }

    /** @param rank from 1, or null if the leg did not find the passage */
    public record Leg(double score, Integer rank) {

        static Leg of(LegScore leg) {
            return new Leg(leg.score(), leg.rank() == 0 ? null : leg.rank());
        }
    }

    public static SearchBody of(String query, Ranking ranking) {
        return new SearchBody(
                query,
                ranking.generation(),
                ranking.hits().stream().map(FoundPassage::of).toList(),
                ranking.isPartial());
    }
}
