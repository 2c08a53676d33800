package ibid.serve;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.access.AccessDatabase;
import ibid.access.AuditTrail;
import ibid.access.KeyRing;
import ibid.access.Role;
import ibid.api.collection.IndexBody;
import ibid.serve.caller.AccessPolicy;
import ibid.serve.caller.AdminKey;
import ibid.serve.caller.Keys;
import ibid.serve.caller.PublicUrl;
import ibid.serve.caller.ServerAddress;
import ibid.serve.caller.TrustedProxies;
import ibid.serve.peer.Proven;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may add and remove articles. */
class AccessTest {

    private static final String TUNNEL = "The tunnel under the sound was begun in 1931.";
    private static final AdminKey CHOSEN = new AdminKey("open-sesame");
    private static final AdminKey MADE = new AdminKey("made-at-the-first-start");

    private final List<AuditTrail.Entry> audit = new CopyOnWriteArrayList<>();

    @TempDir
    private Path folder;

    private Running at(String host, Keys keys) {
        return at(new ServerAddress(host, Optional.empty()), keys);
    }

    private Running at(ServerAddress address, Keys keys) {
        return Running.with(new AccessPolicy(address, keys, TrustedProxies.NONE, audit::add, Proven.ALL), folder);
    }

    @Test
    void whatIsSentElsewhereLeadsToThePublicAddress() {
        ServerAddress behind = new ServerAddress("127.0.0.1", Optional.of(PublicUrl.of("https://news.example.org")));
        try (Running server = at(behind, made())) {
            HttpResponse<String> chat = server.post(
                    "/v1/chat/completions",
                    "{\"messages\": [{\"role\": \"user\", \"content\": "
                            + "\"How much was the ferry Aurelia sold for?\"}]}");
            assertThat(chat.body()).contains("\"https://news.example.org/#/a/").doesNotContain("127.0.0.1");
        }
    }

    private static Keys made() {
        return new Keys(AdminKey.NONE, MADE, KeyRing.EMPTY);
    }

    private static Keys chosen() {
        return new Keys(CHOSEN, AdminKey.NONE, KeyRing.EMPTY);
    }

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
    void onALoopbackAddressWhoeverIsAtTheMachineMay() {
        try (Running server = at("127.0.0.1", made())) {
            assertThat(index(server).admin()).isTrue();
            assertThat(add(server).statusCode()).isEqualTo(201);
            assertThat(remove(server).statusCode()).isEqualTo(204);
        }
    }

    @Test
    void whatAServerInFrontPassesOnIsNotFromThisMachine() {
        try (Running server = at("127.0.0.1", made())) {
            for (String header : List.of("X-Forwarded-For", "Forwarded", "Via", "X-Real-IP", "CF-Connecting-IP")) {
                assertThat(remove(server, header, "203.0.113.9").statusCode())
                        .as(header)
                        .isEqualTo(401);
            }
            assertThat(add(server, "X-Forwarded-For", "203.0.113.9").statusCode())
                    .isEqualTo(401);
            assertThat(server.get("/api/v1/articles/ferry").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void whereThePeerIsNotProvenOnlyTheKeyOpens() {
        AccessPolicy policy =
                new AccessPolicy(ServerAddress.local(), made(), TrustedProxies.NONE, audit::add, Proven.NONE);
        try (Running server = Running.with(policy, folder)) {
            assertThat(index(server).admin()).isFalse();
            assertThat(index(server).adminKey()).isTrue();
            assertThat(add(server).statusCode()).isEqualTo(401);
            assertThat(remove(server).statusCode()).isEqualTo(401);
            assertThat(add(server, "Authorization", "Bearer " + MADE.value()).statusCode())
                    .isEqualTo(201);
        }
    }

    @Test
    void onAnotherAddressOrBehindAPublicOneOnlyTheKeyOpens() {
        PublicUrl url = PublicUrl.of("https://news.example.org");
        for (ServerAddress address : List.of(
                new ServerAddress("0.0.0.0", Optional.empty()), new ServerAddress("127.0.0.1", Optional.of(url)))) {
            try (Running server = at(address, made())) {
                assertThat(index(server).admin()).isFalse();
                assertThat(add(server).statusCode()).isEqualTo(401);
                assertThat(add(server, "Authorization", "Bearer ").statusCode()).isEqualTo(401);
                HttpResponse<String> refused = add(server, "Authorization", "Bearer x");
                assertThat(refused.statusCode()).isEqualTo(401);
                assertThat(Running.problem(refused).detail()).doesNotContain("Bearer", "Authorization");
                assertThat(index(server, "Authorization", "Bearer " + MADE.value())
                                .admin())
                        .isTrue();
            }
        }
    }

    @Test
    void whoSendsTheKeyMay() {
        try (Running server = at("0.0.0.0", chosen())) {
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
        try (Running server = at("127.0.0.1", chosen())) {
            assertThat(add(server).statusCode()).isEqualTo(401);
            assertThat(add(server, "Authorization", "Bearer open-sesame").statusCode())
                    .isEqualTo(201);
        }
    }

    @Test
    void anEditorMayAReaderMayNotAndARevokedKeyIsNothingWhileTheServerRuns() {
        try (AccessDatabase access = new AccessDatabase(folder.resolve("access.sqlite"));
                Running server = at("127.0.0.1", new Keys(AdminKey.NONE, MADE, access))) {
            assertThat(add(server).statusCode()).isEqualTo(201);
            String reader = "Bearer " + access.addKey("rita", Role.READER);
            String editor = "Bearer " + access.addKey("eddie", Role.EDITOR);
            assertThat(remove(server).statusCode()).isEqualTo(401);
            assertThat(remove(server, "Authorization", reader).statusCode()).isEqualTo(403);
            assertThat(index(server, "Authorization", reader).admin()).isFalse();
            assertThat(remove(server, "Authorization", editor).statusCode()).isEqualTo(204);
            access.revoke("eddie");
            assertThat(remove(server, "Authorization", editor).statusCode()).isEqualTo(401);
        }
    }

    @Test
    void guessesAreSlowedLoggedAndDoNotShutOutAKeyThatNobodyCanGuess() {
        try (Running server = at("0.0.0.0", new Keys(CHOSEN, MADE, KeyRing.EMPTY))) {
            int last = 0;
            for (int guess = 0; guess < 12; guess++) {
                HttpResponse<String> refused = remove(server, "Authorization", "Bearer guess" + guess);
                last = refused.statusCode();
            }
            assertThat(last).isEqualTo(429);
            HttpResponse<String> right = remove(server, "Authorization", "Bearer " + CHOSEN.value());
            assertThat(right.statusCode()).isEqualTo(429);
            assertThat(right.headers().firstValue("Retry-After")).isPresent();
            assertThat(audit)
                    .extracting(AuditTrail.Entry::what)
                    .containsExactly("wrong key", "wrong key", "wrong key", "wrong key");
            assertThat(remove(server, "Authorization", "Bearer " + MADE.value()).statusCode())
                    .isEqualTo(204);
        }
    }

    @Test
    void uploadsAndRemovalsAreInTheAudit() {
        try (Running server = at("127.0.0.1", made())) {
            add(server);
            remove(server);
            remove(server);
            assertThat(audit).extracting(AuditTrail.Entry::what).containsExactly("add", "remove", "remove");
            assertThat(audit).extracting(AuditTrail.Entry::article).containsExactly("tunnel.md", "ferry", "ferry");
            assertThat(audit).extracting(AuditTrail.Entry::outcome).containsExactly("added", "removed", "not there");
            assertThat(audit).extracting(AuditTrail.Entry::who).containsOnly("this machine from 127.0.0.1");
        }
    }

    @Test
    void theKeyIsNeverPrinted() {
        assertThat(CHOSEN.toString()).doesNotContain("sesame");
    }
}
