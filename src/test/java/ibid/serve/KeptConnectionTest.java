package ibid.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A client that keeps its connection must be told when the server does not: the request that it sends next would be
 * lost. And where it is kept, a response to HEAD ends with its headers, or the client takes the body for the next
 * response.
 */
class KeptConnectionTest {

    private static final String NEXT = "GET /healthz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";

    @TempDir
    private Path folder;

    private static String request(String method, String path, String headers, String body) {
        return method + " " + path + " HTTP/1.1\r\nHost: localhost\r\n" + headers + "Content-Length: " + body.length()
                + "\r\n\r\n" + body;
    }

    /** Requests that are refused before a route has read them, or while it reads them. */
    private static List<String> refused() {
        List<String> requests = new ArrayList<>();
        for (String method : List.of("GET", "HEAD", "POST", "DELETE", "OPTIONS", "BREW")) {
            for (String path : List.of(
                    "/api/v1/answers/a%00b",
                    "/api/v1/articles/%2e%2e%2f%2e%2e",
                    "/api/v1/articles/x%ff/text",
                    "/%zz",
                    "/nothing",
                    "/api/v1/search?q=%ff")) {
                requests.add(request(method, path, "", method.equals("POST") ? "x".repeat(40_000) : ""));
            }
        }
        String form = "Content-Type: multipart/form-data; boundary=edge\r\n";
        for (String body : List.of("", "[", "--edge", "--edge\r\n\r\n", "x".repeat(60_000))) {
            requests.add(request("POST", "/api/v1/articles", form, body));
            requests.add(request("POST", "/api/v1/articles", form.replace("edge", ""), body));
        }
        return requests;
    }

    private static String send(Running server, String requests) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", server.port())) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream().write(requests.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static boolean hasNotice(String responses) {
        return responses.lines().takeWhile(line -> !line.isEmpty()).anyMatch("Connection: close"::equals);
    }

    @Test
    void aRefusedRequestIsFollowedByAResponseToTheNextOrByNotice() throws IOException {
        try (Running server = Running.over(folder)) {
            for (String refused : refused()) {
                String responses = send(server, refused + NEXT);
                boolean hasNext = responses.endsWith("{\"status\":\"ok\"}");
                assertThat(hasNotice(responses) || hasNext)
                        .as(refused + "\n\n" + responses)
                        .isTrue();
            }
        }
    }

    @Test
    void aResponseToHeadOnAConnectionThatIsKeptHasNoBody() throws IOException {
        try (Running server = Running.over(folder)) {
            for (String refused : refused()) {
                if (refused.startsWith("HEAD")) {
                    String responses = send(server, refused + NEXT);
                    String rest = responses.substring(responses.indexOf("\r\n\r\n") + 4);
                    assertThat(hasNotice(responses) || rest.startsWith("HTTP/1.1 200"))
                            .as(refused + "\n\n" + responses)
                            .isTrue();
                }
            }
        }
    }
}
