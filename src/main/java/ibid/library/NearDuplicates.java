package ibid.library;

import ibid.article.ArticleId;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Groups of articles with nearly the same words: one is the origin, the others are its copies. None is hidden or
 * deleted.
 *
 * @param origins for each article that has copies or is one, the earliest of its group
 */
public record NearDuplicates(Map<String, String> origins) {

    public NearDuplicates {
        origins = Collections.unmodifiableMap(new TreeMap<>(origins));
    }

    /** The earliest article of its group; itself if it has no copies. */
    public ArticleId originOf(ArticleId article) {
        String origin = origins.get(article.value());
        return origin == null ? article : new ArticleId(origin);
    }

    /** The other articles of its group, in order of id. */
    public List<ArticleId> of(ArticleId article) {
        String origin = origins.get(article.value());
        return origin == null
                ? List.of()
                : origins.entrySet().stream()
                        .filter(entry -> entry.getValue().equals(origin)
                                && !entry.getKey().equals(article.value()))
                        .map(entry -> new ArticleId(entry.getKey()))
                        .toList();
    }
}
