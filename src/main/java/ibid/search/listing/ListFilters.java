package ibid.search.listing;

import ibid.search.SearchFilters;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which articles a list has.
 *
 * @param always filters that also the counts obey: ids, and the last day that is seen at all
 * @param days   first and last day of publication
 * @param values for a property, the values of which an article must have one; "" is none
 */
public record ListFilters(SearchFilters always, SearchFilters days, Map<ArticleProperty, Set<String>> values) {

    public ListFilters {
        values = Map.copyOf(values);
    }

    boolean admitsAtAll(ArticleRow row) {
        return always.admit(row.article().id(), row.article().imprint());
    }

    /** The properties by which it is not in the list. */
    Set<ArticleProperty> rejectedBy(ArticleRow row) {
        Set<ArticleProperty> rejecting = EnumSet.noneOf(ArticleProperty.class);
        if (!days.admit(row.article().id(), row.article().imprint())) {
            rejecting.add(ArticleProperty.MONTH);
        }
        values.forEach((property, wanted) -> {
            if (property.of(row).stream().noneMatch(wanted::contains)) {
                rejecting.add(property);
            }
        });
        return rejecting;
    }

    /** The values wanted of each property; a property with none wanted admits all. */
    public static Map<ArticleProperty, Set<String>> wanted(Map<ArticleProperty, List<String>> lists) {
        Map<ArticleProperty, Set<String>> wanted = new EnumMap<>(ArticleProperty.class);
        lists.forEach((property, values) -> {
            if (!values.isEmpty()) {
                wanted.put(property, Set.copyOf(values));
            }
        });
        return wanted;
    }
}
