package ibid.article;

import java.util.List;
import java.util.Map;

/**
 * What else an article says of its own making, and how each thing in it and in the {@link Imprint} is known. Unknown text is empty.
 *
 * @param modified ISO date or empty
 * @param from     by item (title, subtitle, author, publisher, published, modified, url, language, section, tags): where it was read
 */
public record ArticleMetadata(
        String subtitle, String modified, String section, List<String> tags, Map<String, String> from) {

    /** The source of a date that only the article's own notes tell. */
    public static final String NOTES = "access dates in its notes";

    public static final ArticleMetadata NONE = new ArticleMetadata("", "", "", List.of(), Map.of());

    public ArticleMetadata {
        tags = List.copyOf(tags);
        from = java.util.Collections.unmodifiableMap(new java.util.TreeMap<>(from));
    }
}
