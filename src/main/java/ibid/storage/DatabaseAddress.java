package ibid.storage;

import java.nio.file.Path;

/** Where a database is. */
public sealed interface DatabaseAddress permits DatabaseAddress.SqliteFile, PostgresAddress {

    /** A file of its own; made if it does not exist. */
    record SqliteFile(Path file) implements DatabaseAddress {}
}
