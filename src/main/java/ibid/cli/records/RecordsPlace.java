package ibid.cli.records;

import ibid.storage.DatabaseChoice;
import java.util.Optional;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The options that say where the records are. */
final class RecordsPlace {

    @Option(names = "--data", paramLabel = "DIR", scope = ScopeType.INHERIT)
    private String data;

    @Option(names = "--database", paramLabel = "URL", scope = ScopeType.INHERIT)
    private String database;

    @Option(names = "--database-user", paramLabel = "NAME", scope = ScopeType.INHERIT)
    private String user;

    DatabaseChoice in(DatabaseFinder finder) {
        return finder.find(Optional.ofNullable(data), Optional.ofNullable(database), Optional.ofNullable(user));
    }
}
