package ibid.storage;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;

/**
 * A PostgreSQL database. A lost connection is replaced and the work done once more if it was rolled back for certain.
 * What is specific to PostgreSQL in how a database is used is in this class and those that begin like it.
 */
final class PostgresDatabase implements Database {

    private static final Duration MAX_SCAN = Duration.ofMinutes(5); // until the first row of a large log
    private static final Duration MAX_STORING = Duration.ofSeconds(30); // or deleting what was not used for a year
    private static final String TOUCH = "UPDATE ibid_schema SET version = version WHERE name = ?";

    private final Schema schema;
    private final PostgresAddress address;
    private final HikariDataSource pool;
    private final Jdbi jdbi;

    /** PostgreSQL cannot store U+0000, which a question may hold. */
    private static final class Text extends AbstractArgumentFactory<String> {

        Text() {
            super(Types.VARCHAR);
        }

        @Override
        protected Argument build(String value, ConfigRegistry config) {
            String storable = value.replace('\0', '\ufffd');
            return (position, statement, context) -> statement.setString(position, storable);
        }
    }

    /** One try of some work; says when only the commit is left. */
    private interface Attempt<T> {

        T make(AtomicBoolean isCommitting);
    }

    PostgresDatabase(PostgresAddress address, Schema schema) {
        this.schema = schema;
        this.address = address;
        try {
            pool = PostgresPool.open(address, schema.name());
        } catch (HikariPool.PoolInitializationException unusable) {
            throw PostgresFailures.cannotOpen(schema.name(), address, unusable);
        }
        jdbi = Jdbi.create(pool).registerArgument(new Text());
        boolean migrated = false;
        try {
            new PostgresMigration(jdbi, schema).run();
            migrated = true;
        } catch (JdbiException refused) {
            throw PostgresFailures.cannotOpen(schema.name(), address, refused);
        } finally {
            if (!migrated) {
                pool.close();
            }
        }
    }

    @Override
    public <T> T read(Work<T> work) {
        return trying("read", isCommitting -> jdbi.withHandle(work::on));
    }

    /** In a transaction, because only there the driver fetches rows in portions. */
    @Override
    public <T> T scan(Work<T> work) {
        try {
            return jdbi.inTransaction(handle -> {
                allow(handle, MAX_SCAN);
                return work.on(handle);
            });
        } catch (JdbiException failed) {
            throw failure("read", failed);
        }
    }

    /** Until the pool has the connection back, which restores what is usual. */
    static void allow(Handle handle, Duration time) {
        try {
            handle.getConnection().setNetworkTimeout(Runnable::run, (int) time.toMillis());
        } catch (SQLException lost) {
            throw new UncheckedIOException(new IOException(lost));
        }
    }

    @Override
    public <T> T write(Work<T> work) {
        return trying(
                "write",
                isCommitting -> jdbi.inTransaction(handle -> {
                    T result = work.on(handle);
                    isCommitting.set(true);
                    return result;
                }));
    }

    @Override
    public <T> T store(Work<T> work) {
        return write(handle -> {
            allow(handle, MAX_STORING);
            return work.on(handle);
        });
    }

    /** The bytes are overwritten when PostgreSQL vacuums the table. */
    @Override
    public <T> T erase(Work<T> work) {
        return store(work);
    }

    private <T> T trying(String verb, Attempt<T> attempt) {
        AtomicBoolean isCommitting = new AtomicBoolean();
        try {
            return attempt.make(isCommitting);
        } catch (JdbiException failed) {
            boolean isUndone = PostgresFailures.isRolledBack(failed)
                    || PostgresFailures.isConnectionLost(failed) && !isCommitting.get();
            if (!isUndone) {
                throw failure(verb, failed);
            }
        }
        pool.getHikariPoolMXBean().softEvictConnections(); // the others are lost too, or are made anew in a moment
        try {
            return attempt.make(isCommitting);
        } catch (JdbiException again) {
            throw failure(verb, again);
        }
    }

    private UncheckedIOException failure(String verb, JdbiException failed) {
        return new UncheckedIOException(
                "cannot " + verb + " the " + schema.name() + " in " + address.place() + ": "
                        + PostgresFailures.reason(failed),
                new IOException(failed));
    }

    /** Commits a row with what it holds already. */
    @Override
    public void checkWritable() {
        write(handle -> handle.execute(TOUCH, schema.name()));
    }

    @Override
    public String clock() {
        return "CAST(extract(epoch FROM clock_timestamp()) * 1000 AS BIGINT)";
    }

    @Override
    public boolean isShared() {
        return true;
    }

    @Override
    public void close() {
        pool.close();
    }
}
