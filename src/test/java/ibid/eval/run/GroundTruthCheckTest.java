package ibid.eval.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import ibid.IbidException;
import ibid.eval.client.ApiClient;
import ibid.eval.dataset.TestCollection;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checks a dataset against a server with one article, ferry, that has two passages. */
class GroundTruthCheckTest {

    private static final Map<String, String> SERVED = Map.of(
            "/api/v1/articles/ferry",
            "{\"id\": \"ferry\"}",
            "/api/v1/articles/ferry/text",
            "{\"text\": \"Two came. It rained.\"}",
            "/api/v1/articles",
            "{\"total\": 1, \"articles\": [{\"id\": \"ferry\"}]}",
            "/api/v1/search",
            "{\"passages\": [{\"passage_id\": \"ferry#0\", \"text\": \"Two came.\"}, {\"passage_id\": "
                    + "\"ferry#1\", \"text\": \"It rained.\"}]}");

    @TempDir
    private Path folder;

    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] body =
                    SERVED.getOrDefault(exchange.getRequestURI().getPath(), "").getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(body.length == 0 ? 404 : 200, 0);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        Files.writeString(folder.resolve("topics.tsv"), "topic\tquestion\nt1\tWho came?\n");
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void check() {
        try (ApiClient client =
                new ApiClient("http://127.0.0.1:" + server.getAddress().getPort())) {
            GroundTruthCheck.check(TestCollection.read(folder), folder, client);
        }
    }

    private void nuggets(String... evidence) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (String one : evidence) {
            lines.append("\n{\"topic\": \"t1\", \"nugget\": \"t1.")
                    .append(lines.length())
                    .append("\", \"evidence\": [")
                    .append(one)
                    .append("]}\n");
        }
        Files.writeString(folder.resolve("nuggets.jsonl"), lines);
    }

    @Test
    void groundTruthInTheArticlesIsNotAFault() throws IOException {
        nuggets("{\"article\": \"ferry\", \"exact\": \"It rained.\"}");
        Files.writeString(folder.resolve("qrels.txt"), "t1 0 ferry#1 2\n");
        check();
        assertThat(folder.resolve("qrels.txt")).isNotEmptyFile();
    }

    @Test
    void missingGroundTruthIsReportedWithLineAndNearest() throws IOException {
        nuggets(
                "{\"article\": \"fery\", \"exact\": \"It rained.\"}",
                "{\"article\": \"ferry\", \"exact\": \"It snowed.\"}");
        Files.writeString(folder.resolve("qrels.txt"), "t1 0 ferry#1 2\n\nt1 0 ferry#999 2\nt1 0 boat#0 1\n");
        assertThatThrownBy(this::check)
                .isInstanceOf(IbidException.class)
                .hasMessageContaining("there is no article “fery”; the most similar are ferry")
                .hasMessageContaining("nuggets.jsonl, line 4")
                .hasMessageContaining("“It snowed.” is not in the article ferry")
                .hasMessageContaining(
                        "qrels.txt, line 3: there is no passage “ferry#999”; its article has ferry#0, ferry#1")
                .hasMessageContaining("qrels.txt, line 4: there is no passage “boat#0”, and no such article");
    }
}
