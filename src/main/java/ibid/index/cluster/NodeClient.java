package ibid.index.cluster;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Sends a request to one node, as the user that the address names. Threads may share it. */
final class NodeClient implements AutoCloseable {

    private static final Duration CONNECT = Duration.ofSeconds(1);

    private final ClusterAddress.Login login;
    private final HttpClient http;

    NodeClient(ClusterAddress address) {
        login = address.login();
        HttpClient.Builder client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(CONNECT);
        address.authority().ifPresent(file -> client.sslContext(TrustedAuthority.context(file)));
        http = client.build();
    }

    /**
     * Sends and waits. The node stops working on what takes too long or is interrupted, as its connection is closed.
     *
     * @param limit for the whole reply; the limit of Java's client ends with the headers
     * @throws HttpTimeoutException if it is over
     */
    NodeReply send(URI node, NodeRequest request, Duration limit) throws IOException {
        CompletableFuture<HttpResponse<byte[]>> exchange =
                http.sendAsync(of(node, request), HttpResponse.BodyHandlers.ofByteArray());
        try {
            HttpResponse<byte[]> response = exchange.get(limit.toNanos(), TimeUnit.NANOSECONDS);
            return NodeReply.of(response.statusCode(), response.body());
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof IOException broken ? broken : new IOException(failed.getCause());
        } catch (TimeoutException silent) {
            throw new HttpTimeoutException("no reply in " + limit.toMillis() + " ms");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("not needed any more");
        } finally {
            exchange.cancel(true); // does nothing to one that is done
        }
    }

    private HttpRequest of(URI node, NodeRequest request) {
        HttpRequest.Builder http =
                HttpRequest.newBuilder(node.resolve(request.path())).header("Content-Type", request.contentType());
        if (!login.key().isEmpty()) {
            http.header("Authorization", "Bearer " + login.key());
        } else if (!login.user().isEmpty()) {
            byte[] pair = (login.user() + ":" + login.password()).getBytes(StandardCharsets.UTF_8);
            http.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair));
        }
        String body = request.body();
        return http.method(
                        request.method(),
                        body.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    @Override
    public void close() {
        http.shutdownNow(); // a frozen node would be waited for
        http.close();
    }
}
