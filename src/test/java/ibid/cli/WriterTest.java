package ibid.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.eval.client.ApiClient;
import ibid.storage.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code index --watch} is the one writer, {@code serve} follows it: each a process, and the writer is killed. */
@ParameterizedClass
@EnumSource
class WriterTest {

    private static final String WATCHING = "Watching the articles  (Ctrl+C stops it)";

    @Parameter
    private TestDatabase engine;

    @TempDir
    private Path folder;

    private Child run(String... command) {
        List<String> arguments = new ArrayList<>(List.of(command));
        arguments.addAll(List.of("--corpus", folder + "/articles", "--data", folder + "/data"));
        if (engine == TestDatabase.POSTGRESQL) {
            arguments.addAll(List.of("--database", TestDatabase.postgres(folder).url()));
        }
        return Child.start(List.of(), "ibid.cli.Main", arguments.toArray(String[]::new));
    }

    private void write(String name) throws IOException {
        Files.createDirectories(folder.resolve("articles"));
        Files.writeString(
                folder.resolve("articles/" + name + ".md"), "# " + name + "\n\nThe boat " + name + " sank.\n");
    }

    private static void awaitArticles(ApiClient reader, int count) throws InterruptedException {
        while (reader.articles().size() < count) {
            Thread.sleep(200);
        }
    }

    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES) // a fault would wait for ever
    void aSecondWriterWaitsAndTakesOverWhenTheFirstIsKilled() throws Exception {
        write("Aurelia");
        try (Child first = run("index", "--watch")) {
            first.line(WATCHING);
            try (Child second = run("index", "--watch");
                    Child reading = run("serve", "--port", "0");
                    ApiClient reader = new ApiClient(reading.url())) {
                assertThat(second.lineWith("writes this index")).startsWith("process " + first.pid() + " on ");
                awaitArticles(reader, 1);
                write("Bertha");
                awaitArticles(reader, 2);
                first.kill();
                second.line(WATCHING);
                write("Clara");
                awaitArticles(reader, 3);
                second.stop();
                second.end();
                write("Doris"); // a server without a writer beside it writes itself
                awaitArticles(reader, 4);
            }
        }
    }
}
