package ibid.cli;

import ibid.index.update.IndexWatcher;
import ibid.index.update.UpdateSummary;
import ibid.serve.ServerParts;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code index}: updates the index. */
@Command(
        name = "index",
        abbreviateSynopsis = true,
        description = "Brings the index up to date and prints what changed.",
        footer = {"", "Example: ./ibid index --rebuild"})
final class IndexCommand implements Callable<Integer> {

    private static final Duration LOOK = Duration.ofSeconds(1);

    private final Wiring wiring;
    private final Terminal terminal;

    @Mixin
    private Flags.Collection collection;

    @Option(names = "--rebuild", description = "read every file again")
    private boolean rebuild;

    @Option(names = "--accept-removals", description = "remove the articles whose files are gone, however many")
    private boolean acceptsRemovals;

    @Option(names = "--watch", description = "stay as the one writer of the index, until it is stopped")
    private boolean watches;

    IndexCommand(Wiring wiring, Terminal terminal) {
        this.wiring = wiring;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        return wiring.withoutModel(wiring.config(collection.given()), this::index);
    }

    private int index(ServerParts parts) {
        if (acceptsRemovals) {
            parts.watcher().acceptAllRemovals();
        }
        if (watches && !isWriter(parts.watcher())) {
            return 0;
        }
        Optional<UpdateSummary> update = watches && !rebuild
                ? terminal.firstUpdate(parts.watcher())
                : Optional.of(terminal.update(parts.watcher(), rebuild));
        update.ifPresent(done -> terminal.line("generation " + done.generation()));
        if (watches) {
            return watch(parts.watcher());
        }
        String problem = parts.watcher().status().problem();
        if (!problem.isEmpty()) {
            terminal.line(problem);
        }
        return problem.isEmpty() && parts.watcher().heldRemovals().isEmpty() ? 0 : Main.FAILED;
    }

    /** Waits until no other process writes the index, and says for whom. @return false if it was stopped meanwhile */
    private boolean isWriter(IndexWatcher watcher) {
        String told = "";
        try {
            while (!watcher.keepWriting()) {
                if (!watcher.writer().equals(told)) {
                    told = watcher.writer();
                    terminal.line(told + " writes this index; waiting until it ends  (Ctrl+C stops waiting)");
                }
                Thread.sleep(LOOK);
            }
            return true;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private int watch(IndexWatcher watcher) {
        watcher.start();
        terminal.line("Watching the articles  (Ctrl+C stops it)");
        try {
            wiring.stop().await();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
        return 0;
    }
}
