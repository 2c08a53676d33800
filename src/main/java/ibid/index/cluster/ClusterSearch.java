package ibid.index.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.search.Query;

/** Searches a generation by words and by vectors, both in one request. Threads may share it. */
final class ClusterSearch {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** Part of a node's time after which a slow shard is left out, and the answer says so. */
    private static final double SHARD_SHARE = 0.8;

    /** HNSW looks at as many candidates as it is to find; with twice as many it misses fewer of the nearest. */
    private static final int CANDIDATES = 2;

    private final ClusterConnection connection;
    private final QueryJson queries;
    private final String vectorField;
    private final String fetchedField;
    private final String shardTime;

    ClusterSearch(ClusterConnection connection, ClusterSchema schema, Duration time) {
        this.connection = connection;
        this.queries = new QueryJson(schema);
        this.vectorField = schema.field(FieldType.Vector.class);
        this.shardTime = Math.round(SHARD_SHARE * time.toMillis()) + "ms";
        this.fetchedField = schema.field(FieldType.Bytes.class);
    }

    /** @param words empty if there are none to search for */
    ClusterHits find(ClusterGeneration generation, Optional<Query> words, Query allowed, float[] vector, int depth) {
        Optional<ObjectNode> first = words.map(query -> page(queries.of(query), depth));
        ObjectNode second = page(nearest(vector, queries.of(allowed), depth), depth);
        NodeReply reply = connection.read(preference -> {
            ObjectNode index = JSON.objectNode().put("index", generation.index());
            preference.ifPresent(nodes -> index.put("preference", nodes));
            // Weights of words of the whole collection, not of each shard: as in one index.
            ObjectNode whole = index.deepCopy().put("search_type", "dfs_query_then_fetch");
            String byWords = first.map(page -> whole + "\n" + page + "\n").orElse("");
            return NodeRequest.post("/_msearch", byWords + index + "\n" + second + "\n");
        });
        JsonNode responses = reply.body().path("responses");
        responses.forEach(this::require);
        JsonNode meaning = responses.path(responses.size() - 1);
        return new ClusterHits(
                words.isPresent() ? hits(responses.path(0), false) : List.of(),
                hits(meaning, true),
                isPartial(meaning) || isPartial(responses.path(0)));
    }

    private void require(JsonNode response) {
        if (response.has("error")) {
            NodeReply reply = new NodeReply(response.path("status").asInt(), response);
            throw connection.busy(reply.reason());
        }
    }

    private static boolean isPartial(JsonNode response) {
        return response.path("timed_out").asBoolean()
                || response.path("_shards").path("failed").asInt() > 0;
    }

    private ObjectNode page(ObjectNode query, int size) {
        ObjectNode page =
                JSON.objectNode().put("size", size).put("timeout", shardTime).put("track_total_hits", false);
        page.putArray("_source").add(fetchedField);
        page.set("query", query);
        return page;
    }

    /** The filter belongs inside, or the nearest passages that it admits would be missed. */
    private ObjectNode nearest(float[] vector, ObjectNode filter, int depth) {
        ObjectNode query = JSON.objectNode();
        ObjectNode nearest = query.putObject("knn").putObject(vectorField);
        ArrayNode numbers = nearest.putArray("vector");
        for (float number : vector) {
            numbers.add(number);
        }
        nearest.put("k", CANDIDATES * depth).set("filter", filter);
        return query;
    }

    private List<ClusterHits.ClusterHit> hits(JsonNode response, boolean areCosines) {
        List<ClusterHits.ClusterHit> hits = new ArrayList<>();
        for (JsonNode hit : response.path("hits").path("hits")) {
            float score = hit.path("_score").floatValue();
            String sentences = hit.path("_source").path(fetchedField).asText();
            hits.add(new ClusterHits.ClusterHit(
                    hit.path("_id").asText(),
                    areCosines ? 2 * score - 1 : score, // Lucene scores a cosine as (1 + cosine) / 2
                    Base64.getDecoder().decode(sentences)));
        }
        return hits;
    }

    /** Whether the passage is among the nearest to its own vector. */
    boolean finds(ClusterGeneration generation, ClusterPassage passage) {
        ArrayNode vector = (ArrayNode) passage.body().path(vectorField);
        float[] numbers = new float[vector.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = vector.get(i).floatValue();
        }
        ObjectNode same = JSON.objectNode();
        same.putObject("ids").putArray("values").add(passage.key());
        ObjectNode page = page(nearest(numbers, same, 1), 1);
        NodeRequest search = NodeRequest.post("/" + generation.index() + "/_search", page.toString());
        NodeReply reply = connection.read(search::preferring);
        return hits(reply.body(), true).stream()
                .map(ClusterHits.ClusterHit::key)
                .anyMatch(passage.key()::equals);
    }
}
