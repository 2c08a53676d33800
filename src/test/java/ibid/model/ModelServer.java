package ibid.model;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/**
 * A fake model server on a free port. It sends the given replies, one per call, repeats the last one, and records the
 * requests.
 */
final class ModelServer implements AutoCloseable {

    private final HttpServer server;
    private final Deque<Reply> replies = new ArrayDeque<>();
    private final List<String> requests = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch closing = new CountDownLatch(1);

    /** Writes a complete response with its status line. */
    interface Reply {

        void to(HttpExchange exchange) throws IOException, InterruptedException;
    }

    ModelServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", this::answer);
        server.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
        requests.add(exchange.getRequestURI().getPath() + " "
                + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        Reply reply;
        synchronized (replies) {
            reply = replies.size() > 1 ? replies.removeFirst() : replies.getFirst();
        }
        try (exchange) {
            reply.to(exchange);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    ModelServer then(Reply reply) {
        replies.add(reply);
        return this;
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    List<String> requests() {
        return List.copyOf(requests);
    }

    /** An error response with a status, and headers as pairs. */
    static Reply status(int status, String body, String... headers) {
        return exchange -> {
            for (int i = 0; i < headers.length; i += 2) {
                exchange.getResponseHeaders().add(headers[i], headers[i + 1]);
            }
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        };
    }

    /** Lines sent one by one. */
    static Reply stream(String type, List<String> lines) {
        return exchange -> {
            open(exchange, type);
            for (String line : lines) {
                send(exchange.getResponseBody(), line);
            }
        };
    }

    /** Lines, and then nothing until the server closes. */
    Reply stall(List<String> lines) {
        return exchange -> {
            open(exchange, "text/event-stream");
            for (String line : lines) {
                send(exchange.getResponseBody(), line);
            }
            closing.await();
        };
    }

    /** Lines, and then the connection breaks in the middle of a chunk. */
    static Reply cut(List<String> lines) {
        return exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "text/event-stream");
            exchange.sendResponseHeaders(200, 100_000); // promised, never sent
            for (String line : lines) {
                send(exchange.getResponseBody(), line);
            }
        };
    }

    private static void open(HttpExchange exchange, String type) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", type);
        exchange.sendResponseHeaders(200, 0);
    }

    private static void send(OutputStream body, String line) throws IOException {
        body.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        body.flush();
    }

    /** OpenAI's stream: the pieces, and where there is a reason its end. */
    static List<String> openai(String reason, String... pieces) {
        List<String> lines = new ArrayList<>();
        for (String piece : pieces) {
            lines.add("data: {\"id\":\"x\",\"choices\":[{\"index\":0,\"delta\":{\"content\":\""
                    + piece.replace("\"", "\\\"").replace("\n", "\\n") + "\"}}]}\n");
        }
        if (reason.isEmpty()) {
            return lines;
        }
        lines.add(
                "data: {\"id\":\"x\",\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"" + reason + "\"}]}\n");
        lines.add("data: "
                + "{\"id\":\"x\",\"choices\":[],\"usage\":{\"prompt_tokens\":120,\"completion_tokens\":7,\"total_to"
                + "kens\":127}}\n");
        lines.add("data: [DONE]\n");
        return lines;
    }

    static List<String> anthropic(String... pieces) {
        List<String> lines = new ArrayList<>(List.of(
                "event: message_start\ndata: "
                        + "{\"type\":\"message_start\",\"message\":{\"id\":\"m\",\"type\":\"message\",\"role\":\"as"
                        + "sistant\",\"content\":[],\"model\":\"small\",\"usage\":{\"input_tokens\":120,\"output_to"
                        + "kens\":1}}}\n",
                "event: content_block_start\ndata: "
                        + "{\"type\":\"content_block_start\",\"index\":0,\"content_block\":{\"type\":\"text\",\"tex"
                        + "t\":\"\"}}\n"));
        for (String piece : pieces) {
            lines.add("event: content_block_delta\ndata: "
                    + "{\"type\":\"content_block_delta\",\"index\":0,\"delta\":{\"type\":\"text_delta\",\"text\":\""
                    + piece + "\"}}\n");
        }
        lines.addAll(List.of(
                "event: content_block_stop\ndata: {\"type\":\"content_block_stop\",\"index\":0}\n",
                "event: message_delta\ndata: "
                        + "{\"type\":\"message_delta\",\"delta\":{\"stop_reason\":\"end_turn\"},"
                        + "\"usage\":{\"output_tokens\":7}}\n",
                "event: message_stop\ndata: {\"type\":\"message_stop\"}\n"));
        return lines;
    }

    static List<String> ollama(int promptTokens, String... pieces) {
        List<String> lines = new ArrayList<>();
        for (String piece : pieces) {
            lines.add("{\"model\":\"small\",\"message\":{\"role\":\"assistant\",\"content\":\"" + piece
                    + "\"},\"done\":false}");
        }
        lines.add("{\"model\":\"small\",\"message\":{\"role\":\"assistant\",\"content\":\"\"},\"done\":true,\"done_"
                + "reason\":\"stop\",\"prompt_eval_count\":"
                + promptTokens + ",\"eval_count\":7}");
        return lines;
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
    }
}
