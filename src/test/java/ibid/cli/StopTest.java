package ibid.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.eval.client.ApiClient;
import ibid.index.IndexSnapshot;
import ibid.index.PassageIndex;
import ibid.library.Catalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program in a separate process is told to stop, at moments when native code runs. Bench Stops does it often. */
class StopTest {

    private static final int STOPS = 4;
    private static final int MAX_LOOKS = 1500; // five minutes
    private static final long MAX_MILLIS = 3000; // loading, indexing, warm-up and the first answers

    @TempDir
    private Path folder;

    private Path articles;

    @BeforeEach
    void writeArticles() throws IOException {
        articles = Files.createDirectories(folder.resolve("articles"));
        for (int i = 0; i < 30; i++) {
            String lines = ("The tug Odile towed barge " + i + " to berth " + i * 7 + " on Monday. ").repeat(8);
            Files.writeString(articles.resolve("tug" + i + ".md"), "# Tug " + i + "\n\n" + lines);
        }
    }

    private Child serving() {
        return Child.start(
                List.of("-XX:ErrorFile=" + folder.resolve("crash-%p.log")),
                "ibid.cli.Main",
                "serve",
                "--corpus",
                articles.toString(),
                "--data",
                folder.resolve("data").toString(),
                "--port",
                "0");
    }

    private List<Path> crashes() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith("crash"))
                    .toList();
        }
    }

    @Test
    void aServerThatIsStoppedWhileItStartsEndsWithoutACrash() throws Exception {
        Random random = new Random(11);
        for (int i = 0; i < STOPS; i++) {
            try (Child child = serving()) {
                Thread.sleep(random.nextLong(MAX_MILLIS));
                child.stop();
                String output = child.end();
                if (output.contains("initialization of VM")) {
                    continue; // the signal came before Java could receive one
                }
                // 143 where the signal came before Java ran any of Ibid
                assertThat(child.exitCode()).as(output).isIn(0, 143);
                assertThat(output).doesNotContain("SIGSEGV", "Exception", "internal error");
            }
        }
        assertThat(crashes()).isEmpty();
    }

    @Test
    void aServerThatIsStoppedWhileItAnswersEndsInOrder() throws Exception {
        try (Child child = serving();
                ApiClient client = new ApiClient(child.url())) {
            Thread asking = Thread.ofVirtual().start(() -> askUntilStopped(client));
            client.ask("Where was barge 3 towed to?", Optional.empty());
            child.stop();
            String output = child.end();
            assertThat(child.exitCode()).as(output).isZero();
            assertThat(output).doesNotContain("SIGSEGV", "internal error");
            asking.join();
        }
        assertThat(crashes()).isEmpty();
    }

    private static void askUntilStopped(ApiClient client) {
        try {
            while (true) {
                client.ask("Which barge did the tug Odile tow to berth 7?", Optional.empty());
            }
        } catch (RuntimeException stopped) {
            return; // the server refuses or is gone
        }
    }

    @Test
    void aWatchingIndexFollowsTheFolderUntilItIsStopped() throws Exception {
        Path few = Files.createDirectories(folder.resolve("few"));
        Files.copy(articles.resolve("tug1.md"), few.resolve("tug1.md"));
        Path data = folder.resolve("data");
        try (Child child = Child.start(
                List.of(),
                "ibid.cli.Main",
                "index",
                "--watch",
                "--corpus",
                few.toString(),
                "--data",
                data.toString())) {
            child.line("Watching the articles  (Ctrl+C stops it)");
            Files.copy(articles.resolve("tug2.md"), few.resolve("tug2.md"));
            try (Catalogue catalogue = new Catalogue(data.resolve("catalogue.sqlite"));
                    PassageIndex index = new PassageIndex(data.resolve("index"), catalogue)) {
                for (int looks = 0; looks < MAX_LOOKS && articlesIn(index) < 2; looks++) {
                    Thread.sleep(200); // the watcher looks every few seconds
                }
                assertThat(articlesIn(index)).isEqualTo(2);
            }
            child.stop();
            String output = child.end();
            assertThat(child.exitCode()).as(output).isZero();
        }
    }

    private static int articlesIn(PassageIndex index) {
        index.refresh();
        try (IndexSnapshot snapshot = index.snapshot()) {
            return snapshot.articleCount();
        }
    }

    @Test
    void aCommandThatIsStoppedEndsAsAShellExpects() throws Exception {
        try (Child child = Child.start(
                List.of("-XX:ErrorFile=" + folder.resolve("crash-%p.log")),
                "ibid.cli.Main",
                "index",
                "--corpus",
                articles.toString(),
                "--data",
                folder.resolve("data").toString())) {
            Thread.sleep(1200);
            child.stop();
            String output = child.end();
            assertThat(child.exitCode()).as(output).isIn(0, 143); // 0 where it was done before
            assertThat(output).doesNotContain("SIGSEGV", "internal error");
        }
        assertThat(crashes()).isEmpty();
    }
}
