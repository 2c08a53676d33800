package ibid.serve.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.Javalin;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** How the page is sent: in few files, compressed, and only once. */
class PageFilesTest {

    private static final int MAX_SENT_BYTES = 70_000; // of a first visit

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static Javalin server;

    @BeforeAll
    static void start() {
        server = Javalin.create(config -> {
                    config.startup.showJavalinBanner = false;
                    config.routes.before(new PageFiles()::before);
                })
                .start(0);
    }

    @AfterAll
    static void stop() {
        server.stop();
        HTTP.close();
    }

    private static HttpResponse<byte[]> get(String path, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HTTP.send(request.build(), BodyHandlers.ofByteArray());
    }

    private static List<String> assets() throws Exception {
        String page = new String(get("/").body(), StandardCharsets.UTF_8);
        Matcher named = Pattern.compile("(?:href|src)=\"(/assets/[^\"]+)\"").matcher(page);
        return named.results().map(found -> found.group(1)).toList();
    }

    @Test
    void aFirstVisitTakesOneScriptAndOneStylesheetAndIsSmall() throws Exception {
        List<String> assets = assets();
        assertThat(assets).hasSize(2);
        int sent = get("/", "Accept-Encoding", "gzip").body().length;
        for (String asset : assets) {
            HttpResponse<byte[]> compressed = get(asset, "Accept-Encoding", "br, gzip");
            sent += compressed.body().length;
            byte[] whole = new GZIPInputStream(new ByteArrayInputStream(compressed.body())).readAllBytes();
            assertThat(whole).isEqualTo(get(asset).body());
            assertThat(compressed.headers().firstValue("Cache-Control"))
                    .hasValueSatisfying(caching -> assertThat(caching).contains("immutable"));
        }
        assertThat(sent).isLessThan(MAX_SENT_BYTES);
        assertThat(new String(get("/").body(), StandardCharsets.UTF_8))
                .doesNotContain("modulepreload", "/elements/", "/theme.css", "/favicon.svg");
    }

    @Test
    void eachReaderGetsThePageInOneLanguage() throws Exception {
        String german = new String(get("/", "Accept-Language", "de-DE,de;q=0.9").body(), StandardCharsets.UTF_8);
        assertThat(german)
                .contains("<html lang=\"de\">", "aria-label=\"Gespräche\"")
                .doesNotContain("Conversations");
        String chosen = new String(
                get("/", "Accept-Language", "de-DE", "Cookie", "ibid_language=ru")
                        .body(),
                StandardCharsets.UTF_8);
        assertThat(chosen).contains("<html lang=\"ru\">");
        Matcher named = Pattern.compile("src=\"(/assets/[^\"]+)\"").matcher(chosen);
        assertThat(named.find()).isTrue();
        String script = new String(get(named.group(1)).body(), StandardCharsets.UTF_8);
        assertThat(script).contains("Новая беседа").doesNotContain("New conversation", "Neues Gespräch");
        assertThat(get("/").headers().allValues("Vary"))
                .containsExactlyInAnyOrder("Accept-Language, Cookie", "Accept-Encoding");
    }

    @Test
    void aSecondVisitIsToldThatNothingChanged() throws Exception {
        HttpResponse<byte[]> first = get("/");
        String tag = first.headers().firstValue("ETag").orElseThrow();
        assertThat(first.headers().firstValue("Cache-Control")).hasValue("no-cache");
        HttpResponse<byte[]> second = get("/", "If-None-Match", tag);
        assertThat(second.statusCode()).isEqualTo(304);
        assertThat(second.body()).isEmpty();
    }

    @Test
    void iconsAreInTheStylesheetAndOtherPathsGoOn() throws Exception {
        String style = new String(
                get(assets().stream()
                                .filter(path -> path.endsWith(".css"))
                                .findFirst()
                                .orElseThrow())
                        .body(),
                StandardCharsets.UTF_8);
        assertThat(style).contains("url(\"data:image/svg+xml,%3Csvg").doesNotContain("/icons/");
        assertThat(get("/assets/other.js").statusCode()).isEqualTo(404);
    }
}
