package ibid.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CrossSiteGuardTest {

    @TempDir
    private Path folder;

    @Test
    void everyPageCarriesThePolicies() {
        try (Running server = Running.over(folder)) {
            for (String path : new String[] {"/", "/api/v1/index", "/nowhere"}) {
                HttpResponse<String> response = server.get(path);
                assertThat(response.headers()
                                .firstValue("Content-Security-Policy")
                                .orElse(""))
                        .as(path)
                        .contains("default-src 'self'", "script-src 'self'", "frame-ancestors 'none'")
                        .doesNotContain("unsafe");
                assertThat(response.headers().firstValue("X-Content-Type-Options"))
                        .hasValue("nosniff");
                assertThat(response.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
            }
        }
    }

    @Test
    void anotherSiteCannotAskInAReadersName() {
        try (Running server = Running.over(folder)) {
            HttpResponse<String> response = server.post(
                    "/api/v1/answers", "{\"question\": \"Who is Anna Berg?\"}", "Origin", "https://evil.example");
            assertThat(response.statusCode()).isEqualTo(403);
            assertThat(Running.problem(response).detail()).contains("other sites");
            assertThat(server.post("/api/v1/answers", "{\"question\": \"Who is Anna Berg?\"}", "Origin", server.url(""))
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void aStrangeHostNameIsRefusedOnTheLoopbackAddress() throws IOException {
        try (Running server = Running.over(folder);
                Socket socket = new Socket("127.0.0.1", server.port())) {
            socket.getOutputStream()
                    .write("GET /api/v1/index HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 403");
        }
    }

    @Test
    void whatIsNotThereIsAProblemNotAPage() {
        try (Running server = Running.over(folder)) {
            HttpResponse<String> response = server.get("/api/v1/nothing");
            assertThat(response.statusCode()).isEqualTo(404);
            assertThat(Running.problem(response).title()).isEqualTo("Not found");
            assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        }
    }
}
