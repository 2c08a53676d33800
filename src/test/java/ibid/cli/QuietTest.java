package ibid.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Ibid opens no connections of its own: it runs with a proxy for every kind of connection of the JVM, and the proxy
 * counts them. Real libraries would open some: DJL queries a cloud address about the machine and reports its use.
 */
class QuietTest {

    @TempDir
    private Path folder;

    /** A proxy that closes all connections and counts them. */
    private static final class Counting implements AutoCloseable {

        private final ServerSocket socket;
        private final AtomicInteger calls = new AtomicInteger();

        private Counting() throws IOException {
            socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
            Thread.ofVirtual().start(() -> {
                while (!socket.isClosed()) {
                    try (Socket caller = socket.accept()) {
                        calls.incrementAndGet();
                    } catch (IOException closed) {
                        return;
                    }
                }
            });
        }

        private List<String> jvm(Path home) {
            String port = String.valueOf(socket.getLocalPort());
            return List.of(
                    "-DsocksProxyHost=127.0.0.1",
                    "-DsocksProxyPort=" + port,
                    "-Dhttp.proxyHost=127.0.0.1",
                    "-Dhttp.proxyPort=" + port,
                    "-Dhttps.proxyHost=127.0.0.1",
                    "-Dhttps.proxyPort=" + port,
                    "-Dhttp.nonProxyHosts=",
                    "-DsocksNonProxyHosts=",
                    "-DDJL_CACHE_DIR=" + home,
                    "-Duser.home=" + home);
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    @Test
    void anIndexAndAnAnswerOpenNoConnection() throws IOException {
        Path articles = Files.createDirectories(folder.resolve("articles"));
        Files.writeString(articles.resolve("ferry.md"), "The ferry Aurelia was sold to Bergen for two million crowns.");
        try (Counting proxy = new Counting();
                Child child = Child.start(
                        proxy.jvm(folder.resolve("home")),
                        "ibid.cli.Main",
                        "ask",
                        "How much was the ferry Aurelia sold for?",
                        "--corpus",
                        articles.toString(),
                        "--data",
                        folder.resolve("data").toString())) {
            assertThat(child.end()).contains("two million crowns. [1]");
            assertThat(proxy.calls.get()).isZero();
        }
    }

    @Test
    void theProxySeesWhoeverCalls() throws IOException {
        try (Counting proxy = new Counting();
                Child child = Child.start(proxy.jvm(folder.resolve("home")), Calls.class.getName())) {
            child.end();
            assertThat(proxy.calls.get()).isGreaterThanOrEqualTo(2);
        }
    }

    /** Opens one connection of each kind, to addresses reserved for documentation. */
    static final class Calls {

        private Calls() {}

        public static void main(String[] arguments) {
            try (Socket socket = new Socket("192.0.2.1", 80)) {
                System.out.println(socket);
            } catch (IOException expected) {
                System.out.println("no socket");
            }
            try {
                java.net.URI.create("http://192.0.2.1/").toURL().openStream().close();
            } catch (IOException expected) {
                System.out.println("no page");
            }
        }
    }
}
