package ibid.serve;

import ibid.article.ArticleId;
import ibid.search.SearchFilters;
import io.javalin.http.Context;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** The body of {@code POST /answers}; fields left out are null until {@link #checked}. */
record AnswerRequest(String question, String conversationId, Narrowed filters, String asOf, Boolean provisional) {

    static final int MAX_QUESTION = 2000;
    private static final int MAX_LIST = 100;

    /** The filters as JSON has them. */
    record Narrowed(List<String> publishers, List<String> articles, String publishedFrom, String publishedTo) {

        SearchFilters filters() {
            List<ArticleId> ids = list("filters.articles", articles).stream()
                    .map(Narrowed::id)
                    .toList();
            LocalDate from = publishedFrom == null ? LocalDate.MIN : Json.date("filters.published_from", publishedFrom);
            LocalDate to = publishedTo == null ? LocalDate.MAX : Json.date("filters.published_to", publishedTo);
            if (from.isAfter(to)) throw Json.invalid("“filters.published_from” is after “filters.published_to”");
            return new SearchFilters(list("filters.publishers", publishers), ids, from, to);
        }

        private static List<String> list(String field, List<String> values) {
            if (values == null) return List.of();
            if (values.size() > MAX_LIST || values.contains(null))
                throw Json.invalid("“" + field + "” must be a list of at most " + MAX_LIST + " texts");
            return values;
        }

        private static ArticleId id(String value) {
            try {
                return new ArticleId(value);
            } catch (IllegalArgumentException wrong) {
                throw Json.invalid("“" + value
                        + "” in “filters.articles” is not an article's id; GET /api/v1/articles lists them");
            }
        }
    }

    /** The filters as a query string has them, each list by repeating its name. */
    static SearchFilters filters(Context context) {
        Narrowed narrowed = new Narrowed(
                several(context, "publishers"),
                several(context, "articles"),
                context.queryParam("published_from"),
                context.queryParam("published_to"));
        return new AnswerRequest("", null, narrowed, context.queryParam("as_of"), null).allFilters();
    }

    /** The names {@link #filters(Context)} reads, after others. */
    static String[] filterParameters(String... others) {
        return Stream.concat(
                        Stream.of(others),
                        Stream.of("publishers", "articles", "published_from", "published_to", "as_of"))
                .toArray(String[]::new);
    }

    private static List<String> several(Context context, String name) {
        return context.queryParams(name).isEmpty() ? null : context.queryParams(name);
    }

    AnswerRequest checked() {
        if (question == null || question.isBlank()) throw Json.invalid("“question” is missing or empty");
        if (question.length() > MAX_QUESTION)
            throw Json.invalid("the question is longer than " + MAX_QUESTION + " characters; ask a shorter one");
        return this;
    }

    SearchFilters allFilters() {
        SearchFilters chosen = filters == null ? SearchFilters.NONE : filters.filters();
        return asOf == null ? chosen : chosen.asOf(Json.date("as_of", asOf));
    }
}
