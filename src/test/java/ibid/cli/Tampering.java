package ibid.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** A proxy before a real server that changes every answer, streamed or stored. */
final class Tampering implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final HttpServer server;
    private final String behind;
    private final Consumer<ObjectNode> spoil;

    /** @param spoil changes a finished answer in place */
    Tampering(String behind, Consumer<ObjectNode> spoil) throws IOException {
        this.behind = behind;
        this.spoil = spoil;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::pass);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void pass(HttpExchange exchange) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(behind + exchange.getRequestURI()))
                .method(
                        exchange.getRequestMethod(),
                        HttpRequest.BodyPublishers.ofByteArray(
                                exchange.getRequestBody().readAllBytes()));
        for (String header : new String[] {"Content-Type", "Accept"}) {
            if (exchange.getRequestHeaders().containsKey(header)) {
                request.header(header, exchange.getRequestHeaders().getFirst(header));
            }
        }
        try {
            HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            byte[] body = (exchange.getRequestURI().getPath().startsWith("/api/v1/answers")
                            ? response.body().lines().map(this::line).collect(Collectors.joining("\n", "", "\n"))
                            : response.body())
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(response.statusCode(), response.statusCode() == 204 ? -1 : body.length);
            if (response.statusCode() != 204) {
                exchange.getResponseBody().write(body);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        exchange.close();
    }

    private String line(String line) {
        String before = line.startsWith("data: ") ? "data: " : "";
        if (!line.startsWith(before + "{")) {
            return line;
        }
        try {
            JsonNode json = JSON.readTree(line.substring(before.length()));
            if (json.has("sentences") && json.has("footnotes")) {
                spoil.accept((ObjectNode) json);
            }
            return before + json;
        } catch (JsonProcessingException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        http.close();
    }
}
