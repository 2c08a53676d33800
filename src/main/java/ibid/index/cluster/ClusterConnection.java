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
import java.util.Base64;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import javax.net.ssl.SSLHandshakeException;

/**
 * Asks the nodes of a cluster in turn. Where one fails or is silent, the request is sent once more to the next; all
 * requests of Ibid may be repeated. Threads may share it.
 */
final class ClusterConnection implements AutoCloseable {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Duration CONNECT = Duration.ofSeconds(1);
    private static final Duration CHANGE = Duration.ofSeconds(60);
    private static final Duration SIGN_OF_LIFE = Duration.ofMillis(300); // which takes some 2 ms
    private static final int ATTEMPTS = 2;
    private static final int MAX_REASON_CHARS = 300;

    /** A node that cannot serve now, while another may. */
    private static final Set<Integer> ANOTHER_NODE_MAY = Set.of(429, 500, 502, 503, 504);

    private final ClusterAddress address;
    private final Duration searchTime;
    private final HttpClient http;
    private final ClusterNodes nodes;

    /** @param searchTime how long a node may take for a search */
    ClusterConnection(ClusterAddress address, Duration searchTime) {
        this.address = address;
        this.nodes = new ClusterNodes(address.nodes());
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
        return send(method, path, preference -> body, limit);
    }

    /**
     * What the cluster finds.
     *
     * @param body for a preference of nodes, if there is one
     * @throws IbidException BUSY if it refuses, fails or does not answer
     */
    NodeReply search(String path, Function<Optional<String>, String> body) {
        return send("POST", path, body, NodeTime.SEARCH);
    }

    private NodeReply send(String method, String path, Function<Optional<String>, String> body, NodeTime limit) {
        String failure = "";
        Optional<URI> tried = Optional.empty();
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            URI node = nodes.next(tried);
            tried = Optional.of(node);
            try {
                NodeReply reply = send(node, method, path, body.apply(nodes.preference()), limit);
                if (!ANOTHER_NODE_MAY.contains(reply.status())) {
                    nodes.answered(node);
                    identify(node);
                    return accepted(reply);
                }
                failure = reply.reason();
            } catch (IOException failed) {
                boolean isSilent = failed instanceof HttpTimeoutException;
                if (isSilent && attempt + 1 < ATTEMPTS) {
                    passOverSilent(node);
                } else {
                    nodes.failed(node);
                }
                failure = node.getAuthority() + " " + reason(failed);
            }
        }
        throw busy(failure);
    }

    /** A node that was asked may have waited for another: those are passed over that give no sign of life. */
    private void passOverSilent(URI asked) {
        List<CompletableFuture<HttpResponse<Void>>> signs =
                nodes.all().stream().map(this::signOfLife).toList();
        boolean isFound = false;
        for (int i = 0; i < signs.size(); i++) {
            if (!isGiven(signs.get(i))) {
                nodes.failed(nodes.all().get(i));
                isFound = true;
            }
        }
        if (!isFound) {
            nodes.failed(asked);
        }
    }

    private CompletableFuture<HttpResponse<Void>> signOfLife(URI node) {
        HttpRequest.Builder request = HttpRequest.newBuilder(node.resolve("/")).timeout(SIGN_OF_LIFE);
        authorize(request);
        return http.sendAsync(request.build(), HttpResponse.BodyHandlers.discarding());
    }

    private static boolean isGiven(CompletableFuture<HttpResponse<Void>> sign) {
        try {
            sign.get();
            return true;
        } catch (ExecutionException silent) {
            return false;
        } catch (InterruptedException stopped) {
            throw stopped();
        }
    }

    private static CancellationException stopped() {
        Thread.currentThread().interrupt();
        return new CancellationException("a request to the search cluster was stopped");
    }

    /** Learns, beside the requests, by which id the cluster knows the node. Not every user may. */
    private void identify(URI node) {
        if (!nodes.isNamed(node)) {
            nodes.name(node, "");
            HttpRequest.Builder request =
                    HttpRequest.newBuilder(node.resolve("/_nodes/_local/http")).timeout(searchTime);
            authorize(request);
            http.sendAsync(request.build(), HttpResponse.BodyHandlers.ofByteArray())
                    .thenApply(ClusterConnection::onlyId)
                    .thenAccept(id -> nodes.name(node, id));
        }
    }

    private static String onlyId(HttpResponse<byte[]> response) {
        try {
            Iterator<String> ids = parsed(response.body()).path("nodes").fieldNames();
            return ids.hasNext() ? ids.next() : "";
        } catch (IOException unknown) { // then searches have no preference
            return "";
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
            throw stopped();
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
