package ibid.library;

import ibid.article.ArticleId;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which articles say the same in nearly the same words: one was written, the others are copies of it. None is hidden
 * or deleted.
 *
 * @param origins by article that has copies or is one: the earliest of them
 */
public record NearDuplicates(Map<String, String> origins) {

    public NearDuplicates {
        origins = Collections.unmodifiableMap(new TreeMap<>(origins));
    }

    /** The earliest of the article's copies: itself where it has none. */
    public ArticleId originOf(ArticleId article) {
        String origin = origins.get(article.value());
        return origin == null ? article : new ArticleId(origin);
    }

    /** The others of its kind, in order of id. */
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
