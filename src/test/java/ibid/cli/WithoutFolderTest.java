package ibid.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.api.AnswerBody;
import ibid.eval.client.ApiClient;
import ibid.eval.measure.Invariants;
import ibid.index.cluster.TestCluster;
import ibid.storage.TestDatabase;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * One writer with the folder and two servers without it, each a process with a data folder of its own: what the servers
 * show comes from PostgreSQL and OpenSearch alone.
 */
class WithoutFolderTest {

    private static final String WATCHING = "Watching the articles  (Ctrl+C stops it)";
    private static final String BOUNDARY = "boundary";

    @TempDir
    private Path folder;

    private final HttpClient http = HttpClient.newHttpClient();
    private final TestCluster cluster = TestCluster.shared();

    private Child run(String data, String corpus, String... command) {
        List<String> arguments = new ArrayList<>(List.of(command));
        arguments.addAll(List.of("--corpus", folder.resolve(corpus).toString()));
        arguments.addAll(List.of("--data", folder.resolve(data).toString()));
        arguments.addAll(List.of("--search", cluster.setting("nofolder")));
        arguments.addAll(List.of("--database", TestDatabase.postgres(folder).url()));
        return Child.start(List.of("-Xmx700m"), "ibid.cli.Main", arguments.toArray(String[]::new));
    }

    private Child writer() {
        Child writer = run("writer", "articles", "index", "--watch");
        writer.line(WATCHING);
        writer.drain();
        return writer;
    }

    private void write(String name, String text) throws IOException {
        Files.createDirectories(folder.resolve("articles"));
        Files.writeString(
                folder.resolve("articles/" + name + ".md"),
                "---\ntitle: The boat " + name + "\npublisher: Gazette\npublished: 2025-03-01\n---\n\n" + text + "\n");
    }

    private static void awaitArticles(ApiClient reader, String... ids) throws InterruptedException {
        while (!Set.copyOf(reader.articles()).equals(Set.of(ids))) {
            Thread.sleep(200);
        }
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String url) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(url)));
    }

    private void requireAnswered(String url, String price) throws IOException, InterruptedException {
        try (ApiClient reader = new ApiClient(url)) { // it keeps the articles that it has seen
            AnswerBody answer = reader.ask("How much was the boat Aurelia sold for?", Optional.empty())
                    .answer();
            assertThat(answer.text()).contains(price);
            assertThat(Invariants.breaches(answer, reader::original)).isEmpty();
        }
        String original = get(url + "/api/v1/articles/aurelia/file").body();
        assertThat(original).startsWith("---\ntitle: The boat Aurelia").contains(price);
    }

    private void requireRefused(String url) throws IOException, InterruptedException {
        String body = "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"new.md\"\r\n\r\n"
                + "The boat Emma sank.\r\n--" + BOUNDARY + "--\r\n";
        HttpResponse<String> upload = send(HttpRequest.newBuilder(URI.create(url + "/api/v1/articles"))
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(HttpRequest.BodyPublishers.ofString(body)));
        assertThat(upload.statusCode()).isEqualTo(409);
        assertThat(upload.body()).contains("has no folder of its own");
        HttpResponse<String> removal = send(HttpRequest.newBuilder(URI.create(url + "/api/v1/articles/aurelia"))
                .DELETE());
        assertThat(removal.statusCode()).isEqualTo(409);
        assertThat(get(url + "/api/v1/index").body()).contains("\"takes_files\":false");
    }

    @Test
    @Timeout(value = 8, unit = TimeUnit.MINUTES) // a fault would wait for ever
    void twoServersWithoutTheFolderShowWhatTheWriterPublishes() throws Exception {
        write("Aurelia", "The boat Aurelia was sold to Bergen for 1307 crowns. She was built in Rostock.");
        write("Bertha", "The boat Bertha sank off Gedser in a storm.");
        Child writer = writer();
        try (Child one = run("one", "nowhere", "serve", "--port", "0");
                Child two = run("two", "nowhere", "serve", "--port", "0")) {
            assertThat(one.lineWith("No folder")).contains("nowhere", "the articles come from the database");
            String first = one.url();
            String second = two.url();
            one.drain();
            two.drain();
            try (ApiClient here = new ApiClient(first);
                    ApiClient there = new ApiClient(second)) {
                awaitArticles(here, "aurelia", "bertha");
                awaitArticles(there, "aurelia", "bertha");
                assertThat(here.generation()).isEqualTo(there.generation());
                requireAnswered(first, "1307 crowns");
                requireAnswered(second, "1307 crowns");
                requireRefused(first);
                Files.delete(folder.resolve("articles/Bertha.md"));
                awaitArticles(here, "aurelia");
                awaitArticles(there, "aurelia");
                assertThat(get(second + "/api/v1/articles/bertha").statusCode()).isEqualTo(404);
                killWhilePublishing(writer);
                requireAnswered(first, "1307 crowns");
                writer = writer();
                awaitArticles(here, "aurelia", "clara");
                awaitArticles(there, "aurelia", "clara");
                requireAnswered(second, "2000 crowns");
            }
        } finally {
            writer.kill();
        }
    }

    /** Kills it between the alias of the passages and the commit by which servers see the new generation. */
    private void killWhilePublishing(Child writer) throws Exception {
        try (Connection lock = TestDatabase.POSTGRESQL.connect(folder, "");
                Connection watch = TestDatabase.POSTGRESQL.connect(folder, "");
                Statement locking = lock.createStatement();
                Statement watching = watch.createStatement()) {
            lock.setAutoCommit(false);
            locking.execute("LOCK TABLE shared_file IN SHARE MODE"); // readers go on
            write("Aurelia", "The boat Aurelia was sold to Bergen for 2000 crowns after all.");
            write("Clara", "The boat Clara was launched in Rostock.");
            while (!waitsForLock(watching)) {
                Thread.sleep(50);
            }
            writer.kill();
            lock.rollback();
        }
    }

    private static boolean waitsForLock(Statement statement) throws SQLException {
        try (ResultSet row =
                statement.executeQuery("SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'"
                        + " AND query LIKE '%shared_file%'")) {
            row.next();
            return row.getInt(1) > 0;
        }
    }
}
