package ibid.serve;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ibid.IbidException;
import ibid.article.Article;
import ibid.article.ArticleId;
import ibid.ask.SourceArticle;
import ibid.index.ArticleSummary;
import ibid.index.IndexSnapshot;
import ibid.index.PassageIndex;
import ibid.search.SearchFilters;
import io.javalin.http.Context;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The collection: its articles and their canonical text. */
final class ArticleRoutes {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final int MOST_VALUES = 100;

    private final PassageIndex index;

    ArticleRoutes(PassageIndex index) {
        this.index = index;
    }

    /** Those the filters admit, newest first, undated last, with how many of them there are by publisher, year, language and topic. */
    void list(Context context) {
        Json.knownParameters(context, AnswerRequest.filterParameters("limit", "offset"));
        SearchFilters filters = AnswerRequest.filters(context);
        int limit = Json.number(context, "limit", 100, 1, 1000);
        int offset = Json.number(context, "offset", 0, 0, 10_000_000);
        try (IndexSnapshot snapshot = index.snapshot()) {
            List<ArticleSummary> articles = snapshot.cards().stream()
                    .filter(article -> filters.admit(article.id(), article.imprint()))
                    .sorted(Comparator.comparing((ArticleSummary article) ->
                                    article.imprint().published())
                            .reversed()
                            .thenComparing(article -> article.id().value()))
                    .toList();
            ObjectNode json = JSON.createObjectNode().put("total", articles.size());
            ArrayNode page = json.putArray("articles");
            articles.stream()
                    .skip(offset)
                    .limit(limit)
                    .forEach(article -> page.add(ArticleJson.summary(new SourceArticle(
                            article.id(), article.imprint(), snapshot.copies().originOf(article.id())))));
            ObjectNode facets = json.putObject("facets");
            facet(
                    facets.putArray("publisher"),
                    articles.stream().map(article -> article.imprint().publisher()));
            facet(
                    facets.putArray("year"),
                    articles.stream()
                            .map(article -> article.imprint()
                                    .publishedOn()
                                    .map(day -> String.valueOf(day.getYear()))
                                    .orElse("")));
            facet(
                    facets.putArray("language"),
                    articles.stream().map(article -> article.imprint().language()));
            facet(facets.putArray("topic"), articles.stream().flatMap(article -> article.imprint().topics().stream()));
            Json.write(context, json);
        }
    }

    /** Most frequent first; what has none is counted under null. */
    private static void facet(ArrayNode json, Stream<String> values) {
        Map<String, Long> counts =
                values.collect(Collectors.groupingBy(value -> value, TreeMap::new, Collectors.counting()));
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .limit(MOST_VALUES)
                .forEach(entry -> json.addObject()
                        .put("value", entry.getKey().isEmpty() ? null : entry.getKey())
                        .put("articles", entry.getValue()));
    }

    void get(Context context) {
        try (IndexSnapshot snapshot = index.snapshot()) {
            Json.write(context, ArticleJson.details(article(snapshot, context.pathParam("id")), snapshot));
        }
    }

    void text(Context context) {
        try (IndexSnapshot snapshot = index.snapshot()) {
            Json.write(context, ArticleJson.text(article(snapshot, context.pathParam("id"))));
        }
    }

    private static Article article(IndexSnapshot snapshot, String id) {
        try {
            return snapshot.article(new ArticleId(id)).orElseThrow(() -> missing(id));
        } catch (IllegalArgumentException notAnId) {
            throw missing(id);
        }
    }

    private static IbidException missing(String id) {
        return new IbidException(IbidException.Code.NOT_FOUND, "no article “" + id + "” in the collection");
    }
}
