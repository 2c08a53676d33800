package ibid.library;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import ibid.IbidException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/**
 * One SQLite file: its pool of connections, its migrations, its transactions. Writes are on disk when the call returns.
 * Everything specific to SQLite is in this class. Threads may share it; other processes may use the same file.
 */
public final class Database implements AutoCloseable {

    /** Settings of SQLite: a reader does not wait for the writer, and a commit survives a power cut. */
    private static final String OPTIONS =
            "?journal_mode=WAL&synchronous=FULL&busy_timeout=20000&foreign_keys=true&transaction_mode=IMMEDIATE";

    private static final int MAX_CONNECTIONS = 4; // SQLite writes one transaction at a time, and reads are short

    private final Schema schema;
    private final Path file;
    private final HikariDataSource pool;
    private final Jdbi jdbi;
    private final ReentrantLock writing = new ReentrantLock(true); // threads wait here, because SQLite would poll

    /**
     * The schema of one database, created by the resources {@code V1.sql}, {@code V2.sql} and so on beside a class.
     *
     * @param name    name of the database in messages
     * @param version the number of the last script
     */
    public record Schema(String name, Class<?> owner, int version) {

        private List<String> statements(int number) {
            try (InputStream script = owner.getResourceAsStream("V" + number + ".sql")) {
                String sql = new String(script.readAllBytes(), StandardCharsets.UTF_8);
                return List.of(sql.split(";\\s*\\n"));
            } catch (IOException broken) {
                throw new UncheckedIOException("cannot read script " + number + " of the " + name, broken);
            }
        }
    }

    /** Work with a connection. */
    public interface Work<T> {

        T on(Handle handle);
    }

    /** @throws IbidException INVALID if the file cannot be opened or was written by a newer Ibid */
    public Database(Path file, Schema schema) {
        this.schema = schema;
        this.file = file.toAbsolutePath();
        createFolder();
        pool = openPool();
        jdbi = Jdbi.create(pool);
        boolean migrated = false;
        try {
            if (read(Database::version) != schema.version()) {
                write(this::migrate);
            }
            migrated = true;
        } finally {
            if (!migrated) {
                pool.close();
            }
        }
    }

    private void createFolder() {
        try {
            Files.createDirectories(file.getParent());
        } catch (IOException unwritable) {
            throw new IbidException(
                    IbidException.Code.INVALID,
                    "cannot write to " + file.getParent() + "; name another folder with --data DIR",
                    unwritable);
        }
    }

    private HikariDataSource openPool() {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl("jdbc:sqlite:" + file + OPTIONS);
        config.setMaximumPoolSize(MAX_CONNECTIONS);
        config.setMinimumIdle(1);
        config.setPoolName(schema.name());
        try {
            return new HikariDataSource(config);
        } catch (HikariPool.PoolInitializationException unusable) {
            throw new IbidException(
                    IbidException.Code.INVALID,
                    "cannot open the " + schema.name() + " in " + file + " ("
                            + unusable.getCause().getMessage()
                            + "); repair or remove the file, or name another folder with --data DIR",
                    unusable);
        }
    }

    private static int version(Handle handle) {
        return handle.createQuery("PRAGMA user_version").mapTo(Integer.class).one();
    }

    private int migrate(Handle handle) {
        int version = version(handle);
        if (version > schema.version()) {
            throw writtenByNewer(version);
        }
        for (int next = version + 1; next <= schema.version(); next++) {
            schema.statements(next).stream().filter(sql -> !sql.isBlank()).forEach(handle::execute);
            handle.execute("PRAGMA user_version = " + next);
        }
        return schema.version();
    }

    private IbidException writtenByNewer(int version) {
        return new IbidException(
                IbidException.Code.INVALID,
                "the " + schema.name() + " was written by a newer Ibid (version " + version
                        + "); update Ibid, or name another folder with --data DIR");
    }

    /**
     * Reads. Does not wait for a writer.
     *
     * @throws UncheckedIOException if the database fails
     */
    public <T> T read(Work<T> work) {
        try {
            return jdbi.withHandle(work::on);
        } catch (JdbiException failed) {
            throw failure("read", failed);
        }
    }

    /**
     * Reads and writes in one transaction: everything is on disk at return, nothing after an exception.
     *
     * @throws UncheckedIOException if the database fails
     */
    public <T> T write(Work<T> work) {
        writing.lock();
        try {
            return jdbi.inTransaction(work::on);
        } catch (JdbiException failed) {
            throw failure("write", failed);
        } finally {
            writing.unlock();
        }
    }

    /**
     * Goes the whole way to the disk: writes a page with what it holds already.
     *
     * @throws UncheckedIOException if the database cannot be written
     */
    public void checkWritable() {
        write(handle -> handle.execute("PRAGMA user_version = " + schema.version()));
    }

    /** What is free on its disk. */
    public long freeBytes() {
        try {
            return Files.getFileStore(file.getParent()).getUsableSpace();
        } catch (IOException gone) {
            throw new UncheckedIOException("cannot see how much is free where the " + schema.name() + " is", gone);
        }
    }

    private UncheckedIOException failure(String verb, JdbiException failed) {
        String reason = failed.getCause() == null
                ? failed.getMessage()
                : failed.getCause().getMessage();
        return new UncheckedIOException(
                "cannot " + verb + " the " + schema.name() + " in " + file + ": " + reason, new IOException(failed));
    }

    @Override
    public void close() {
        pool.close();
    }
}
