package ibid.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import ibid.IbidException;
import ibid.article.ArticleId;
import ibid.search.SearchFilters;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Which articles a question may see.
 *
 * @param publishedFrom first day of publication, or null
 * @param publishedTo   last day of publication, or null
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record FiltersBody(
        List<String> publishers,
        List<String> articles,
        List<String> topics,
        List<String> languages,
        LocalDate publishedFrom,
        LocalDate publishedTo) {

    /** All articles. */
    static final FiltersBody NONE = new FiltersBody(List.of(), List.of(), List.of(), List.of(), null, null);

    private static final int MAX_VALUES = 100;

    public FiltersBody {
        publishers = checked("filters.publishers", publishers);
        articles = checked("filters.articles", articles);
        topics = checked("filters.topics", topics);
        languages = checked("filters.languages", languages);
    }

    private static List<String> checked(String field, List<String> values) {
        if (values.size() > MAX_VALUES) {
            throw JsonProblem.invalid("“" + field + "” must be a list of at most " + MAX_VALUES + " texts");
        }
        return List.copyOf(values);
    }

    static FiltersBody of(SearchFilters filters) {
        return new FiltersBody(
                filters.publishers(),
                filters.articles().stream().map(ArticleId::value).toList(),
                filters.topics(),
                filters.languages(),
                filters.from().equals(LocalDate.MIN) ? null : filters.from(),
                filters.to().equals(LocalDate.MAX) ? null : filters.to());
    }

    /** Converts them for the search; refuses an invalid article id or date range. */
    SearchFilters toFilters() {
        LocalDate from = publishedFrom == null ? LocalDate.MIN : publishedFrom;
        LocalDate to = publishedTo == null ? LocalDate.MAX : publishedTo;
        if (from.isAfter(to)) {
            throw JsonProblem.invalid("“filters.published_from” is after “filters.published_to”");
        }
        List<ArticleId> ids = new ArrayList<>();
        for (String article : articles) {
            ids.add(id(article));
        }
        return new SearchFilters(publishers, ids, topics, languages, from, to);
    }

    private static ArticleId id(String value) {
        try {
            return new ArticleId(value);
        } catch (IllegalArgumentException wrong) {
            throw new IbidException(
                    IbidException.Code.INVALID,
                    "“" + value + "” in “filters.articles” is not an article's id; GET /api/v1/articles lists them",
                    wrong);
        }
    }
}
