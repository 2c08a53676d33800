package ibid.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * The files of a database while it is open. What SQLite writes to a deleted file is lost without an error; this tells
 * whether the names still belong to the files that were opened. Threads may share it.
 */
public final class OpenDatabaseFile {

    private final Path file;
    private final Path log;
    private final Object key; // null where the system has no numbers of files (Windows, where open files stay)
    private volatile boolean hasLog; // from the first write on, as long as a connection is open

    /** To be made when the database has just been opened. */
    public OpenDatabaseFile(Path file) {
        this.file = file;
        this.log = Path.of(file + "-wal");
        try {
            this.key = key();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private Object key() throws IOException {
        return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
    }

    /** @throws UncheckedIOException if a file was deleted, moved or replaced */
    public void requireThere() {
        boolean isSame;
        try {
            Object now = key();
            isSame = key == null || key.equals(now);
        } catch (NoSuchFileException gone) {
            isSame = false;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        boolean isLogThere = Files.exists(log);
        if (!isSame || hasLog && !isLogThere) {
            Path changed = isSame ? log : file;
            throw new UncheckedIOException(new IOException(
                    changed + " was deleted or replaced while Ibid was running; bring it back and start Ibid again"));
        }
        hasLog |= isLogThere;
    }
}
