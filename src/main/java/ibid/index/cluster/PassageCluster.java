package ibid.index.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ibid.IbidException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.apache.lucene.document.Document;
import org.apache.lucene.search.Query;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The passages of a collection in an OpenSearch cluster. An embedded index without vectors belongs to one generation of
 * it, which its format names, and searches that one. Threads may share it.
 */
public final class PassageCluster implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PassageCluster.class);

    private final ClusterAddress address;
    private final ClusterSchema schema;
    private final String articleField;
    private final ClusterConnection connection;
    private final ClusterGenerations generations;
    private final ClusterSearch search;
    private volatile Optional<ClusterGeneration> target = Optional.empty();
    private volatile boolean followed;

    /**
     * @param articleField the field with a passage's article
     * @param rules        by which passages are read, cut and embedded; those of others are in other indexes
     * @param searchTime   how long a node may take for a search
     */
    public PassageCluster(
            ClusterAddress address, ClusterSchema schema, String articleField, String rules, Duration searchTime) {
        this.address = address;
        this.schema = schema;
        this.articleField = articleField;
        this.connection = new ClusterConnection(address, searchTime);
        this.generations = new ClusterGenerations(connection, address, schema, rules);
        this.search = new ClusterSearch(connection, schema, searchTime);
    }

    /**
     * Chooses the generation that is written next: the one that answers, or a new one. While the cluster does not
     * answer, the last one chosen stays, so that what needs no cluster goes on: removals.
     */
    public void choose(boolean rebuild) {
        try {
            Optional<ClusterGeneration> current = generations.current();
            if (rebuild) {
                target = Optional.of(generations.next(current));
            } else {
                target = Optional.of(current.orElseGet(generations::first));
            }
        } catch (IbidException silent) {
            if (rebuild || target.isEmpty()) {
                throw silent;
            }
            LOG.warn("{}", silent.getMessage());
        }
    }

    /** The name of the collection that is read, cut and embedded by these rules. */
    public String collection() {
        return generations.alias();
    }

    /** Searches that generation, which another Ibid writes. */
    public void follow(ClusterGeneration generation) {
        target = Optional.of(generation);
        followed = true;
    }

    /** Whether another Ibid writes the passages, and this one only takes in what is there. */
    public void follow(boolean another) {
        followed = another;
    }

    public boolean isFollowed() {
        return followed;
    }

    /** What the format of records ends in that belong to the chosen generation. */
    public String label() {
        return target.map(ClusterGeneration::label).orElse("");
    }

    /**
     * Whether the chosen generation has all these passages; not if it does not answer, which a write will report.
     *
     * @throws IbidException BUSY if it has not, and another Ibid writes them
     */
    public boolean holds(List<String> keys) {
        boolean hasAll = hasAll(keys);
        if (!hasAll && followed && !keys.isEmpty()) {
            throw connection.busy("the Ibid that writes its passages has not sent all of them yet");
        }
        return hasAll;
    }

    private boolean hasAll(List<String> keys) {
        if (target.isEmpty() || keys.isEmpty()) {
            return false;
        }
        ObjectNode request = JsonNodeFactory.instance.objectNode();
        ArrayNode ids = request.putArray("ids");
        keys.forEach(ids::add);
        NodeRequest documents =
                NodeRequest.post("/" + target.get().index() + "/_mget?_source=false", request.toString());
        try {
            JsonNode found = connection.read(documents::preferring).body().path("docs");
            int count = 0;
            for (JsonNode one : found) {
                count += one.path("found").asBoolean() ? 1 : 0;
            }
            return count == keys.size();
        } catch (IbidException silent) {
            LOG.debug("whether passages are there is unknown", silent);
            return false;
        }
    }

    /** Writes into the chosen generation. */
    public ClusterWriter writer() {
        return new ClusterWriter(connection, target.orElseThrow(), articleField);
    }

    /** Adds a passage to what a writer sends. */
    public void add(ClusterWriter writer, String key, Document passage) {
        writer.add(new ClusterPassage(key, schema.of(passage).put(ClusterSchema.WRITTEN, System.currentTimeMillis())));
    }

    /** Verifies what was written, and lets its generation answer if it does not yet. */
    public void publish(ClusterWriter writer) {
        writer.verify(search);
        generations.publish(target.orElseThrow());
    }

    /**
     * Removes what updates that were cut off left, if the generation holds more passages than it should.
     *
     * @param known  the document of a key that is known
     * @param count  how many passages there should be
     * @param before what was written later, in milliseconds since 1970, may be another Ibid's that is ahead
     */
    public void sweep(Function<String, OptionalInt> known, long count, long before) {
        ClusterWriter writer = writer();
        if (writer.count() > count) {
            writer.sweep(key -> known.apply(key).isPresent(), before);
        }
    }

    /**
     * Searches a generation.
     *
     * @param words empty if there are none to search for
     * @throws IbidException BUSY if the cluster does not answer in 2.8 s
     */
    public ClusterHits find(
            ClusterGeneration generation, Optional<Query> words, Query allowed, float[] vector, int depth) {
        return search.find(generation, words, allowed, vector, depth);
    }

    /** Why not everything can be searched, with the mend; empty if it can. */
    public Optional<String> problem() {
        Optional<ClusterGeneration> chosen = target;
        if (chosen.isEmpty()) {
            return Optional.of("no generation of passages is chosen yet; wait a moment");
        }
        String path = "/_cluster/health/" + chosen.get().index() + "?timeout=0s&level=indices";
        JsonNode health = connection.read(NodeRequest.get(path)).body();
        return health.path("status").asText().equals("red")
                ? Optional.of("shards of " + chosen.get().index() + " are missing at " + address.place()
                        + ", answers are partial; start its nodes, or ./ibid index --rebuild")
                : Optional.empty();
    }

    /**
     * What the cluster is, in one line.
     *
     * @throws IbidException if it cannot be used, with the mend
     */
    public String examination() {
        JsonNode health =
                connection.read(NodeRequest.get("/_cluster/health?timeout=0s")).body();
        String version = connection
                .read(NodeRequest.get("/"))
                .body()
                .path("version")
                .path("number")
                .asText();
        JsonNode plugins =
                connection.read(NodeRequest.get("/_cat/plugins?format=json")).body();
        if (plugins.findValuesAsText("component").stream().noneMatch("opensearch-knn"::equals)) {
            throw new IbidException(
                    IbidException.Code.INVALID,
                    address.place() + " has no k-NN plugin; install opensearch-knn on each node and restart it");
        }
        if (health.path("status").asText().equals("red")) {
            throw new IbidException(
                    IbidException.Code.BUSY,
                    address.place() + " is red, shards are missing; start its nodes, or ./ibid index --rebuild");
        }
        int nodes = health.path("number_of_nodes").asInt();
        String advice = nodes < 3 ? "; with fewer than three the loss of one may stop writing" : "";
        String passages = generations
                .current()
                .map(one -> new ClusterWriter(connection, one, articleField).count() + " passages in " + one.index())
                .orElse("no passages yet; ./ibid index makes them, and so does ./ibid serve");
        return "OpenSearch " + version + " at " + address.place() + ", "
                + health.path("status").asText() + ", " + nodes + " nodes" + advice + "; " + passages;
    }

    @Override
    public void close() {
        connection.close();
    }
}
