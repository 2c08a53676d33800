package ibid.storage;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the log and the keys are kept.
 *
 * @param data   the data folder, which always holds index and catalogue
 * @param server the PostgreSQL database that is used in place of SQLite files in the data folder
 */
public record DatabaseChoice(Path data, Optional<PostgresAddress> server) {

    /** The place of the database that is that file if no server was chosen. */
    public DatabaseAddress address(String file) {
        return server.<DatabaseAddress>map(chosen -> chosen)
                .orElseGet(() -> new DatabaseAddress.SqliteFile(data.resolve(file)));
    }
}
