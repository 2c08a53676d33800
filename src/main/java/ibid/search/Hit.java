package ibid.search;

import ibid.article.Article;
import ibid.article.ArticleId;
import ibid.article.Correction;
import ibid.index.Passage;
import java.util.List;
import java.util.Optional;

/**
 * A passage with its score for one query.
 *
 * @param origin  id of the earliest of the article's copies, or its own
 * @param corrections those of the article or of one of its copies, and those that it makes
 * @param score   fused, 0 to 1 within one ranking
 * @param legs    each leg's own score and rank
 * @param similarities how well each sentence of the passage matches the query, in order
 */
public record Hit(
        Article article,
        ArticleId origin,
        List<Correction> corrections,
        Passage passage,
        double score,
        List<LegScore> legs,
        List<Float> similarities) {

    public Hit {
        corrections = List.copyOf(corrections);
        legs = List.copyOf(legs);
        similarities = List.copyOf(similarities);
        if (similarities.size() != passage.sentences().size()) {
            throw new IllegalArgumentException("a similarity for each sentence");
        }
    }

    /** The score of the leg of that name; 0 if it did not find the passage. */
    public double leg(String name) {
        return legs.stream()
                .filter(leg -> leg.name().equals(name))
                .mapToDouble(LegScore::score)
                .findFirst()
                .orElse(0);
    }

    /** The newest correction of its article, if it was corrected. */
    public Optional<Correction> correction() {
        return Correction.newestOf(article.id(), corrections);
    }

    /** The passage's text. */
    public String text() {
        return article.text().slice(passage.span());
    }
}
