package ibid.api.collection;

import ibid.api.NullIfEmpty;
import java.util.List;

/**
 * A page of the articles that the filters admit, newest first.
 *
 * @param total  of all pages
 * @param facets how many of all there are by property
 */
public record ArticlesBody(int total, List<ListedArticle> articles, Facets facets) {

    /** The most frequent values of each property. */
    public record Facets(List<Facet> publisher, List<Facet> year, List<Facet> language, List<Facet> topic) {}

    /** @param value null on the wire counts the articles without one */
    public record Facet(@NullIfEmpty String value, long articles) {}
}
