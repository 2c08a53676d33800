package ibid.cli;

import ibid.index.UpdateSummary;
import ibid.serve.Server;
import ibid.serve.ServerParts;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/** {@code serve}: listens at once, brings the index up to date, then keeps both going until it is stopped. */
final class ServeCommand {

    private static final Duration STOP_PATIENCE = Duration.ofSeconds(10);

    private ServeCommand() {}

    static int run(Config config, ServerParts parts, Terminal terminal) {
        String host = config.host();
        CountDownLatch stop = new CountDownLatch(1);
        Thread main = Thread.currentThread();
        try (Server server = new Server(host, config.port(), config.adminKey(), parts).start()) {
            Runtime.getRuntime()
                    .addShutdownHook(new Thread(
                            () -> {
                                stop.countDown();
                                join(main);
                            },
                            "stop"));
            update(parts, terminal);
            parts.watch().start();
            terminal.line(terminal.strong("Ibid is open at http://" + (host.contains(":") ? "[" + host + "]" : host)
                            + ":" + server.port())
                    + terminal.faint("  (Ctrl+C stops it)"));
            parts.suggestions().some(1);
            stop.await();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
        return 0;
    }

    /** Lets the main thread close the log and the index before the process ends. */
    private static void join(Thread main) {
        try {
            main.join(STOP_PATIENCE);
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
    }

    private static void update(ServerParts parts, Terminal terminal) {
        try (Terminal.Bar bar = terminal.reading()) {
            UpdateSummary update = parts.watch().run(false, bar);
            bar.close();
            terminal.update(update);
        }
    }
}
