package ibid.serve.collection;

import ibid.IbidException;
import ibid.api.AnswerRequest;
import ibid.search.SearchFilters;
import ibid.search.listing.ArticleProperty;
import ibid.search.listing.ArticleState;
import ibid.search.listing.ListFilters;
import ibid.search.listing.ListOrder;
import ibid.serve.http.Page;
import ibid.serve.http.QueryParameters;
import io.javalin.http.Context;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a request for the list of articles asks for. */
record ListParameters(String words, ListFilters filters, ListOrder order, int limit, int offset) {

    private static final int USUAL_LIMIT = 100;
    private static final List<String> STATES =
            Arrays.stream(ArticleState.values()).map(ArticleState::word).toList();
    private static final List<String> ORDERS =
            Arrays.stream(ListOrder.values()).map(ListParameters::word).toList();

    private static String word(ListOrder order) {
        return order.name().toLowerCase(Locale.ROOT);
    }

    static ListParameters of(Context context) {
        QueryParameters parameters =
                QueryParameters.withFilters(context, "q", "authors", "states", "sort", "limit", "offset");
        String words = words(parameters);
        return new ListParameters(
                words,
                filters(parameters),
                order(parameters, words),
                parameters.number("limit", USUAL_LIMIT, 1, Page.MAX_LIMIT),
                parameters.number("offset", 0, 0, Page.MAX_OFFSET));
    }

    private static String words(QueryParameters parameters) {
        String words = parameters.text("q").orElse("").strip();
        if (words.length() > AnswerRequest.MAX_QUESTION_CHARS) {
            throw invalid("“q” is longer than " + AnswerRequest.MAX_QUESTION_CHARS + " characters");
        }
        return words;
    }

    private static ListOrder order(QueryParameters parameters, String words) {
        ListOrder usual = words.isEmpty() ? ListOrder.NEWEST : ListOrder.RELEVANCE;
        String chosen = parameters.oneOf("sort", ORDERS, word(usual));
        ListOrder order = ListOrder.valueOf(chosen.toUpperCase(Locale.ROOT));
        if (order == ListOrder.RELEVANCE && words.isEmpty()) {
            throw invalid("“sort=relevance” needs words in “q”; without them sort by newest, oldest or title");
        }
        return order;
    }

    /** Dates are taken apart, because the counts by month obey {@code as_of} but not the days chosen. */
    private static ListFilters filters(QueryParameters parameters) {
        SearchFilters all = parameters.filters();
        LocalDate from = parameters.day("published_from").orElse(LocalDate.MIN);
        LocalDate to = parameters.day("published_to").orElse(LocalDate.MAX);
        LocalDate seen = parameters.day("as_of").orElse(LocalDate.MAX);
        return new ListFilters(
                new SearchFilters(List.of(), all.articles(), LocalDate.MIN, seen),
                new SearchFilters(List.of(), List.of(), from, to),
                ListFilters.wanted(Map.of(
                        ArticleProperty.PUBLISHER, all.publishers(),
                        ArticleProperty.AUTHOR, parameters.texts("authors"),
                        ArticleProperty.TOPIC, all.topics(),
                        ArticleProperty.LANGUAGE, all.languages(),
                        ArticleProperty.STATE, parameters.someOf("states", STATES))));
    }

    private static IbidException invalid(String message) {
        return new IbidException(IbidException.Code.INVALID, message);
    }
}
