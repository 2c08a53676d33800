package ibid.cli;

import ibid.access.AccessDatabase;
import ibid.access.AdminKeyFile;
import ibid.cli.process.Browser;
import ibid.eval.client.ApiClient;
import ibid.log.Retention;
import ibid.serve.Server;
import ibid.serve.ServerParts;
import ibid.serve.caller.AccessPolicy;
import ibid.serve.caller.AdminKey;
import ibid.suggest.SuggestedQuestions;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code serve}: starts the server, updates the index, then runs both until it is stopped. */
@Command(
        name = "serve",
        abbreviateSynopsis = true,
        description = "Reads the articles and serves the chat and the API.",
        footer = {"", "Example: ./ibid serve --corpus ~/articles"})
final class ServeCommand implements Callable<Integer> {

    private static final Logger LOG = LoggerFactory.getLogger(ServeCommand.class);

    private static final String QUESTION = "When was AUKUS announced?"; // any that the starter articles answer
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final Wiring wiring;
    private final Terminal terminal;

    @Mixin
    private Flags.Start start;

    @Option(names = "--open", description = "open the chat in the browser")
    private boolean opensBrowser;

    @Option(
            names = "--rehearse",
            hidden = true,
            description = "Ends after one answer: the launcher archives the classes that were used.")
    private boolean rehearse;

    ServeCommand(Wiring wiring, Terminal terminal) {
        this.wiring = wiring;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Config config = wiring.config(start.given());
        wiring.unpack(config.data());
        wiring.stop().requireNone();
        AdminKey made =
                config.access().adminKey().isSet() ? AdminKey.NONE : new AdminKey(AdminKeyFile.open(config.data()));
        try (AccessDatabase access = new AccessDatabase(config.databases().address(AccessDatabase.NAME))) {
            AccessPolicy policy = config.access().policy(made, access, access);
            return wiring.serving(config, parts -> serve(config, policy, parts));
        }
    }

    /** Closes the server first, then its caller closes log, index and models. */
    private int serve(Config config, AccessPolicy access, ServerParts parts) {
        try (Server listening = wiring.server(access, config.access().limits(), config.port(), parts);
                Retention retention = new Retention(parts.log(), config.keepDays())) {
            String address = address(config.host(), listening.port());
            if (isOneOfSeveral(parts)) {
                listening.warmUp();
            }
            wiring.stop().during(() -> open(address, config, parts, listening));
            if (rehearse) {
                wiring.stop().during(() -> rehearse(address));
                return 0;
            }
            suggest(parts.suggestions(), listening);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
        return 0;
    }

    /** To such a server readers come as soon as it is ready; who starts one alone would only wait for it. */
    private static boolean isOneOfSeveral(ServerParts parts) {
        return parts.log().isShared() || parts.index().cluster().isPresent();
    }

    private static String address(String host, int port) {
        return "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }

    private int open(String address, Config config, ServerParts parts, Server listening) {
        if (config.articles().isElsewhere()) {
            terminal.line("No folder " + config.corpus() + " is here; the articles come from the database");
        }
        terminal.firstUpdate(parts.watcher());
        parts.watcher().start();
        awaitWarm(listening);
        terminal.line(terminal.strong("Ibid is open at " + address) + terminal.faint("  (Ctrl+C stops it)"));
        config.access().address().publicUrl().ifPresent(url -> terminal.line(terminal.faint("Readers come by " + url)));
        if (!config.access().adminKey().isSet()) {
            terminal.line(terminal.faint("The admin key is in " + config.data().resolve(AdminKeyFile.NAME)));
        }
        if (opensBrowser && !Browser.usual().isOpened(address)) {
            terminal.line("no browser could be opened from here; open " + address + " in one");
        }
        return 0;
    }

    private static int rehearse(String address) {
        try (ApiClient client = new ApiClient(address)) {
            client.ask(QUESTION, Optional.empty());
        }
        return 0;
    }

    private static void awaitWarm(Server listening) {
        try {
            listening.awaitWarm();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    /** Finds the first suggestions on a thread of its own: whatever fails there, the server answers on. */
    private void suggest(SuggestedQuestions suggestions, Server listening) throws InterruptedException {
        Thread searching = Thread.ofPlatform()
                .name("suggestions")
                .uncaughtExceptionHandler((thread, failure) -> report(failure))
                .start(() -> {
                    awaitIdle(listening);
                    suggestions.findAll(() -> awaitIdle(listening));
                });
        wiring.stop().await();
        searching.interrupt();
        searching.join();
    }

    /** Readers come first. */
    private static void awaitIdle(Server listening) {
        try {
            while (!listening.isIdle()) {
                Thread.sleep(PAUSE);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private void report(Throwable failure) {
        if (!wiring.stop().isReceived()) {
            LOG.error("looking for suggestions failed", failure);
        }
    }
}
