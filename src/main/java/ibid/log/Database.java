package ibid.log;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import ibid.IbidException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** The pool of connections to the log's SQLite file, its migrations, and the few shapes of SQL work. Threads may share it. */
final class Database implements AutoCloseable {

    private static final int VERSION = 1;
    private static final int POOL = 4; // SQLite writes one at a time; readers do not wait for the writer in WAL mode

    private final HikariDataSource pool;

    interface Work<T> {

        T on(Connection connection) throws SQLException;
    }

    interface Row<T> {

        T of(ResultSet row) throws SQLException;
    }

    Database(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
        } catch (IOException unwritable) {
            throw new IbidException(
                    IbidException.Code.INVALID,
                    "cannot write to " + file.toAbsolutePath().getParent() + "; name another folder with --data DIR",
                    unwritable);
        }
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(
                "jdbc:sqlite:" + file + "?journal_mode=WAL&synchronous=NORMAL&busy_timeout=5000&foreign_keys=true");
        config.setMaximumPoolSize(POOL);
        config.setMinimumIdle(1);
        config.setPoolName("log");
        pool = new HikariDataSource(config);
        transaction(Database::migrate);
    }

    private static Void migrate(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            int version = statement.executeQuery("PRAGMA user_version").getInt(1);
            if (version > VERSION)
                throw new IbidException(
                        IbidException.Code.INVALID,
                        "the log was written by a newer Ibid (version " + version
                                + "); update Ibid, or name another folder with --data DIR");
            for (int next = version + 1; next <= VERSION; next++) {
                for (String sql : script("V" + next + ".sql").split(";\\s*\\n"))
                    if (!sql.isBlank()) statement.execute(sql);
                statement.execute("PRAGMA user_version = " + next);
            }
        }
        return null;
    }

    private static String script(String name) {
        try (InputStream stream = Database.class.getResourceAsStream(name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** All of the work or none of it. */
    <T> T transaction(Work<T> work) {
        try (Connection connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            boolean done = false;
            try {
                T result = work.on(connection);
                connection.commit();
                done = true;
                return result;
            } finally {
                if (!done) connection.rollback();
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("the log failed: " + failed.getMessage(), failed);
        }
    }

    <T> List<T> select(String sql, Row<T> row, Object... values) {
        try (Connection connection = pool.getConnection();
                PreparedStatement statement = prepare(connection, sql, values);
                ResultSet rows = statement.executeQuery()) {
            List<T> found = new ArrayList<>();
            while (rows.next()) found.add(row.of(rows));
            return found;
        } catch (SQLException failed) {
            throw new IllegalStateException("the log failed: " + failed.getMessage(), failed);
        }
    }

    /** Runs one change within a transaction; returns the number of rows it touched. */
    static int change(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = prepare(connection, sql, values)) {
            return statement.executeUpdate();
        }
    }

    private static PreparedStatement prepare(Connection connection, String sql, Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) statement.setObject(i + 1, values[i]);
        return statement;
    }

    @Override
    public void close() {
        pool.close();
    }
}
