package ibid.serve;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.access.AuditTrail;
import ibid.api.AnswerBody;
import ibid.api.FootnoteBody;
import ibid.api.share.ShareBody;
import ibid.serve.caller.AccessPolicy;
import ibid.serve.caller.Keys;
import ibid.serve.caller.ServerAddress;
import ibid.serve.caller.TrustedProxies;
import ibid.serve.peer.Proven;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Links by which others read one answer. What other readers try with them is in ReadersTest. */
class ShareRoutesTest {

    private final List<AuditTrail.Entry> audit = new CopyOnWriteArrayList<>();

    @TempDir
    private Path folder;

    private Running server;
    private AnswerBody answer;

    @BeforeEach
    void start() {
        server = Running.with(
                new AccessPolicy(ServerAddress.local(), Keys.NONE, TrustedProxies.NONE, audit::add, Proven.ALL),
                folder);
        answer = server.ask("How much was the ferry Aurelia sold for?");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private ShareBody share() {
        HttpResponse<String> response = server.post("/api/v1/answers/" + answer.id() + "/share", "");
        assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
        return Running.read(response, ShareBody.class);
    }

    private List<ShareBody> shares() {
        return server.get("/api/v1/shares", ShareBody.Listing.class).shares();
    }

    private HttpResponse<String> shown(ShareBody link) {
        return server.get(URI.create(link.url()).getPath());
    }

    @Test
    void whoeverHasTheLinkReadsTheAnswerWithItsFootnotesAndNothingElse() {
        AnswerBody later = server.ask("Who is Anna Berg?", answer.asked().conversationId());
        HttpResponse<String> response = shown(share());
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(response.headers().firstValue("X-Robots-Tag")).hasValue("noindex, nofollow");
        Document page = Jsoup.parse(response.body());
        assertThat(page.selectFirst("h1").text()).isEqualTo(answer.asked().question());
        assertThat(page.text()).contains(answer.result().sentences().getFirst().text());
        for (FootnoteBody footnote : answer.evidence().footnotes()) {
            Element note = page.getElementById("note-" + footnote.number());
            assertThat(note.text()).contains(footnote.quote().exact());
            assertThat(note.selectFirst("a").attr("href")).startsWith("http");
        }
        assertThat(page.select("sup a"))
                .isNotEmpty()
                .allSatisfy(
                        mark -> assertThat(page.getElementById(mark.attr("href").substring(1)))
                                .isNotNull());
        assertThat(page.select("script, style, form, iframe")).isEmpty();
        assertThat(response.body()).doesNotContain(later.id(), answer.asked().conversationId(), "Who is Anna Berg?");
        assertThat(server.get("/shared.css").statusCode()).isEqualTo(200);
    }

    @Test
    void aLinkThatWasRevokedLeadsNowhere() {
        ShareBody link = share();
        ShareBody other = share();
        assertThat(link.url()).isNotEqualTo(other.url());
        assertThat(server.delete("/api/v1/shares/" + link.id()).statusCode()).isEqualTo(204);
        assertThat(server.delete("/api/v1/shares/" + link.id()).statusCode()).isEqualTo(404);
        assertThat(shown(link).statusCode()).isEqualTo(404);
        assertThat(shown(link).body()).contains("leads nowhere any more").doesNotContain("Aurelia");
        assertThat(shown(other).statusCode()).isEqualTo(200);
        assertThat(shares()).extracting(ShareBody::id).containsExactly(other.id());
    }

    @Test
    void aLinkGoesWithItsAnswerOrConversation() {
        ShareBody link = share();
        server.delete("/api/v1/answers/" + answer.id());
        assertThat(shown(link).statusCode()).isEqualTo(404);
        assertThat(shares()).isEmpty();
        answer = server.ask("How much was the ferry Aurelia sold for?");
        ShareBody second = share();
        server.delete("/api/v1/conversations/" + answer.asked().conversationId());
        assertThat(shown(second).statusCode()).isEqualTo(404);
    }

    @Test
    void onlyAHashOfTheLinkIsStored() throws IOException {
        ShareBody link = share();
        String secret = link.url().substring(link.url().lastIndexOf('/') + 1);
        assertThat(secret).hasSizeGreaterThanOrEqualTo(43); // 256 bits in base 64
        assertThat(shares()).singleElement().satisfies(listed -> {
            assertThat(listed.url()).isEmpty();
            assertThat(listed.answerId()).isEqualTo(answer.id());
        });
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                        .as(file.toString())
                        .doesNotContain(secret);
            }
        }
    }

    @Test
    void theAuditHasWhatWasSharedAndRevoked() {
        ShareBody link = share();
        server.delete("/api/v1/shares/" + link.id());
        assertThat(audit).extracting(AuditTrail.Entry::what).containsExactly("share", "revoke share");
        assertThat(audit.getFirst().outcome()).contains(answer.id(), link.id());
    }

    @Test
    void whatIsNotThereCannotBeShared() {
        assertThat(server.post("/api/v1/answers/none/share", "").statusCode()).isEqualTo(404);
        assertThat(server.get("/s/none").statusCode()).isEqualTo(404);
        assertThat(server.get("/s/" + "A".repeat(43)).statusCode()).isEqualTo(404);
    }
}
