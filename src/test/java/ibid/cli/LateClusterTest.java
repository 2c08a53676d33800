package ibid.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.eval.client.ApiClient;
import ibid.index.cluster.TestCluster;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A server that is started before its search cluster: it ended at its first look at the folder. */
class LateClusterTest {

    @TempDir
    private Path folder;

    private final TestCluster cluster = TestCluster.shared();

    /** Passes on what comes to a port, until that is closed. */
    private static void relay(ServerSocket from, int port) {
        Thread.startVirtualThread(() -> {
            while (true) {
                try {
                    Socket here = from.accept();
                    Socket there = new Socket(InetAddress.getLoopbackAddress(), port);
                    pass(here, there);
                    pass(there, here);
                } catch (IOException closed) {
                    return;
                }
            }
        });
    }

    private static void pass(Socket from, Socket to) {
        Thread.startVirtualThread(() -> {
            try (from;
                    to) {
                from.getInputStream().transferTo(to.getOutputStream());
            } catch (IOException ended) {
                return; // by the other direction
            }
        });
    }

    private static int ready(String url) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest request =
                    HttpRequest.newBuilder(URI.create(url + "/readyz")).build();
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        }
    }

    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES) // a fault would wait for ever
    void theServerWaitsForTheClusterAndReadsTheArticlesThen() throws Exception {
        Files.createDirectories(folder.resolve("articles"));
        Files.writeString(folder.resolve("articles/boat.md"), "# The boat\n\nThe boat Aurelia was sold to Bergen.\n");
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        try (Child server = Child.start(
                List.of("-Xmx700m"),
                "ibid.cli.Main",
                "serve",
                "--port",
                "0",
                "--corpus",
                folder.resolve("articles").toString(),
                "--data",
                folder.resolve("data").toString(),
                "--search",
                "opensearch:http://127.0.0.1:" + port + "/late")) {
            server.lineWith("does not answer");
            String url = server.url();
            server.drain();
            assertThat(ready(url)).isEqualTo(503);
            try (ServerSocket here = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
                    ApiClient client = new ApiClient(url)) {
                relay(
                        here,
                        URI.create(cluster.setting("late").substring("opensearch:".length()))
                                .getPort());
                while (!client.articles().equals(List.of("boat"))) {
                    Thread.sleep(200);
                }
                while (ready(url) != 200) {
                    Thread.sleep(200); // it asks itself some questions
                }
            }
        }
    }
}
