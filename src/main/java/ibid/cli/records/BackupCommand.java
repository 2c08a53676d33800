package ibid.cli.records;

import ibid.storage.Backup;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code backup}: copies the databases of the data folder into one file, also while a server runs. */
@Command(
        name = "backup",
        abbreviateSynopsis = true,
        description = "Copies the answers, the catalogue and the keys into one file, also while a server runs.",
        footer = {"", "Example: ./ibid backup ibid-monday.zip"})
public final class BackupCommand implements Callable<Integer> {

    private final DataFolder data;
    private final Consumer<String> terminal;

    @Option(names = "--data", paramLabel = "DIR")
    private String folder;

    @Parameters(paramLabel = "FILE", description = "the new file; readable by you only")
    private Path file;

    /** @param terminal prints a line */
    public BackupCommand(DataFolder data, Consumer<String> terminal) {
        this.data = data;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        List<String> names = new Backup(data.of(Optional.ofNullable(folder))).write(file);
        terminal.accept(String.join(", ", names) + ": copied into " + file);
        return 0;
    }
}
