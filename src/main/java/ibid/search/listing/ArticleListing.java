package ibid.search.listing;

import ibid.index.ArticleSummary;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * All articles that filters and words admit, in order.
 *
 * @param articles in order
 * @param counts   how many articles have each value of a property, where that property is not filtered by but all
 *                 others are: what choosing another value would give
 */
public record ArticleListing(List<ArticleSummary> articles, Map<ArticleProperty, Map<String, Integer>> counts) {

    public ArticleListing {
        articles = List.copyOf(articles);
        counts = Collections.unmodifiableMap(counts);
    }

    static ArticleListing of(List<ArticleRow> candidates, ListFilters filters, java.util.Comparator<ArticleRow> order) {
        Map<ArticleProperty, Map<String, Integer>> counts = new EnumMap<>(ArticleProperty.class);
        for (ArticleProperty property : ArticleProperty.values()) {
            counts.put(property, new TreeMap<>());
        }
        List<ArticleRow> admitted = new ArrayList<>();
        for (ArticleRow row : candidates) {
            Set<ArticleProperty> rejecting = filters.rejectedBy(row);
            if (rejecting.isEmpty()) {
                admitted.add(row);
            }
            count(row, rejecting, counts);
        }
        admitted.sort(order);
        return new ArticleListing(admitted.stream().map(ArticleRow::article).toList(), counts);
    }

    /** A row that one property alone rejects counts for that property. */
    private static void count(
            ArticleRow row, Set<ArticleProperty> rejecting, Map<ArticleProperty, Map<String, Integer>> counts) {
        if (rejecting.size() > 1) {
            return;
        }
        for (ArticleProperty property : rejecting.isEmpty() ? counts.keySet() : rejecting) {
            for (String value : property.of(row)) {
                counts.get(property).merge(value, 1, Integer::sum);
            }
        }
    }
}
