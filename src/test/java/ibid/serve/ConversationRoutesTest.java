package ibid.serve;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.api.ConversationBody;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Naming, pinning and finding conversations over HTTP. What other readers try is in ReadersTest. */
class ConversationRoutesTest {

    private static final String ALL = "/api/v1/conversations";

    @TempDir
    private Path folder;

    private Running server;
    private String ferry;

    @BeforeEach
    void start() {
        server = Running.over(folder);
        ferry = server.ask("How much was the ferry Aurelia sold for?").asked().conversationId();
        server.ask("Who is Anna Berg?");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private HttpResponse<String> change(String conversation, String json) {
        return server.send(HttpRequest.newBuilder(URI.create(server.url(ALL + "/" + conversation)))
                .header("Content-Type", "application/json")
                .method("PATCH", HttpRequest.BodyPublishers.ofString(json)));
    }

    private List<String> titles(String words) {
        String query = "?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8);
        return server.get(ALL + query, ConversationBody.Listing.class).conversations().stream()
                .map(ConversationBody::title)
                .toList();
    }

    @Test
    void aReaderNamesAndPinsAConversation() {
        assertThat(change(ferry, "{\"title\": \" Der Fährverkauf \"}").statusCode())
                .isEqualTo(204);
        assertThat(titles("")).containsExactly("Who is Anna Berg?", "Der Fährverkauf");
        assertThat(change(ferry, "{\"pinned\": true}").statusCode()).isEqualTo(204);
        assertThat(titles("")).containsExactly("Der Fährverkauf", "Who is Anna Berg?");
        assertThat(titles("FÄHR")).containsExactly("Der Fährverkauf");
        ConversationBody.Whole whole = server.get(ALL + "/" + ferry, ConversationBody.Whole.class);
        assertThat(whole.title()).isEqualTo("Der Fährverkauf");
        assertThat(whole.pinned()).isTrue();
        assertThat(whole.answers()).hasSize(1);
        assertThat(change(ferry, "{\"title\": null, \"pinned\": false}").statusCode())
                .isEqualTo(204);
        assertThat(titles("")).containsExactly("Who is Anna Berg?", "Der Fährverkauf");
    }

    @Test
    void conversationsComePageByPage() {
        List<String> found = new ArrayList<>();
        boolean isMore = true;
        for (int offset = 0; isMore; offset++) {
            String page = ALL + "?limit=1&offset=" + offset;
            ConversationBody.Listing listing = server.get(page, ConversationBody.Listing.class);
            listing.conversations().forEach(one -> found.add(one.title()));
            isMore = listing.more();
        }
        assertThat(found).isEqualTo(titles("")).hasSize(2);
        assertThat(server.get(ALL + "?offset=9", ConversationBody.Listing.class))
                .isEqualTo(new ConversationBody.Listing(List.of(), false));
        assertThat(server.get(ALL + "?offset=-1").statusCode()).isEqualTo(400);
    }

    @Test
    void aTitleHasOneToTwoHundredCharacters() {
        assertThat(change(ferry, "{\"title\": \"" + "𝄞".repeat(200) + "\"}").statusCode())
                .isEqualTo(204);
        for (String title :
                List.of("", "  ", "\\u2003", "x".repeat(201), "x".repeat(200) + " ", "two\\nlines", "a\\u0000b")) {
            HttpResponse<String> response = change(ferry, "{\"title\": \"" + title + "\", \"pinned\": true}");
            assertThat(response.statusCode()).as(title).isEqualTo(400);
            assertThat(Running.problem(response).detail()).contains("title");
        }
        assertThat(titles("𝄞")).containsExactly("𝄞".repeat(200));
        assertThat(titles("").getFirst()).isEqualTo("Who is Anna Berg?");
    }

    /** What the specification lets through is not refused, and the other way round. */
    @Test
    void theSpecificationAndTheServerAgreeOnControlCharacters() {
        Object schema = Map.of("$ref", "#/components/schemas/ConversationChange");
        for (String title : List.of("two\\nlines", "a\\u0000b", "a\\u0082b", "\\u007f")) {
            String body = "{\"title\": \"" + title + "\"}";
            assertThat(ResponseSchemas.breaches(schema, body)).as(title).isNotEmpty();
            assertThat(change(ferry, body).statusCode()).as(title).isEqualTo(400);
        }
        for (String title : List.of("\\n The ferry\\t", "x", "Łódź – 港")) {
            String body = "{\"title\": \"" + title + "\"}";
            assertThat(ResponseSchemas.breaches(schema, body)).as(title).isEmpty();
            assertThat(change(ferry, body).statusCode()).as(title).isEqualTo(204);
        }
    }

    @Test
    void whatIsNoChangeIsRefused() {
        for (String body : List.of(
                "{}",
                "{\"title\": null}",
                "{\"title\": 7}",
                "{\"pinned\": \"yes\"}",
                "{\"pinned\": 1}",
                "{\"title\": \"x\", \"colour\": \"red\"}",
                "[]",
                "null",
                "")) {
            assertThat(change(ferry, body).statusCode()).as(body).isEqualTo(400);
        }
        assertThat(Running.problem(change(ferry, "{\"colour\": \"red\"}")).detail())
                .contains("colour");
        assertThat(titles("ferry")).containsExactly("How much was the ferry Aurelia sold for?");
    }

    @Test
    void aConversationThatIsNotThereIsNotFound() {
        assertThat(change("none", "{\"pinned\": true}").statusCode()).isEqualTo(404);
        assertThat(server.get(ALL + "?p=ferry").statusCode()).isEqualTo(400);
    }
}
