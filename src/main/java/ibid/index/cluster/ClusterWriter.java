package ibid.index.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Writes passages into a generation. A key is of a passage's content, so that writing it again changes nothing, and
 * what is not removed yet is found under a key that nobody knows any more. Not thread-safe.
 */
public final class ClusterWriter {

    /** Some 12 KB each: two vectors as text, the others in half precision. */
    private static final int BULK_PASSAGES = 200;

    private static final int PAGE = 1000;
    private static final int REMOVED_AT_ONCE = 200; // articles named in one request
    private static final int MAX_SAMPLES = 5;

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final ClusterConnection connection;
    private final ClusterGeneration generation;
    private final String articleField;
    private final StringBuilder bulk = new StringBuilder();
    private final List<ClusterPassage> samples = new ArrayList<>();
    private final Set<String> written = new HashSet<>();
    private final Set<String> removed = new HashSet<>();
    private int waiting;

    ClusterWriter(ClusterConnection connection, ClusterGeneration generation, String articleField) {
        this.connection = connection;
        this.generation = generation;
        this.articleField = articleField;
    }

    void add(ClusterPassage passage) {
        ObjectNode action = JSON.objectNode();
        action.putObject("index").put("_id", passage.key());
        bulk.append(action).append('\n').append(passage.body()).append('\n');
        written.add(passage.key());
        if (samples.size() < MAX_SAMPLES) {
            samples.add(passage);
        }
        waiting++;
        if (waiting >= BULK_PASSAGES) {
            flush();
        }
    }

    /** Keeps a passage that is there already. */
    public void keep(String key) {
        written.add(key);
    }

    /** Those of the article that are not written in the same change are removed after it. */
    public void removeArticle(String article) {
        removed.add(article);
    }

    /** Sends what waits. */
    public void flush() {
        if (waiting == 0) {
            return;
        }
        NodeReply reply = connection.change(NodeRequest.post(path("_bulk"), bulk.toString()));
        if (!reply.isFound() || reply.body().path("errors").asBoolean(true)) {
            throw connection.busy("it did not take passages: " + firstError(reply));
        }
        bulk.setLength(0);
        waiting = 0;
    }

    private static String firstError(NodeReply reply) {
        for (JsonNode item : reply.body().path("items")) {
            JsonNode error = item.path("index").path("error");
            if (!error.isMissingNode()) {
                return error.path("type").asText() + " " + error.path("reason").asText();
            }
        }
        return reply.reason();
    }

    private String path(String action) {
        return "/" + generation.index() + "/" + action;
    }

    /**
     * Makes what was written findable, and verifies it: the index is the one that was begun, holds as many passages and
     * finds some of them by their own vectors.
     */
    void verify(ClusterSearch search) {
        flush();
        connection.change(NodeRequest.post(path("_refresh"), ""));
        long count = count();
        if (count < written.size()) {
            throw connection.busy(
                    "it holds " + count + " of the " + written.size() + " passages written to " + generation.index());
        }
        for (ClusterPassage sample : samples) {
            if (!search.finds(generation, sample)) {
                throw connection.busy("it does not find " + sample.key() + " in " + generation.index());
            }
        }
    }

    long count() {
        NodeReply reply = connection.read(NodeRequest.get(path("_count"))::preferring);
        return reply.body().path("count").asLong(-1);
    }

    /** Removes what the change replaced or removed for good, from the generation that is kept as well. */
    public void removeOld() {
        List<String> articles = List.copyOf(removed);
        for (int from = 0; from < articles.size(); from += REMOVED_AT_ONCE) {
            removeOld(Set.copyOf(articles.subList(from, Math.min(articles.size(), from + REMOVED_AT_ONCE))));
        }
        removed.clear();
    }

    private void removeOld(Set<String> articles) {
        ObjectNode request = JSON.objectNode();
        ObjectNode bool = request.putObject("query").putObject("bool");
        ArrayNode gone = bool.putArray("filter").addObject().putObject("terms").putArray(articleField);
        articles.forEach(gone::add);
        ArrayNode kept = bool.putArray("must_not").addObject().putObject("ids").putArray("values");
        written.stream()
                .filter(key -> articles.contains(ClusterPassage.article(key)))
                .forEach(kept::add);
        String all = "/" + generation.siblings() + "/_delete_by_query?conflicts=proceed&refresh=true";
        connection.change(NodeRequest.post(all, request.toString()));
    }

    /** Removes what an update that was cut off left, if it was written before that time. */
    void sweep(Predicate<String> isKnown, long before) {
        ObjectNode request = JSON.objectNode().put("size", PAGE).put("_source", false);
        request.putObject("query")
                .putObject("range")
                .putObject(ClusterSchema.WRITTEN)
                .put("lt", before);
        NodeReply page = connection.change(NodeRequest.post(path("_search?scroll=1m"), request.toString()));
        while (!page.body().path("hits").path("hits").isEmpty()) {
            delete(unknown(page, isKnown));
            ObjectNode next = JSON.objectNode().put("scroll", "1m");
            next.set("scroll_id", page.body().path("_scroll_id"));
            page = connection.change(NodeRequest.post("/_search/scroll", next.toString()));
        }
    }

    private static List<String> unknown(NodeReply page, Predicate<String> isKnown) {
        List<String> keys = new ArrayList<>();
        for (JsonNode hit : page.body().path("hits").path("hits")) {
            String key = hit.path("_id").asText();
            if (!isKnown.test(key)) {
                keys.add(key);
            }
        }
        return keys;
    }

    private void delete(List<String> keys) {
        if (keys.isEmpty()) {
            return;
        }
        StringBuilder actions = new StringBuilder();
        for (String key : keys) {
            ObjectNode action = JSON.objectNode();
            action.putObject("delete").put("_id", key);
            actions.append(action).append('\n');
        }
        connection.change(NodeRequest.post(path("_bulk?refresh=true"), actions.toString()));
    }
}
