package ibid.serve;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ibid.ask.SourceArticle;
import ibid.log.TurnJson;
import ibid.search.Hit;
import ibid.search.Query;
import ibid.search.Ranking;
import ibid.search.Retriever;
import io.javalin.http.Context;

/** Ranked passages with the score of each leg. */
final class SearchRoutes {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Retriever retriever;

    SearchRoutes(Retriever retriever) {
        this.retriever = retriever;
    }

    void search(Context context) {
        Json.knownParameters(context, AnswerRequest.filterParameters("q", "limit"));
        String query = context.queryParam("q");
        if (query == null || query.isBlank())
            throw Json.invalid("“q” is missing or empty: /api/v1/search?q=your+words");
        if (query.length() > AnswerRequest.MAX_QUESTION)
            throw Json.invalid("“q” is longer than " + AnswerRequest.MAX_QUESTION + " characters");
        Ranking ranking = retriever.retrieve(
                new Query(query.strip(), AnswerRequest.filters(context)), Json.number(context, "limit", 10, 1, 100));
        ObjectNode json = JSON.createObjectNode().put("query", query.strip()).put("index", ranking.generation());
        ArrayNode passages = json.putArray("passages");
        ranking.hits().forEach(hit -> passages.add(passage(hit)));
        Json.write(context, json);
    }

    private static ObjectNode passage(Hit hit) {
        ObjectNode json =
                JSON.createObjectNode().put("passage_id", hit.passage().id().toString());
        json.set("article", TurnJson.source(SourceArticle.of(hit)));
        json.put(
                        "heading",
                        hit.passage().heading().isEmpty() ? null : hit.passage().heading())
                .put("text", hit.text())
                .put("start", hit.passage().span().start())
                .put("end", hit.passage().span().end())
                .put("score", hit.score());
        ObjectNode legs = json.putObject("legs");
        hit.legs()
                .forEach(leg -> legs.putObject(leg.name())
                        .put("score", leg.score())
                        .put("rank", leg.rank() == 0 ? null : leg.rank()));
        return json;
    }
}
