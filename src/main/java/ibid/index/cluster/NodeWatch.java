package ibid.index.cluster;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Finds out beside the requests which nodes are silent, and by which ids the cluster knows them. Thread-safe. */
final class NodeWatch {

    private static final Duration SIGN_OF_LIFE = Duration.ofMillis(300); // which takes some 2 ms
    private static final NodeRequest ALIVE = NodeRequest.get("/");
    private static final NodeRequest ITSELF = NodeRequest.get("/_nodes/_local/http");

    private final NodeClient client;
    private final ClusterNodes nodes;
    private final ExecutorService threads;

    NodeWatch(NodeClient client, ClusterNodes nodes, ExecutorService threads) {
        this.client = client;
        this.nodes = nodes;
        this.threads = threads;
    }

    /**
     * Whether any of these is silent: a node that was asked may wait for another. Those that give no sign of life are
     * passed over until they do.
     */
    boolean isAnySilentOf(List<URI> some) {
        Map<URI, Future<Boolean>> signs = new LinkedHashMap<>();
        nodes.well().forEach(node -> signs.put(node, threads.submit(() -> isAlive(node))));
        long end = System.nanoTime() + SIGN_OF_LIFE.toNanos();
        signs.forEach((node, sign) -> {
            if (!isGivenBefore(end, sign)) {
                nodes.failed(node);
            }
        });
        return !nodes.well().containsAll(some);
    }

    /** Waits longer than anybody looks at it, so that a node is not passed over any more once it goes on. */
    private boolean isAlive(URI node) {
        try {
            client.send(node, ALIVE, ClusterNodes.PASSED_OVER);
            nodes.answered(node);
            return true;
        } catch (IOException silent) {
            return false;
        }
    }

    private static boolean isGivenBefore(long end, Future<Boolean> sign) {
        try {
            return sign.get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException silent) {
            return false;
        } catch (ExecutionException broken) {
            throw new IllegalStateException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CancellationException("a look at the search cluster was stopped");
        }
    }

    /** Learns the ids that are not known yet. Not every user may ask for them; then searches have no preference. */
    void identify() {
        for (URI node : nodes.unnamed()) {
            nodes.name(node, "");
            threads.execute(() -> learnId(node));
        }
    }

    private void learnId(URI node) {
        try {
            NodeReply reply = client.send(node, ITSELF, ClusterNodes.PASSED_OVER);
            Iterator<String> ids = reply.body().path("nodes").fieldNames();
            nodes.name(node, ids.hasNext() ? ids.next() : "");
        } catch (IOException silent) {
            nodes.forget(node); // it is asked again
        }
    }
}
