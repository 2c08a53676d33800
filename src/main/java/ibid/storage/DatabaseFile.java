package ibid.storage;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.sqlite.SQLiteConfig;

/** An SQLite database as files: the main one, its write-ahead log and its shared memory. */
public final class DatabaseFile {

    /** Endings of the files of one database. */
    public static final List<String> SUFFIXES = List.of("", "-wal", "-shm");

    private static final int BUSY = 5; // SQLITE_BUSY
    private static final int CORRUPT = 11; // SQLITE_CORRUPT
    private static final int NOT_A_DATABASE = 26; // SQLITE_NOTADB
    private static final Set<Integer> DAMAGE = Set.of(CORRUPT, NOT_A_DATABASE);

    /**
     * Up to this size every page is checked at opening, once and in order: a start can wait for half a gigabyte, which
     * is a log of a hundred thousand answers. In a larger one the header and the schema are.
     */
    private static final long MAX_CHECKED_BYTES = 512L << 20;

    private final Path file;

    public DatabaseFile(Path file) {
        this.file = file.toAbsolutePath();
    }

    /** What is wrong with it; empty if it is whole or does not exist. Changes nothing. */
    public Optional<String> damage() {
        try {
            if (Files.notExists(file)) {
                return Files.exists(part("-wal")) && Files.size(part("-wal")) > 0
                        ? Optional.of("it is gone, but its write-ahead log is there")
                        : Optional.empty();
            }
            if (Files.isDirectory(file)) {
                return Optional.of("it is a folder");
            }
            long size = Files.size(file);
            if (size == 0) {
                return Optional.of("it has 0 bytes");
            }
            Optional<String> log = WriteAheadLog.damage(part("-wal"));
            return log.isPresent() ? log : pageDamage(size <= MAX_CHECKED_BYTES);
        } catch (IOException unreadable) {
            return Optional.of("it cannot be read (" + unreadable + ")");
        }
    }

    private Optional<String> pageDamage(boolean wantsAllPages) {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        config.setBusyTimeout(20_000); // milliseconds
        String check = wantsAllPages ? "PRAGMA quick_check(1)" : "SELECT count(*) FROM sqlite_schema";
        try (Connection connection = config.createConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(check)) {
            String found = result.next() ? result.getString(1) : "nothing can be read from it";
            return wantsAllPages && !found.equals("ok") ? Optional.of(oneLine(found)) : Optional.empty();
        } catch (SQLException failed) {
            boolean isDamage = DAMAGE.contains(failed.getErrorCode() & 0xff);
            return isDamage ? Optional.of(oneLine(failed.getMessage())) : Optional.empty();
        }
    }

    private static String oneLine(String message) {
        return message.replace('\n', ' ').strip();
    }

    /** Whether an exception of SQLite says that the file is damaged. */
    public static boolean isDamage(Throwable failure) {
        return isOf(failure, DAMAGE);
    }

    /** Whether an exception of SQLite says that another process kept the file locked. */
    public static boolean isLocked(Throwable failure) {
        return isOf(failure, Set.of(BUSY));
    }

    private static boolean isOf(Throwable failure, Set<Integer> codes) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && codes.contains(sql.getErrorCode() & 0xff)) {
                return true;
            }
        }
        return false;
    }

    /** Makes the file appear at once and whole, so that an empty file is never the trace of a start that was killed. */
    public interface Maker {

        void make(Path file);
    }

    /** Creates the database if there is none; another process may do so at the same time. */
    public void create(Maker maker) throws IOException {
        if (Files.exists(file)) {
            return;
        }
        Path made = Path.of(file + ".new-" + UUID.randomUUID());
        try {
            maker.make(made);
            link(made);
        } finally {
            for (String suffix : SUFFIXES) {
                Files.deleteIfExists(Path.of(made + suffix));
            }
        }
    }

    private void link(Path made) throws IOException {
        try {
            Files.createLink(file, made);
        } catch (FileAlreadyExistsException sooner) {
            return; // the other one's is as good
        } catch (IOException noLinks) {
            if (Files.notExists(file)) {
                Files.move(made, file);
            }
        }
    }

    private Path part(String suffix) {
        return Path.of(file + suffix);
    }

    /** Moves all its files aside. @return the new place of the main one */
    public Path quarantine() {
        Path aside = file;
        for (String suffix : SUFFIXES) {
            if (Files.exists(part(suffix))) {
                Path moved = Quarantine.moveAside(part(suffix));
                aside = suffix.isEmpty() ? moved : aside;
            }
        }
        return aside;
    }
}
