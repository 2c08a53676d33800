package ibid.api.collection;

import ibid.api.NullIfEmpty;
import ibid.ask.SourceArticle;
import ibid.index.ArticleSummary;
import ibid.index.IndexSnapshot;
import ibid.search.listing.ArticleListing;
import ibid.search.listing.ArticleProperty;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A page of the articles that filters and words admit.
 *
 * @param total  of all pages
 * @param facets counts over all pages, by property
 */
public record ArticlesBody(int total, List<ListedArticle> articles, Facets facets) {

    private static final int MAX_FACETS = 100; // values of one property

    /**
     * The most frequent values of each property among the articles that the filters on the other properties admit.
     *
     * @param month "2024-10"
     */
    public record Facets(
            List<Facet> publisher,
            List<Facet> author,
            List<Facet> month,
            List<Facet> language,
            List<Facet> topic,
            List<Facet> state) {

        static Facets of(Map<ArticleProperty, Map<String, Integer>> counts) {
            return new Facets(
                    mostFrequent(counts.get(ArticleProperty.PUBLISHER)),
                    mostFrequent(counts.get(ArticleProperty.AUTHOR)),
                    inOrder(counts.get(ArticleProperty.MONTH)),
                    mostFrequent(counts.get(ArticleProperty.LANGUAGE)),
                    mostFrequent(counts.get(ArticleProperty.TOPIC)),
                    mostFrequent(counts.get(ArticleProperty.STATE)));
        }

        /** All of them, because a plot of the months has to be whole. */
        private static List<Facet> inOrder(Map<String, Integer> counts) {
            List<Facet> facets = new ArrayList<>();
            counts.forEach((value, articles) -> facets.add(new Facet(value, articles)));
            return facets;
        }

        /** Equal counts are in order of the values. */
        private static List<Facet> mostFrequent(Map<String, Integer> counts) {
            return counts.entrySet().stream()
                    .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                    .limit(MAX_FACETS)
                    .map(count -> new Facet(count.getKey(), count.getValue()))
                    .toList();
        }
    }

    /** @param value empty for the articles without this property */
    public record Facet(@NullIfEmpty String value, long articles) {}

    /**
     * @param page     those to list
     * @param snapshot knows their copies and corrections
     */
    public static ArticlesBody of(ArticleListing listing, List<ArticleSummary> page, IndexSnapshot snapshot) {
        List<ListedArticle> listed = new ArrayList<>();
        for (ArticleSummary article : page) {
            listed.add(ListedArticle.of(SourceArticle.of(article, snapshot)));
        }
        return new ArticlesBody(listing.articles().size(), listed, Facets.of(listing.counts()));
    }
}
