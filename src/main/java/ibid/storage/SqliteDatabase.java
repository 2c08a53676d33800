package ibid.storage;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import ibid.IbidException;
import ibid.files.PrivateFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One SQLite file. What is specific to SQLite in how a database is used is in this class. */
final class SqliteDatabase implements Database {

    /**
     * Settings of SQLite: a reader does not wait for the writer, a commit survives a power cut, and what is deleted is
     * overwritten with zeros.
     */
    private static final String OPTIONS =
            "?journal_mode=WAL&synchronous=FULL&foreign_keys=true&transaction_mode=IMMEDIATE&secure_delete=true";

    /** A request that waits for a lock of another process is refused within three seconds. */
    private static final Duration MAX_WAIT_FOR_LOCK = Duration.ofSeconds(2);

    private static final Logger LOG = LoggerFactory.getLogger(Database.class);
    private static final int MAX_CONNECTIONS = 4; // SQLite writes one transaction at a time, and reads are short

    private final Schema schema;
    private final Path file;
    private final HikariDataSource pool;
    private final OpenDatabaseFile opened;
    private final Jdbi jdbi;
    private final ReentrantLock writing = new ReentrantLock(true); // threads wait here, because SQLite would poll
    private boolean isLockedForLong; // by another process, for longer than a request may wait; guarded by writing

    /** @throws IbidException INVALID if the file cannot be opened or was written by a newer Ibid */
    SqliteDatabase(Path file, Schema schema) {
        this.schema = schema;
        this.file = file.toAbsolutePath();
        createFolder();
        requireWhole();
        pool = openPool();
        opened = new OpenDatabaseFile(this.file);
        jdbi = Jdbi.create(pool);
        boolean migrated = false;
        try {
            restrictFiles();
            int version = read(SqliteDatabase::version);
            if (version != schema.version()) {
                write(this::migrate);
            }
            if (version > 0 && version < schema.version()) {
                vacuum();
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
            PrivateFiles.createFolder(file.getParent());
        } catch (IOException unwritable) {
            throw new IbidException(
                    IbidException.Code.INVALID,
                    "cannot write to " + file.getParent() + "; name another folder with --data DIR",
                    unwritable);
        }
    }

    /** A damaged file is never replaced by an empty one: what it holds may exist nowhere else. */
    private void requireWhole() {
        DatabaseFile files = new DatabaseFile(file);
        files.damage().ifPresent(damage -> {
            throw damaged(damage, null);
        });
        try {
            files.create(made -> Jdbi.create("jdbc:sqlite:" + made).useTransaction(this::migrate));
        } catch (IOException | JdbiException unwritable) {
            throw cannotOpen(unwritable);
        }
    }

    private IbidException damaged(String damage, Throwable cause) {
        return new IbidException(
                IbidException.Code.DAMAGED,
                "the " + schema.name() + " in " + file + " is damaged: " + damage
                        + ". It is left as it is. Stop Ibid and bring back a backup with ./ibid restore FILE, or move"
                        + " the file away to begin a new one",
                cause);
    }

    private IbidException cannotOpen(Exception cause) {
        Throwable first = cause.getCause() == null ? cause : cause.getCause();
        return new IbidException(
                IbidException.Code.INVALID,
                "cannot open the " + schema.name() + " in " + file + " (" + first.getMessage()
                        + "); give Ibid the right to write there, make room, or name another folder with --data DIR",
                cause);
    }

    private HikariDataSource openPool() {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl("jdbc:sqlite:" + file + OPTIONS + "&busy_timeout=" + MAX_WAIT_FOR_LOCK.toMillis());
        config.setMaximumPoolSize(MAX_CONNECTIONS);
        config.setMinimumIdle(1);
        config.setPoolName(schema.name());
        try {
            return new HikariDataSource(config);
        } catch (HikariPool.PoolInitializationException unusable) {
            throw cannotOpen(unusable);
        }
    }

    private void restrictFiles() {
        try {
            for (String suffix : DatabaseFile.SUFFIXES) {
                PrivateFiles.restrict(Path.of(file + suffix));
            }
        } catch (IOException broken) {
            throw new UncheckedIOException("cannot look at the rights of " + file, broken);
        }
    }

    private static int version(Handle handle) {
        return handle.createQuery("PRAGMA user_version").mapTo(Integer.class).one();
    }

    private int migrate(Handle handle) {
        int version = version(handle);
        if (version > schema.version()) {
            throw schema.writtenByNewer(version, "name another folder with --data DIR");
        }
        for (int next = version + 1; next <= schema.version(); next++) {
            schema.statements(next).forEach(handle::execute);
            handle.execute("PRAGMA user_version = " + next);
        }
        return schema.version();
    }

    /** Leaves nothing in the file of what an earlier Ibid dropped or deleted. */
    private void vacuum() {
        try {
            jdbi.useHandle(handle -> handle.execute("VACUUM"));
            jdbi.useHandle(SqliteDatabase::emptyWriteAheadLog);
        } catch (JdbiException failed) {
            LOG.warn(
                    "what was deleted from the {} before this version may still be in {}", schema.name(), file, failed);
        }
    }

    @Override
    public <T> T read(Work<T> work) {
        try {
            return jdbi.withHandle(work::on);
        } catch (JdbiException failed) {
            throw failure("read", failed);
        }
    }

    @Override
    public <T> T scan(Work<T> work) {
        return read(work); // rows come one by one, and nothing limits the time
    }

    @Override
    public <T> T store(Work<T> work) {
        return write(work);
    }

    @Override
    public <T> T write(Work<T> work) {
        writing.lock();
        try {
            T result = isLockedForLong ? withoutWaiting(work) : jdbi.inTransaction(work::on);
            isLockedForLong = false;
            opened.requireThere(); // nothing is acknowledged that was written to a deleted file
            return result;
        } catch (JdbiException failed) {
            isLockedForLong = DatabaseFile.isLocked(failed);
            throw failure("write", failed);
        } finally {
            writing.unlock();
        }
    }

    /** What one request has waited for in vain is tried once by each after it: all may wait for this one. */
    private <T> T withoutWaiting(Work<T> work) {
        return jdbi.withHandle(handle -> {
            setWait(handle, Duration.ZERO);
            try {
                return handle.inTransaction(work::on);
            } finally {
                setWait(handle, MAX_WAIT_FOR_LOCK);
            }
        });
    }

    private static void setWait(Handle handle, Duration wait) {
        handle.execute("PRAGMA busy_timeout = " + wait.toMillis());
    }

    /** Writes a page with what it holds already. */
    @Override
    public void checkWritable() {
        write(handle -> handle.execute("PRAGMA user_version = " + schema.version()));
    }

    /**
     * Deletes in one transaction and leaves no byte of what was deleted: SQLite overwrites it with zeros in the file,
     * and the write-ahead log, which still has it, is emptied into the file. If a reader keeps the log in use, the next
     * erasure or the end of the process empties it.
     */
    @Override
    public <T> T erase(Work<T> work) {
        T result = write(work);
        writing.lock();
        try {
            jdbi.useHandle(SqliteDatabase::emptyWriteAheadLog);
        } catch (JdbiException failed) {
            throw failure("empty the write-ahead log of", failed);
        } finally {
            writing.unlock();
        }
        return result;
    }

    private static void emptyWriteAheadLog(Handle handle) {
        handle.createQuery("PRAGMA wal_checkpoint(TRUNCATE)").mapToMap().one();
    }

    private RuntimeException failure(String verb, JdbiException failed) {
        String reason = failed.getCause() == null
                ? failed.getMessage()
                : failed.getCause().getMessage();
        if (DatabaseFile.isDamage(failed)) {
            return damaged(reason, failed);
        }
        if (DatabaseFile.isLocked(failed)) {
            reason = "another program holds its lock; end that one";
        }
        return new UncheckedIOException(
                "cannot " + verb + " the " + schema.name() + " in " + file + ": " + reason, new IOException(failed));
    }

    @Override
    public String clock() {
        return "CAST(unixepoch('subsec') * 1000 AS INTEGER)";
    }

    @Override
    public boolean isShared() {
        return false;
    }

    @Override
    public void close() {
        pool.close();
    }
}
