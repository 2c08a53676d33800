package ibid.article;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What an article states about itself beyond its {@link Imprint}, and the source of each item of both. Unknown text is
 * empty.
 *
 * @param modified   ISO date or empty
 * @param provenance by item (title, subtitle, author, publisher, published, modified, url, language, section, tags):
 *     source
 */
public record ArticleMetadata(
        String subtitle, String modified, String section, List<String> tags, Map<String, String> provenance) {

    /** The provenance of a date that is known only from the article's own notes. */
    public static final String ACCESS_DATES = "access dates in its notes";

    public ArticleMetadata {
        tags = List.copyOf(tags);
        provenance = Collections.unmodifiableMap(new TreeMap<>(provenance));
    }
}
