package ibid.index.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ibid.library.ContentHash;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The generations of a collection in a cluster. The alias names the one that answers; the one before it is kept, and
 * one that has a higher number is not finished. Those of other rules have other names. Threads may share it.
 */
final class ClusterGenerations {

    private static final int RULES_CHARS = 8; // of a hash: a collection sees a handful of rules in its life
    private static final String INDEX_ID = "index.uuid";

    private final ClusterConnection connection;
    private final ClusterSchema schema;
    private final int shards;
    private final String alias;

    /** @param rules by which passages were read, cut and embedded */
    ClusterGenerations(ClusterConnection connection, ClusterAddress address, ClusterSchema schema, String rules) {
        this.connection = connection;
        this.schema = schema;
        this.shards = address.nodes().size(); // so that each node takes part in a search
        String hash = ContentHash.of(rules.getBytes(StandardCharsets.UTF_8));
        this.alias = address.name() + "-" + hash.substring(0, RULES_CHARS);
    }

    /** A name for all generations of these rules. */
    String alias() {
        return alias;
    }

    /** The one that answers. */
    Optional<ClusterGeneration> current() {
        return generations(alias).stream().findFirst();
    }

    /** All of these rules, the newest first. */
    private List<ClusterGeneration> all() {
        return generations(alias + "-*");
    }

    private List<ClusterGeneration> generations(String pattern) {
        String path = "/" + pattern + "/_settings/" + INDEX_ID + "?flat_settings=true";
        NodeReply reply = connection.read(NodeRequest.get(path));
        List<ClusterGeneration> found = new ArrayList<>();
        if (reply.isFound()) {
            for (Iterator<Map.Entry<String, JsonNode>> at = reply.body().fields(); at.hasNext(); ) {
                Map.Entry<String, JsonNode> index = at.next();
                String id = index.getValue().path("settings").path(INDEX_ID).asText();
                found.add(new ClusterGeneration(index.getKey(), id));
            }
        }
        found.sort(Comparator.comparingInt(ClusterGeneration::number).reversed());
        return found;
    }

    /** The first one, or an unfinished first one that another Ibid began and that both fill. */
    ClusterGeneration first() {
        return all().stream().findFirst().orElseGet(() -> make(1));
    }

    /** An empty one after the newest; one that was not finished is deleted. */
    ClusterGeneration next(Optional<ClusterGeneration> current) {
        int last = 0;
        for (ClusterGeneration one : all()) {
            boolean isUnfinished =
                    one.number() > current.map(ClusterGeneration::number).orElse(0);
            if (isUnfinished) {
                delete(one);
            }
            last = Math.max(last, one.number());
        }
        return make(last + 1);
    }

    private ClusterGeneration make(int number) {
        String index = alias + "-" + number;
        connection.change(NodeRequest.put("/" + index, schema.index(shards).toString()));
        return generations(index).getFirst();
    }

    private void delete(ClusterGeneration generation) {
        connection.change(new NodeRequest("DELETE", "/" + generation.index(), ""));
    }

    /** Lets the generation answer from now on, in one step, and deletes those before the one that answered. */
    void publish(ClusterGeneration generation) {
        Optional<ClusterGeneration> before = current();
        if (before.equals(Optional.of(generation))) {
            return;
        }
        connection.change(
                NodeRequest.put("/" + generation.index() + "/_settings", "{\"index.refresh_interval\": null}"));
        ObjectNode request = JsonNodeFactory.instance.objectNode();
        ArrayNode actions = request.putArray("actions");
        before.ifPresent(one -> actions.add(action("remove", one)));
        actions.add(action("add", generation));
        connection.change(NodeRequest.post("/_aliases", request.toString()));
        int keep = before.map(ClusterGeneration::number).orElse(generation.number());
        all().stream().filter(one -> one.number() < keep).forEach(this::delete);
    }

    private ObjectNode action(String verb, ClusterGeneration generation) {
        ObjectNode action = JsonNodeFactory.instance.objectNode();
        action.putObject(verb).put("index", generation.index()).put("alias", alias);
        return action;
    }
}
