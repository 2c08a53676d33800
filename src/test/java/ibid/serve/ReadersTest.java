package ibid.serve;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.access.AccessDatabase;
import ibid.access.Role;
import ibid.api.AnswerBody;
import ibid.api.ConversationBody;
import ibid.api.Json;
import ibid.api.share.ShareBody;
import ibid.serve.caller.AccessPolicy;
import ibid.serve.caller.AddressRange;
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
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whose history: nobody lists, reads, rates, continues or deletes what another reader asked. */
class ReadersTest {

    private static final int CALLS = 200;
    private static final String ROOT = "/api/v1";

    /** What answers everybody, each of their own. */
    private static final Set<String> OWN_ONLY = Set.of("/conversations", "/shares", "/v1/chat/completions", "/mcp");

    private static final String CHAT = """
            {"messages": [{"role": "user", "content": "Who is Anna Berg?"},
              {"role": "assistant", "content": "She is a master. [1]"},
              {"role": "user", "content": "And she?"}]}
            """;
    private static final String MCP_ACCEPTS = "application/json, text/event-stream";
    private static final String MCP = """
            {"jsonrpc": "2.0", "id": 1, "method": "tools/call", "params":
              {"name": "ask", "arguments": {"question": "And she?", "conversation_id": "%s"}}}
            """;

    @TempDir
    private Path folder;

    private AccessDatabase access;
    private Running server;

    /** A reader by cookie or key, with what it asked. */
    private final class Reader {

        private final String[] identity;
        private final String secret;
        private AnswerBody answer;
        private ShareBody share;

        Reader(String secret, String... identity) {
            this.secret = secret;
            this.identity = identity;
        }

        void ask() {
            HttpResponse<String> response =
                    send("POST", "/answers", "{\"question\": \"Who is Anna Berg, " + secret + "?\"}");
            answer = Running.read(response, AnswerBody.class);
            share = Running.read(send("POST", "/answers/" + answer.id() + "/share", ""), ShareBody.class);
        }

        /** What its own link shows. */
        String shown() {
            return server.get(URI.create(share.url()).getPath()).body();
        }

        String conversation() {
            return answer.asked().conversationId();
        }

        HttpResponse<String> send(String method, String path, String body) {
            boolean isAtTheRoot = path.startsWith("/v1") || path.startsWith("/mcp") || path.startsWith("/s/");
            HttpRequest.Builder request = HttpRequest.newBuilder(
                            URI.create(server.url(isAtTheRoot ? path : ROOT + path)))
                    .header("Content-Type", "application/json")
                    .header("Accept", path.startsWith("/mcp") ? MCP_ACCEPTS : "application/json")
                    .method(method, HttpRequest.BodyPublishers.ofString(body));
            return server.send(identity.length == 0 ? request : request.headers(identity));
        }

        String history() {
            return send("GET", "/conversations/" + conversation(), "").body();
        }
    }

    @BeforeEach
    void start() {
        access = new AccessDatabase(folder.resolve(AccessDatabase.NAME));
        server = behind(TrustedProxies.NONE);
    }

    private Running behind(TrustedProxies proxies) {
        ServerAddress address = new ServerAddress("127.0.0.1", Optional.of(PublicUrl.of("https://news.example.org")));
        Keys keys = new Keys(AdminKey.NONE, new AdminKey("made"), access);
        return Running.with(new AccessPolicy(address, keys, proxies, access, Proven.ALL), folder);
    }

    @AfterEach
    void stop() {
        server.close();
        access.close();
    }

    private Reader browser(String secret) {
        String set = server.get(ROOT + "/conversations")
                .headers()
                .firstValue("Set-Cookie")
                .orElseThrow();
        assertThat(set).contains("; HttpOnly", "; SameSite=Strict", "; Secure", "; Path=/");
        Reader reader = new Reader(secret, "Cookie", set.substring(0, set.indexOf(';')));
        reader.ask();
        return reader;
    }

    private Reader holder(String secret, Role role) {
        Reader reader = new Reader(secret, "Authorization", "Bearer " + access.addKey(secret, role));
        reader.ask();
        return reader;
    }

    @Test
    void twoReadersNeverMeetWhateverTheyTry() {
        Reader anna = browser("quillfeather");
        Reader bert = holder("xanthippe", Role.EDITOR);
        String annas = anna.history();
        String berts = bert.history();
        Random random = new Random(7);
        for (int call = 0; call < CALLS; call++) {
            meet(anna, bert, random);
            meet(bert, anna, random);
        }
        assertThat(anna.history()).isEqualTo(annas).contains("quillfeather");
        assertThat(bert.history()).isEqualTo(berts).contains("xanthippe");
        assertThat(anna.shown()).contains("quillfeather").doesNotContain("xanthippe");
        assertThat(bert.shown()).contains("xanthippe").doesNotContain("quillfeather");
    }

    /** One call of somebody who knows all ids of another. */
    private void meet(Reader who, Reader other, Random random) {
        String answer = random.nextInt(10) == 0 ? "none" : other.answer.id();
        String conversation = random.nextInt(10) == 0 ? "none" : other.conversation();
        String[][] calls = {
            {"GET", "/answers/" + answer, ""},
            {"GET", "/answers/" + answer + "/events", ""},
            {"POST", "/answers/" + answer + "/stop", ""},
            {"POST", "/answers/" + answer + "/feedback", "{\"rating\": \"down\"}"},
            {"GET", "/answers/" + answer + "/export?format=md", ""},
            {"POST", "/answers/" + answer + "/recheck", ""},
            {"DELETE", "/answers/" + answer, ""},
            {"GET", "/conversations/" + conversation, ""},
            {"DELETE", "/conversations/" + conversation, ""},
            {"PATCH", "/conversations/" + conversation, "{\"title\": \"Taken\", \"pinned\": true}"},
            {"GET", "/conversations?q=" + other.secret, ""},
            {"POST", "/answers", "{\"question\": \"And she?\", \"conversation_id\": \"" + conversation + "\"}"},
            {"GET", "/conversations?limit=" + (1 + random.nextInt(9)), ""},
            {"POST", "/answers/" + answer + "/share", ""},
            {"DELETE", "/shares/" + other.share.id(), ""},
            {"GET", "/s/" + other.share.id(), ""},
            {"GET", "/s/" + answer, ""},
            {"GET", "/shares", ""},
            {"POST", "/v1/chat/completions", CHAT},
            {"POST", "/mcp", MCP.formatted(conversation)},
        };
        String[] call = calls[random.nextInt(calls.length)];
        HttpResponse<String> response = swapped(who, other, random).send(call[0], call[1], call[2]);
        assertThat(response.body()).as("%s %s", call[0], call[1]).doesNotContain(other.secret);
        if (!OWN_ONLY.contains(call[1].split("\\?")[0])) {
            assertThat(response.statusCode()).as("%s %s", call[0], call[1]).isIn(401, 404, 429);
        }
    }

    /** Sometimes with an identity that is cut, changed or made up. */
    private Reader swapped(Reader who, Reader other, Random random) {
        String theirs = other.identity[1];
        return switch (random.nextInt(5)) {
            case 0 -> new Reader(who.secret, other.identity[0], theirs.substring(0, theirs.length() - 1));
            case 1 -> new Reader(who.secret, other.identity[0], theirs.substring(0, theirs.length() - 1) + "_");
            case 2 -> new Reader(who.secret);
            case 3 -> new Reader(who.secret, "Cookie", "ibid_reader=local");
            default -> who;
        };
    }

    @Test
    void theSameIsNotFoundAsWhatDoesNotExist() {
        Reader anna = browser("quillfeather");
        Reader bert = browser("xanthippe");
        String theirs = bert.send("GET", "/answers/" + anna.answer.id(), "").body();
        String nothing = bert.send("GET", "/answers/none", "").body();
        assertThat(theirs.replace(anna.answer.id(), "none")).isEqualTo(nothing);
    }

    @Test
    void aChatOfTheOtherDialectContinuesOnlyItsOwnConversation() {
        Reader anna = browser("quillfeather");
        Reader bert = browser("xanthippe");
        String reply = anna.answer.text().isEmpty() ? anna.answer.result().missing() : anna.answer.text();
        String chat = "{\"model\": \"ibid\", \"messages\": [{\"role\": \"user\", \"content\": "
                + Json.write(anna.answer.asked().question()) + "}, {\"role\": \"assistant\", \"content\": "
                + Json.write(reply) + "}, {\"role\": \"user\", \"content\": \"Who is Anna Berg?\"}]}";
        assertThat(bert.send("POST", "/v1/chat/completions", chat).statusCode()).isEqualTo(200);
        assertThat(Json.readLenient(anna.history(), ConversationBody.Whole.class, "it")
                        .answers())
                .hasSize(1);
        assertThat(anna.send("POST", "/v1/chat/completions", chat).statusCode()).isEqualTo(200);
        assertThat(Json.readLenient(anna.history(), ConversationBody.Whole.class, "it")
                        .answers())
                .hasSize(2);
    }

    @Test
    void anAdminDeletesWhatOthersAskedButDoesNotReadIt() {
        Reader anna = browser("quillfeather");
        Reader admin = holder("root", Role.ADMIN);
        assertThat(admin.send("GET", "/conversations/" + anna.conversation(), "")
                        .statusCode())
                .isEqualTo(404);
        assertThat(admin.send("DELETE", "/conversations/" + anna.conversation(), "")
                        .statusCode())
                .isEqualTo(204);
        assertThat(anna.send("GET", "/conversations", "").body()).doesNotContain("quillfeather");
    }

    @Test
    void aProxyNamesItsReadersOnlyFromTheAddressesThatAreTrusted() {
        server.close();
        for (String address : List.of("127.0.0.1", "10.0.0.2")) {
            server = behind(new TrustedProxies("X-User", AddressRange.list(address)));
            Reader anna = new Reader("quillfeather" + address, "X-User", "anna");
            anna.ask();
            boolean trusted = address.equals("127.0.0.1");
            assertThat(anna.send("GET", "/conversations", "").body().contains(anna.secret))
                    .isEqualTo(trusted);
            assertThat(new Reader("", "X-User", "bert")
                            .send("GET", "/conversations", "")
                            .body())
                    .doesNotContain(anna.secret);
            server.close();
        }
        server = behind(TrustedProxies.NONE);
    }
}
