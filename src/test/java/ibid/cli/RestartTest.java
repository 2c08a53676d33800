package ibid.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.api.AnswerBody;
import ibid.eval.client.ApiClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program in a separate process: what survives a stop, a crash and a changed folder. */
class RestartTest {

    @TempDir
    private Path folder;

    @Test
    void answersAndIndexSurviveAKillAndARemovedFileDoesNot() throws Exception {
        Path articles = Files.createDirectories(folder.resolve("articles"));
        Files.writeString(
                articles.resolve("ferry.md"),
                "The ferry Aurelia was sold to Bergen for two million crowns. Nobody had sailed in her.");
        Files.writeString(articles.resolve("bridge.md"), "The new bridge opened on Sunday.");
        AnswerBody answer;
        try (Child child = Child.serving(articles, folder.resolve("data"));
                ApiClient client = new ApiClient(child.url())) {
            answer = client.ask("How much was the ferry Aurelia sold for?", Optional.empty())
                    .answer();
            assertThat(answer.outcome()).isEqualTo(AnswerBody.Outcome.ANSWERED);
            child.kill();
        }
        Files.delete(articles.resolve("ferry.md"));
        try (Child child = Child.serving(articles, folder.resolve("data"));
                ApiClient client = new ApiClient(child.url())) {
            assertThat(client.answer(answer.id())).isEqualTo(answer);
            assertThat(client.ask("How much was the ferry Aurelia sold for?", Optional.empty())
                            .answer()
                            .outcome())
                    .isEqualTo(AnswerBody.Outcome.ABSTAINED);
            assertThat(client.original("ferry")).isEmpty();
        }
    }

    @Test
    void aPortInUseIsReportedInOneLine() throws Exception {
        Path articles = Files.createDirectories(folder.resolve("articles"));
        try (java.net.ServerSocket taken = new java.net.ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress());
                Child child = Child.start(
                        java.util.List.of(),
                        "ibid.cli.Main",
                        "serve",
                        "--corpus",
                        articles.toString(),
                        "--data",
                        folder.resolve("data").toString(),
                        "--port",
                        String.valueOf(taken.getLocalPort()))) {
            assertThat(child.end()).contains("--port").doesNotContain("\tat ");
            assertThat(child.exitCode()).isEqualTo(1);
        }
    }

    @Test
    void aStartWithoutTheMemoryForTheModelsSaysSoInOneLine() throws Exception {
        Path articles = Files.createDirectories(folder.resolve("articles"));
        try (Child child = Child.start(
                java.util.List.of("-Xmx48m"),
                "ibid.cli.Main",
                "serve",
                "--corpus",
                articles.toString(),
                "--data",
                folder.resolve("data").toString(),
                "--port",
                "0")) {
            assertThat(child.end())
                    .contains("the memory does not suffice", "IBID_JAVA_OPTIONS=-Xmx1g")
                    .doesNotContain("\tat ", "internal error");
            assertThat(child.exitCode()).isEqualTo(1);
        }
    }
}
