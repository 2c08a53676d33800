package ibid.cli;

import ibid.serve.Server;
import ibid.serve.ServerParts;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code serve}: starts the server, updates the index, then runs both until it is stopped. */
@Command(
        name = "serve",
        abbreviateSynopsis = true,
        description = "Reads the articles and serves the chat and the API.",
        footer = {"", "Example: ./ibid serve --corpus ~/articles"})
final class ServeCommand implements Callable<Integer> {

    private static final Duration MAX_STOP_TIME = Duration.ofSeconds(10);

    private final Wiring wiring;
    private final Terminal terminal;

    @Mixin
    private Flags.Start start;

    ServeCommand(Wiring wiring, Terminal terminal) {
        this.wiring = wiring;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Config config = wiring.config(start.given());
        return wiring.serving(config, parts -> serve(config, parts));
    }

    private int serve(Config config, ServerParts parts) {
        CountDownLatch stop = new CountDownLatch(1);
        Thread main = Thread.currentThread();
        try (Server listening = wiring.server(config, config.port(), config.adminKey(), parts)) {
            Runnable onSignal = () -> {
                stop.countDown();
                join(main);
            };
            Runtime.getRuntime().addShutdownHook(new Thread(onSignal, "stop"));
            terminal.update(parts.watcher(), false);
            parts.watcher().start();
            String host = config.host().contains(":") ? "[" + config.host() + "]" : config.host();
            String address = "http://" + host + ":" + listening.port();
            terminal.line(terminal.strong("Ibid is open at " + address) + terminal.faint("  (Ctrl+C stops it)"));
            parts.suggestions().sample(1);
            stop.await();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
        return 0;
    }

    /** Lets the main thread close the log and the index before the process ends. */
    private static void join(Thread main) {
        try {
            main.join(MAX_STOP_TIME);
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
    }
}
