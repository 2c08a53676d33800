package ibid.api.collection;

import ibid.api.NullIfEmpty;
import ibid.article.Imprint;
import ibid.ask.SourceArticle;
import ibid.index.ArticleSummary;
import ibid.index.IndexSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * A page of the articles that the filters admit, newest first.
 *
 * @param total  of all pages
 * @param facets counts over all pages, by property
 */
public record ArticlesBody(int total, List<ListedArticle> articles, Facets facets) {

    private static final int MAX_FACETS = 100; // values of one property

    /** The most frequent values of each property. */
    public record Facets(List<Facet> publisher, List<Facet> year, List<Facet> language, List<Facet> topic) {

        static Facets of(List<ArticleSummary> articles) {
            return new Facets(
                    facets(articles, imprint -> List.of(imprint.publisher())),
                    facets(articles, imprint -> List.of(year(imprint))),
                    facets(articles, imprint -> List.of(imprint.language())),
                    facets(articles, Imprint::topics));
        }

        private static String year(Imprint imprint) {
            return imprint.publishedOn()
                    .map(day -> String.valueOf(day.getYear()))
                    .orElse("");
        }

        private static List<Facet> facets(List<ArticleSummary> articles, Function<Imprint, List<String>> property) {
            Map<String, Long> counts = new TreeMap<>();
            for (ArticleSummary article : articles) {
                property.apply(article.imprint()).forEach(value -> counts.merge(value, 1L, Long::sum));
            }
            return mostFrequent(counts);
        }

        private static List<Facet> mostFrequent(Map<String, Long> counts) {
            return counts.entrySet().stream()
                    .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                    .limit(MAX_FACETS)
                    .map(count -> new Facet(count.getKey(), count.getValue()))
                    .toList();
        }
    }

    /** @param value empty for the articles without this property */
    public record Facet(@NullIfEmpty String value, long articles) {}

    /**
     * @param admitted all articles that the filters admit
     * @param page     those to list
     * @param snapshot knows their copies and corrections
     */
    public static ArticlesBody of(List<ArticleSummary> admitted, List<ArticleSummary> page, IndexSnapshot snapshot) {
        List<ListedArticle> listed = new ArrayList<>();
        for (ArticleSummary article : page) {
            listed.add(ListedArticle.of(SourceArticle.of(article, snapshot)));
        }
        return new ArticlesBody(admitted.size(), listed, Facets.of(admitted));
    }
}
