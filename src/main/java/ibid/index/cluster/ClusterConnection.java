package ibid.index.cluster;

import ibid.IbidException;
import ibid.index.cluster.NodeAttempts.NodeOutcome;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import javax.net.ssl.SSLHandshakeException;

/**
 * Asks the nodes of a cluster in turn. Where one fails or is silent, the request is sent once more to the next; all
 * requests of Ibid may be repeated. Threads may share it.
 */
final class ClusterConnection implements AutoCloseable {

    private static final Duration CHANGE = Duration.ofSeconds(60);
    private static final Duration LEAST_SLOW = Duration.ofMillis(100); // a pause for a node's memory is no fault

    /** A node that cannot serve now, while another may. */
    private static final Set<Integer> ANOTHER_NODE_MAY = Set.of(429, 500, 502, 503, 504);

    private final ClusterAddress address;
    private final Duration readTime;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final NodeClient client;
    private final ClusterNodes nodes;
    private final NodeWatch watch;
    private final ResponseTime reads = new ResponseTime(LEAST_SLOW);
    private final ResponseTime changes = new ResponseTime(CHANGE); // one that is slow is left alone

    /** @param readTime how long a node may take to read */
    ClusterConnection(ClusterAddress address, Duration readTime) {
        this.address = address;
        this.readTime = readTime;
        this.client = new NodeClient(address);
        this.nodes = new ClusterNodes(address.nodes());
        this.watch = new NodeWatch(client, nodes, threads);
    }

    /**
     * What the cluster says; a 404 is returned too.
     *
     * @throws IbidException BUSY if it refuses, fails or does not answer
     */
    NodeReply read(NodeRequest request) {
        return read(preference -> request);
    }

    /**
     * The same of its shards.
     *
     * @param request for a preference of nodes, if there is one
     */
    NodeReply read(Function<Optional<String>, NodeRequest> request) {
        return send(request, readTime, reads);
    }

    /** The same of a request that changes something. */
    NodeReply change(NodeRequest request) {
        return send(preference -> request, CHANGE, changes);
    }

    /** A request that was sent before a node fell silent is sent again; the first reply is taken. */
    private NodeReply send(Function<Optional<String>, NodeRequest> request, Duration limit, ResponseTime usual) {
        watch.identify();
        List<URI> well = nodes.well();
        URI asked = nodes.next(Optional.empty());
        long start = System.nanoTime();
        try (NodeAttempts attempts = new NodeAttempts(threads)) {
            attempts.begin(() -> ask(asked, request, limit));
            Optional<NodeOutcome> first = attempts.next(usual.atMost());
            if (first.isEmpty() && !watch.isAnySilentOf(well)) {
                first = Optional.of(attempts.next());
            }
            if (first.isPresent() && first.get() instanceof NodeOutcome.Answered(NodeReply reply)) {
                usual.took(Duration.ofNanos(System.nanoTime() - start));
                return accepted(reply);
            }
            URI another = nodes.next(Optional.of(asked));
            attempts.begin(() -> ask(another, request, limit));
            return accepted(firstReply(attempts, first.isPresent() ? 1 : 2));
        }
    }

    /** The first reply of so many attempts, or the last failure. */
    private NodeReply firstReply(NodeAttempts attempts, int count) {
        NodeOutcome outcome = attempts.next();
        for (int more = count - 1; more > 0 && outcome instanceof NodeOutcome.Failed; more--) {
            outcome = attempts.next();
        }
        return switch (outcome) {
            case NodeOutcome.Answered(NodeReply reply) -> reply;
            case NodeOutcome.Failed(String reason) -> throw busy(reason);
        };
    }

    private NodeOutcome ask(URI node, Function<Optional<String>, NodeRequest> request, Duration limit) {
        try {
            NodeReply reply = client.send(node, request.apply(nodes.preference()), limit);
            if (ANOTHER_NODE_MAY.contains(reply.status())) {
                return new NodeOutcome.Failed(node.getAuthority() + " says " + reply.reason());
            }
            nodes.answered(node);
            return new NodeOutcome.Answered(reply);
        } catch (InterruptedIOException cutOff) {
            return new NodeOutcome.Failed(node.getAuthority() + " " + cutOff.getMessage());
        } catch (IOException failed) {
            boolean isConnected =
                    failed instanceof HttpTimeoutException && !(failed instanceof HttpConnectTimeoutException);
            if (!isConnected || nodes.areAllWell()) { // else it may have waited for another
                nodes.failed(node);
            }
            return new NodeOutcome.Failed(node.getAuthority() + " " + reason(failed));
        }
    }

    private NodeReply accepted(NodeReply reply) {
        if (reply.status() == 401 || reply.status() == 403) {
            throw busy("it refuses this user: " + reply.reason());
        }
        if (reply.status() >= 400 && reply.isFound()) {
            throw busy(reply.reason());
        }
        return reply;
    }

    IbidException busy(String failure) {
        return new IbidException(
                IbidException.Code.BUSY,
                "the search cluster at " + address.place() + " does not answer (" + failure
                        + "); ask again in a moment, or see ./ibid doctor");
    }

    private static String reason(IOException failure) {
        return switch (failure) {
            case HttpTimeoutException silent -> "is silent";
            case ConnectException refused -> "cannot be reached";
            case SSLHandshakeException untrusted -> "is not trusted: " + untrusted.getMessage();
            default -> failure.toString();
        };
    }

    @Override
    public void close() {
        threads.shutdownNow();
        client.close();
    }
}
