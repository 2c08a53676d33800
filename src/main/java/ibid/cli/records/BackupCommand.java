package ibid.cli.records;

import ibid.IbidException;
import ibid.storage.Backup;
import ibid.storage.DatabaseChoice;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code backup}: copies the databases of the data folder into one file, also while a server runs. */
@Command(
        name = "backup",
        abbreviateSynopsis = true,
        description = "Copies the answers, the catalogue and the keys into one file, also while a server runs.",
        footer = {"", "Example: ./ibid backup ibid-monday.zip"})
public final class BackupCommand implements Callable<Integer> {

    private final DatabaseFinder finder;
    private final Consumer<String> terminal;

    @Mixin
    private RecordsPlace place;

    @Parameters(paramLabel = "FILE", description = "the new file; readable by you only")
    private Path file;

    /** @param terminal prints a line */
    public BackupCommand(DatabaseFinder finder, Consumer<String> terminal) {
        this.finder = finder;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        DatabaseChoice databases = place.in(finder);
        databases.server().ifPresent(server -> {
            throw new IbidException(
                    IbidException.Code.INVALID,
                    "the answers and keys are in " + server.place() + ", which PostgreSQL's own program copies while"
                            + " Ibid runs: " + server.dumpCommand(file.toString()) + " – what is in "
                            + databases.data() + " is made anew from the articles");
        });
        List<String> names = new Backup(databases.data()).write(file);
        terminal.accept(String.join(", ", names) + ": copied into " + file);
        return 0;
    }
}
