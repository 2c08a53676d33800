package ibid.serve;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.api.collection.IndexBody;
import ibid.serve.http.AdminKey;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may add and remove articles. */
class AdminAccessTest {

    private static final String TUNNEL = "The tunnel under the sound was begun in 1931.";

    @TempDir
    private Path folder;

    private static HttpResponse<String> add(Running server, String... headers) {
        return new Form().file("tunnel.md", TUNNEL).to(server, "", headers);
    }

    private static HttpResponse<String> remove(Running server, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.url("/api/v1/articles/ferry")))
                .DELETE();
        return server.send(headers.length == 0 ? request : request.headers(headers));
    }

    private static IndexBody index(Running server, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.url("/api/v1/index")));
        return Running.read(server.send(headers.length == 0 ? request : request.headers(headers)), IndexBody.class);
    }

    @Test
    void onALoopbackAddressWhoeverIsAtTheMachineIs() {
        try (Running server = Running.over(folder)) {
            assertThat(index(server).admin()).isTrue();
            assertThat(add(server).statusCode()).isEqualTo(201);
            assertThat(remove(server).statusCode()).isEqualTo(204);
        }
    }

    @Test
    void whatAServerInFrontPassesOnIsNotFromThisMachine() {
        try (Running server = Running.over(folder)) {
            assertThat(add(server, "X-Forwarded-For", "203.0.113.9").statusCode())
                    .isEqualTo(403);
            assertThat(remove(server, "Forwarded", "for=203.0.113.9").statusCode())
                    .isEqualTo(403);
        }
    }

    @Test
    void remoteRequestsNeedAKeyAndTheRefusalSaysHowToSetOne() {
        try (Running server = Running.at("0.0.0.0", AdminKey.NONE, folder)) {
            assertThat(index(server).admin()).isFalse();
            assertThat(index(server).adminKey()).isFalse();
            for (HttpResponse<String> refused : new HttpResponse[] {
                add(server),
                remove(server),
                add(server, "Authorization", "Bearer "),
                remove(server, "Authorization", "Bearer x")
            }) {
                assertThat(refused.statusCode()).isEqualTo(403);
                assertThat(Running.problem(refused).detail()).contains("IBID_ADMIN_KEY");
            }
            assertThat(server.get("/api/v1/articles/ferry").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void whoSendsTheKeyIs() {
        try (Running server = Running.at("0.0.0.0", new AdminKey("open-sesame"), folder)) {
            assertThat(index(server).admin()).isFalse();
            assertThat(index(server).adminKey()).isTrue();
            for (String wrong : new String[] {
                "Bearer open-sesamf", "Bearer open", "Basic open-sesame", "open-sesame", "Bearer open-sesame2", "Bearer"
            }) {
                HttpResponse<String> refused = add(server, "Authorization", wrong);
                assertThat(refused.statusCode()).as(wrong).isEqualTo(401);
                assertThat(refused.headers().firstValue("WWW-Authenticate").orElse(""))
                        .startsWith("Bearer");
                assertThat(refused.body()).doesNotContain("sesame");
            }
            assertThat(remove(server).statusCode()).isEqualTo(401);
            assertThat(index(server, "Authorization", "Bearer open-sesame").admin())
                    .isTrue();
            assertThat(add(server, "Authorization", "bearer open-sesame").statusCode())
                    .isEqualTo(201);
            assertThat(remove(server, "Authorization", "Bearer open-sesame").statusCode())
                    .isEqualTo(204);
        }
    }

    @Test
    void aKeyThatIsSetIsAskedForOnTheLoopbackAddressToo() {
        try (Running server = Running.at("127.0.0.1", new AdminKey("open-sesame"), folder)) {
            assertThat(add(server).statusCode()).isEqualTo(401);
            assertThat(add(server, "Authorization", "Bearer open-sesame").statusCode())
                    .isEqualTo(201);
        }
    }

    @Test
    void theKeyIsNeverPrinted() {
        assertThat(new AdminKey("open-sesame").toString()).doesNotContain("sesame");
    }
}
