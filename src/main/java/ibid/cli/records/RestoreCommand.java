package ibid.cli.records;

import ibid.IbidException;
import ibid.access.AccessDatabase;
import ibid.library.Catalogue;
import ibid.log.TurnLog;
import ibid.storage.Backup;
import ibid.storage.DatabaseChoice;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code restore}: puts a backup in place of the databases of the data folder. */
@Command(
        name = "restore",
        abbreviateSynopsis = true,
        description = "Puts a backup in place of the present databases, which are kept aside. Stop the server first.",
        footer = {"", "Example: ./ibid restore ibid-monday.zip"})
public final class RestoreCommand implements Callable<Integer> {

    private final DatabaseFinder finder;
    private final Consumer<String> terminal;

    @Mixin
    private RecordsPlace place;

    @Parameters(paramLabel = "FILE", description = "what ./ibid backup wrote")
    private Path file;

    /** @param terminal prints a line */
    public RestoreCommand(DatabaseFinder finder, Consumer<String> terminal) {
        this.finder = finder;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        DatabaseChoice databases = place.in(finder);
        databases.server().ifPresent(server -> {
            throw new IbidException(
                    IbidException.Code.INVALID,
                    "the answers and keys are in " + server.place() + ", where PostgreSQL's own program puts a backup"
                            + " back while no Ibid runs: " + server.restoreCommand(file.toString()));
        });
        Path aside = new Backup(databases.data()).restore(file, RestoreCommand::objection);
        terminal.accept("restored from " + file + "; what was there before is in " + aside);
        return 0;
    }

    /** Opens the database as Ibid would, which also brings it to this version. */
    private static String objection(String name, Path database) {
        try {
            return switch (name) {
                case TurnLog.NAME -> readLog(database);
                case "catalogue.sqlite" -> readCatalogue(database);
                case AccessDatabase.NAME -> readKeys(database);
                default -> "is no database of this Ibid";
            };
        } catch (IbidException | UncheckedIOException unusable) {
            return "cannot be used: " + unusable.getMessage();
        }
    }

    private static String readLog(Path database) {
        try (TurnLog log = new TurnLog(database)) {
            log.answer("none");
            return "";
        }
    }

    private static String readCatalogue(Path database) {
        try (Catalogue catalogue = new Catalogue(database)) {
            return catalogue.identity().isEmpty() ? "has no identity" : "";
        }
    }

    private static String readKeys(Path database) {
        try (AccessDatabase keys = new AccessDatabase(database)) {
            keys.keys();
            return "";
        }
    }
}
