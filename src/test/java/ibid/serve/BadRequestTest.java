package ibid.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Requests that are not HTTP, or not what the API takes. */
class BadRequestTest {

    @TempDir
    private Path folder;

    private static String send(Running server, String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", server.port())) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void isProblem(String response, int status) {
        assertThat(response)
                .startsWith("HTTP/1.1 " + status + " ")
                .contains("application/problem+json", "\"status\":" + status)
                .contains("Content-Security-Policy: default-src 'self'", "X-Content-Type-Options: nosniff")
                .doesNotContain("\tat ", "Exception");
    }

    @Test
    void whatIsNotHttpGetsAProblemWithTheHeadersOfEveryResponse() throws IOException {
        try (Running server = Running.over(folder)) {
            String end = " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n";
            isProblem(send(server, "GET / HTTP/1.1\r\nHost: local host\r\nBad Header: x\r\n\r\n"), 400);
            isProblem(send(server, "GET /" + "a".repeat(20_000) + end + "\r\n"), 414);
            isProblem(send(server, "GET /" + end + "X: " + "a".repeat(20_000) + "\r\n\r\n"), 431);
            String chunked = "POST /api/v1/answers" + end + "Transfer-Encoding: chunked\r\n\r\n";
            isProblem(send(server, chunked + "zzz\r\n{}\r\n0\r\n\r\n"), 400);
            isProblem(
                    send(server, "POST /api/v1/checks" + end + "Transfer-Encoding: chunked\r\n\r\n-5\r\n{}\r\n"), 400);
        }
    }

    @Test
    void aValueOfAnotherTypeIsRefusedWithItsField() {
        try (Running server = Running.over(folder)) {
            for (String body : new String[] {
                "{\"question\": 5}",
                "{\"question\": true}",
                "{\"question\": 1.5}",
                "{\"question\": [\"x\"]}",
                "{\"question\": {\"a\": 1}}",
                "{\"question\": \"x\", \"conversation_id\": 7}",
                "{\"question\": \"x\", \"provisional\": \"yes\"}",
                "{\"question\": \"x\", \"provisional\": 1}",
                "{\"question\": \"x\", \"filters\": {\"publishers\": [3]}}",
                "{\"question\": \"x\", \"as_of\": 20240101}",
            }) {
                HttpResponse<String> refused = server.post("/api/v1/answers", body);
                assertThat(refused.statusCode()).as(body).isEqualTo(400);
                assertThat(Running.problem(refused).detail()).as(body).contains("“");
            }
        }
    }

    @Test
    void aFieldGivenTwiceIsRefusedByEveryRouteThatTakesJson() {
        try (Running server = Running.over(folder)) {
            Map<String, String> bodies = Map.of(
                    "/api/v1/answers", "{\"question\": \"x\", \"question\": \"y\"}",
                    "/api/v1/checks", "[{\"claim\": \"x\", \"evidence\": \"y\", \"claim\": \"z\"}]",
                    "/v1/chat/completions",
                            "{\"model\": \"a\", \"messages\": [{\"role\": \"user\", \"content\": \"x\","
                                    + " \"content\": \"y\"}]}");
            bodies.forEach((path, body) -> {
                HttpResponse<String> refused = server.post(path, body);
                assertThat(refused.statusCode()).as(path).isEqualTo(400);
                assertThat(refused.body()).as(path).contains("twice");
            });
        }
    }

    /** They were once refused as a body that is not whole. */
    @Test
    void moreFilesThanOneRequestTakesAreRefusedWithTheirNumber() {
        try (Running server = Running.over(folder)) {
            Form form = new Form();
            for (int i = 0; i < 3000; i++) {
                form.file("f" + i + ".md", "x");
            }
            HttpResponse<String> refused = form.to(server, "");
            assertThat(refused.statusCode()).isEqualTo(413);
            assertThat(Running.problem(refused).detail())
                    .startsWith("3000 files at once; send at most 1000")
                    .endsWith("None of these was added");
        }
    }

    @Test
    void anUnknownEncodingIsRefusedByEveryRouteThatTakesABody() {
        try (Running server = Running.over(folder)) {
            for (String path : List.of("/api/v1/answers", "/api/v1/checks", "/api/v1/articles", "/mcp")) {
                for (String encoding : List.of("utf-7", "no such", "x\u00e9", "")) {
                    HttpResponse<String> refused = server.send(HttpRequest.newBuilder(URI.create(server.url(path)))
                            .header("Content-Type", "application/json; charset=" + encoding)
                            .POST(HttpRequest.BodyPublishers.ofString("{}")));
                    assertThat(refused.statusCode()).as(path + " " + encoding).isBetween(400, 415);
                }
            }
        }
    }

    @Test
    void anEncodingMayBeNamedInQuotes() {
        try (Running server = Running.over(folder)) {
            String body = "{\"question\": \"Who?\"}";
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.url("/api/v1/answers")))
                    .header("Content-Type", "application/json; charset=\"utf-8\"")
                    .POST(HttpRequest.BodyPublishers.ofString(body));
            assertThat(server.send(request).statusCode()).isEqualTo(200);
        }
    }

    /** It was lost: the connection was closed while the client was still sending. */
    @Test
    void aRefusalWaitsForABodyThatNobodyReadsAndTheConnectionStaysOpen() throws IOException {
        try (Running server = Running.over(folder)) {
            for (String path : List.of("/api/v1/search", "/mcp", "/nothing")) {
                int length = 60_000;
                String headers =
                        "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + length + "\r\n\r\n";
                String next = "GET /healthz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
                assertThat(send(server, headers + "x".repeat(length) + next))
                        .as(path)
                        .startsWith("HTTP/1.1 4")
                        .contains("HTTP/1.1 200");
            }
        }
    }

    /** The connection was closed at once, and a client in the middle of its body missed the response. */
    @Test
    void whatIsNotHttpIsAnsweredToAClientThatStillSendsItsBody() throws IOException {
        try (Running server = Running.over(folder);
                Socket socket = new Socket("127.0.0.1", server.port())) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream()
                    .write("BREW /api/v1/shares/%00 HTTP/1.1\r\nHost: localhost\r\nContent-Length: 500000\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            String response = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            for (int i = 0; i < 100; i++) {
                socket.getOutputStream().write(new byte[5000]);
            }
            isProblem(response, 400);
        }
    }
}
