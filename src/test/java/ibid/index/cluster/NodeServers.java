package ibid.index.cluster;

import com.sun.net.httpserver.HttpServer;
import ibid.index.cluster.ClusterAddress.Login;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Nodes that answer, fail or are silent, as small servers of the JDK. */
final class NodeServers implements AutoCloseable {

    private static final byte[] HALF =
            "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"name\"".getBytes(StandardCharsets.US_ASCII);

    private final List<AutoCloseable> open = new ArrayList<>();
    private final List<String> logins = new CopyOnWriteArrayList<>();

    List<String> logins() {
        return logins;
    }

    URI node(int status, String body) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        serve(server, status, body);
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    void serve(HttpServer server, int status, String body) {
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            logins.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        open.add(() -> server.stop(0));
    }

    /** Takes connections and says nothing, as a process that was stopped. */
    URI silentNode() throws IOException {
        ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        open.add(socket);
        return URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }

    /** As a node that is well, but waits for the shards of one that is not, unless it is told which to take. */
    URI waitingNode(String id, List<String> searches) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        server.setExecutor(threads);
        CountDownLatch closed = new CountDownLatch(1);
        server.createContext("/_msearch", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            searches.add(body);
            if (body.isEmpty()) {
                awaitClosing(closed);
            }
            exchange.sendResponseHeaders(200, 2);
            exchange.getResponseBody().write("{}".getBytes(StandardCharsets.UTF_8));
            exchange.close();
        });
        open.add(closed::countDown);
        serve(server, 200, "{\"nodes\": {\"" + id + "\": {}}}");
        open.add(threads::shutdownNow);
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private static void awaitClosing(CountDownLatch closed) {
        try {
            closed.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** As a node that is stopped while it sends. */
    URI stoppingNode() throws IOException {
        ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        open.add(socket);
        Thread.ofVirtual().start(() -> {
            List<Socket> kept = new ArrayList<>();
            while (!socket.isClosed()) {
                try {
                    kept.add(socket.accept());
                    kept.getLast().getOutputStream().write(HALF);
                } catch (IOException closed) {
                    return;
                }
            }
        });
        return URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }

    ClusterConnection connected(Duration time, Login login, Optional<Path> authority, URI... nodes) {
        ClusterConnection connection =
                new ClusterConnection(new ClusterAddress(List.of(nodes), "news", login, authority), time);
        open.add(connection);
        return connection;
    }

    @Override
    public void close() throws Exception {
        for (AutoCloseable one : open) {
            one.close();
        }
    }
}
