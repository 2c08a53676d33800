package ibid.cli.records;

import java.nio.file.Path;
import java.util.Optional;

/** Finds the data folder as every command does: the flag, then the environment, then the file of settings. */
public interface DataFolder {

    Path of(Optional<String> flag);
}
