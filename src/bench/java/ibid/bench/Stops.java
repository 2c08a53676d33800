package ibid.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * Tells a real server to stop (SIGTERM) at random moments: while it starts, and while it answers four clients. Prints
 * the exit codes and the number of native crashes, both of which should be 0. Arguments: a folder to work in, how many
 * stops, a port.
 */
final class Stops {

    private static final long MAX_STARTING_MILLIS = 6000;
    private static final long MAX_ANSWERING_MILLIS = 3000;
    private static final long MIN_MILLIS = 1500; // a signal that comes before the JVM is set up ends it with 1 or 143
    private static final int CLIENTS = 4;

    private Stops() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createDirectories(Path.of(arguments[0])).toAbsolutePath();
        int stops = Integer.parseInt(arguments[1]), port = Integer.parseInt(arguments[2]);
        ServerProcess.prepare(folder, port);
        Random random = new Random(3);
        Map<Integer, Integer> codes = new TreeMap<>();
        long slowest = 0;
        for (int i = 1; i <= stops; i++) {
            ServerProcess server = new ServerProcess(folder, port);
            if (i % 2 == 0) {
                server.awaitReady();
                for (int client = 0; client < CLIENTS; client++) {
                    Thread.ofVirtual().start(() -> ask(server));
                }
                Thread.sleep(random.nextLong(MAX_ANSWERING_MILLIS));
            } else {
                Thread.sleep(random.nextLong(MIN_MILLIS, MAX_STARTING_MILLIS));
            }
            long start = System.nanoTime();
            codes.merge(server.stop(), 1, Integer::sum);
            slowest = Math.max(slowest, (System.nanoTime() - start) / 1_000_000);
            System.out.printf(
                    "%d stops: exit codes %s, %d native crashes, slowest %d ms%n",
                    i, codes, ServerProcess.crashes(folder), slowest);
        }
    }

    private static void ask(ServerProcess server) {
        while (server.isAlive()) {
            server.post("/api/v1/answers", "{\"question\": \"" + PortNews.QUESTIONS.getFirst() + "\"}");
        }
    }
}
