package ibid.cli.records;

import ibid.storage.DatabaseChoice;
import java.util.Optional;

/** Finds the databases as every command does: the flags, then the environment, then the file of settings. */
public interface DatabaseFinder {

    DatabaseChoice find(Optional<String> data, Optional<String> database, Optional<String> user);
}
