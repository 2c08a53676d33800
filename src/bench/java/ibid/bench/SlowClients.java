package ibid.bench;

import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Whether clients that only hold connections change anything for the others: {@code FOLDER PORT IDLE READERS SECONDS}
 * (usually 10000, 200 and 60). For so many seconds each, with nobody else, with that many idle connections, and with
 * that many readers who take an answer's events a byte a second, one client asks and {@code /healthz} is asked twenty
 * times a second. Prints a row each: how many of the slow ones are still held, how the others fared, the memory.
 */
final class SlowClients {

    private static final int RECEIVED_AT_ONCE = 2048; // a small window, or the kernel takes the whole answer
    private static final int PAUSE_MILLIS = 50;
    private static final String QUESTION = "{\"question\": \"" + PortNews.QUESTIONS.getFirst() + "\"}";

    private final ServerProcess server;
    private final int port;
    private final int seconds;

    private SlowClients(ServerProcess server, int port, int seconds) {
        this.server = server;
        this.port = port;
        this.seconds = seconds;
    }

    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createDirectories(Path.of(arguments[0])).toAbsolutePath();
        int port = Integer.parseInt(arguments[1]);
        int idle = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 10_000;
        int readers = arguments.length > 3 ? Integer.parseInt(arguments[3]) : 200;
        int seconds = arguments.length > 4 ? Integer.parseInt(arguments[4]) : 60;
        ServerProcess.prepare(folder, port);
        ServerProcess server = new ServerProcess(folder, port);
        server.awaitReady();
        SlowClients slow = new SlowClients(server, port, seconds);
        System.out.printf(
                "%-24s %8s %-44s %12s %12s %8s %6s%n",
                "slow clients", "held", "the others", "healthz p50", "healthz p99", "MB", "load");
        slow.others("none", () -> 0);
        slow.withIdle(idle);
        slow.withReaders(readers);
        slow.others("none any more", () -> 0);
        System.out.println("stopped with " + server.stop() + ", native crashes " + ServerProcess.crashes(folder));
    }

    private void withIdle(int count) throws IOException {
        List<SocketChannel> held = new ArrayList<>();
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        try {
            for (int i = 0; i < count; i++) {
                SocketChannel channel = SocketChannel.open(address);
                channel.configureBlocking(false);
                held.add(channel);
            }
            others(
                    count + " idle",
                    () -> held.stream().filter(SlowClients::isOpen).count());
        } finally {
            for (SocketChannel channel : held) {
                channel.close();
            }
        }
    }

    private static boolean isOpen(SocketChannel channel) {
        try {
            return channel.read(ByteBuffer.allocate(1)) == 0;
        } catch (IOException reset) {
            return false;
        }
    }

    private void withReaders(int count) {
        Map<Integer, Integer> read = new ConcurrentHashMap<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < count; i++) {
                int reader = i;
                threads.execute(() -> readSlowly(reader, read));
            }
            others(count + " of a byte a second", read::size);
            threads.shutdownNow();
        }
    }

    private void readSlowly(int reader, Map<Integer, Integer> read) {
        try (Socket socket = new Socket()) {
            socket.setReceiveBufferSize(RECEIVED_AT_ONCE);
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            String request = "POST /api/v1/answers HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n"
                    + "Content-Length: " + QUESTION.length() + "\r\n\r\n" + QUESTION;
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            InputStream events = socket.getInputStream();
            while (events.read() >= 0) {
                read.merge(reader, 1, Integer::sum);
                Thread.sleep(1000);
            }
        } catch (IOException closed) {
            read.remove(reader);
            return;
        } catch (InterruptedException done) {
            return;
        }
        read.remove(reader);
    }

    private interface Count {

        long now();
    }

    private void others(String slow, Count held) {
        Times times = new Times();
        Map<String, Integer> outcomes = new ConcurrentHashMap<>();
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.execute(() -> repeat(
                    end,
                    "answer",
                    times,
                    server.request("/api/v1/answers").POST(HttpRequest.BodyPublishers.ofString(QUESTION)),
                    outcomes));
            threads.execute(() -> repeat(end, "health", times, server.request("/healthz"), outcomes));
        }
        System.out.printf(
                Locale.ROOT,
                "%-24s %8d %-44s %9.1f ms %9.1f ms %8d %6.1f%n",
                slow,
                held.now(),
                new TreeMap<>(outcomes),
                times.percentile("health", 0.5),
                times.percentile("health", 0.99),
                server.residentMegabytes(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    private void repeat(
            long end, String what, Times times, HttpRequest.Builder request, Map<String, Integer> outcomes) {
        while (System.nanoTime() < end) {
            Optional<HttpResponse<String>> response = times.time(what, () -> server.send(request));
            String outcome =
                    response.map(given -> String.valueOf(given.statusCode())).orElse("none");
            outcomes.merge(what + " " + outcome, 1, Integer::sum);
            try {
                Thread.sleep(PAUSE_MILLIS);
            } catch (InterruptedException stopped) {
                return;
            }
        }
    }
}
