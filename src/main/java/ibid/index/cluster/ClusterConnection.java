package ibid.index.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import ibid.IbidException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLHandshakeException;

/**
 * Asks the nodes of a cluster in turn. A node that fails or is silent is passed over for some seconds, and its request
 * is sent once more to the next; all requests of Ibid may be repeated. Threads may share it.
 */
final class ClusterConnection implements AutoCloseable {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Duration CONNECT = Duration.ofSeconds(1);
    private static final Duration CHANGE = Duration.ofSeconds(60);
    private static final long PASSED_OVER_NANOS = Duration.ofSeconds(10).toNanos(); // a restart takes some 20 s
    private static final int ATTEMPTS = 2;
    private static final int MAX_REASON_CHARS = 300;

    /** A node that cannot serve now, while another may. */
    private static final Set<Integer> ANOTHER_NODE_MAY = Set.of(429, 500, 502, 503, 504);

    private final ClusterAddress address;
    private final Duration searchTime;
    private final HttpClient http;
    private final AtomicInteger turn = new AtomicInteger();
    private final Map<URI, Long> failedAt = new ConcurrentHashMap<>();

    /** @param searchTime how long a node may take for a search */
    ClusterConnection(ClusterAddress address, Duration searchTime) {
        this.address = address;
        this.searchTime = searchTime;
        HttpClient.Builder client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(CONNECT);
        address.authority().ifPresent(file -> client.sslContext(TrustedAuthority.context(file)));
        this.http = client.build();
    }

    /** What a node is asked for, which decides how long it may take. */
    enum NodeTime {
        SEARCH,
        CHANGE
    }

    /** What a node answered. */
    record NodeReply(int status, JsonNode body) {

        boolean isFound() {
            return status != 404;
        }

        String reason() {
            JsonNode error = body.path("error");
            String reason = error.path("reason").asText(error.isMissingNode() ? "" : error.toString());
            String type = error.path("type").asText("");
            String text = (status + " " + type + " " + reason).strip();
            return text.length() <= MAX_REASON_CHARS ? text : text.substring(0, MAX_REASON_CHARS);
        }
    }

    /**
     * What the cluster says; a 404 is returned too.
     *
     * @throws IbidException BUSY if it refuses, fails or does not answer
     */
    NodeReply send(String method, String path, String body, NodeTime limit) {
        String failure = "";
        for (URI node : nodes()) {
            try {
                NodeReply reply = send(node, method, path, body, limit);
                if (!ANOTHER_NODE_MAY.contains(reply.status())) {
                    failedAt.remove(node);
                    return accepted(reply);
                }
                failure = reply.reason();
            } catch (IOException silent) {
                failedAt.put(node, System.nanoTime());
                failure = node.getAuthority() + " " + reason(silent);
            }
        }
        throw busy(failure);
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

    /** Two of them, those that did not fail lately first. */
    private List<URI> nodes() {
        List<URI> nodes = address.nodes();
        int first = Math.floorMod(turn.getAndIncrement(), nodes.size());
        List<URI> ordered = new ArrayList<>();
        List<URI> failed = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i++) {
            URI node = nodes.get((first + i) % nodes.size());
            (isPassedOver(node) ? failed : ordered).add(node);
        }
        ordered.addAll(failed);
        if (ordered.size() == 1) {
            ordered.add(ordered.getFirst()); // it may have closed an idle connection
        }
        return ordered.subList(0, ATTEMPTS);
    }

    private boolean isPassedOver(URI node) {
        Long failed = failedAt.get(node);
        return failed != null && System.nanoTime() - failed < PASSED_OVER_NANOS;
    }

    private NodeReply send(URI node, String method, String path, String body, NodeTime limit) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(node.resolve(path))
                .timeout(limit == NodeTime.SEARCH ? searchTime : CHANGE)
                .header(
                        "Content-Type",
                        path.contains("/_bulk") || path.contains("/_msearch")
                                ? "application/x-ndjson"
                                : "application/json");
        authorize(request);
        HttpRequest.BodyPublisher publisher =
                body.isEmpty() ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body);
        try {
            HttpResponse<byte[]> response =
                    http.send(request.method(method, publisher).build(), HttpResponse.BodyHandlers.ofByteArray());
            return new NodeReply(response.statusCode(), parsed(response.body()));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CancellationException("a request to the search cluster was stopped");
        }
    }

    private static JsonNode parsed(byte[] body) throws IOException {
        return body.length == 0 ? MAPPER.createObjectNode() : MAPPER.readTree(body);
    }

    private void authorize(HttpRequest.Builder request) {
        ClusterAddress.Login login = address.login();
        if (!login.key().isEmpty()) {
            request.header("Authorization", "Bearer " + login.key());
        } else if (!login.user().isEmpty()) {
            byte[] pair = (login.user() + ":" + login.password()).getBytes(StandardCharsets.UTF_8);
            request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair));
        }
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
        http.close();
    }
}
