package ibid.storage;

import ibid.IbidException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * A database: its pool of connections, its migrations, its transactions. What was written is on disk when the call
 * returns. The implementations are the only classes that know which engine it is; SQL elsewhere is valid in each.
 * Threads and other processes may share it.
 */
public sealed interface Database extends AutoCloseable permits SqliteDatabase, PostgresDatabase {

    /**
     * The schema of one database, created by the resources {@code V1.sql}, {@code V2.sql} and so on beside a class.
     * PostgreSQL came later: there {@code postgresql.sql} makes the tables of the baseline at once.
     *
     * @param name     name of the database in messages
     * @param version  the number of the last script
     * @param baseline the version made by {@code postgresql.sql}; later scripts are valid in both engines, and all are
     *     where it is 0
     */
    record Schema(String name, Class<?> owner, int version, int baseline) {

        List<String> statements(int number) {
            return statements("V" + number + ".sql");
        }

        List<String> statements(String resource) {
            try (InputStream script = owner.getResourceAsStream(resource)) {
                String sql = new String(script.readAllBytes(), StandardCharsets.UTF_8);
                return List.of(sql.split(";\\s*\\n")).stream()
                        .filter(statement -> !statement.isBlank())
                        .toList();
            } catch (IOException broken) {
                throw new UncheckedIOException("cannot read script " + resource + " of the " + name, broken);
            }
        }

        IbidException writtenByNewer(int found, String mend) {
            return new IbidException(
                    IbidException.Code.INVALID,
                    "the " + name + " was written by a newer Ibid (version " + found + "); update Ibid, or " + mend);
        }
    }

    /** Work with a connection. May be done twice if the connection is lost, so it changes nothing but the database. */
    interface Work<T> {

        T on(Handle handle);
    }

    /**
     * Opens it and brings its tables to the schema's version.
     *
     * @throws IbidException INVALID if it cannot be opened or was written by a newer Ibid; BUSY if its server is away;
     *     DAMAGED if its file is
     */
    static Database open(DatabaseAddress address, Schema schema) {
        return switch (address) {
            case DatabaseAddress.SqliteFile sqlite -> new SqliteDatabase(sqlite.file(), schema);
            case PostgresAddress server -> new PostgresDatabase(server, schema);
        };
    }

    /**
     * Reads. Does not wait for a writer.
     *
     * @throws UncheckedIOException if the database fails
     */
    <T> T read(Work<T> work);

    /**
     * Reads much, row by row: takes as long as it takes, and is done once only.
     *
     * @throws UncheckedIOException if the database fails
     */
    <T> T scan(Work<T> work);

    /**
     * Reads and writes in one transaction: everything is on disk at return, nothing after an exception, except that
     * nobody knows whether a commit counts on which the connection was lost.
     *
     * @throws UncheckedIOException if the database fails
     */
    <T> T write(Work<T> work);

    /** Writes much in one transaction; nobody waits for it. */
    <T> T store(Work<T> work);

    /** Deletes in one transaction, as thoroughly as the engine can; much may be deleted at once. */
    <T> T erase(Work<T> work);

    /**
     * Goes the whole way to the disk without changing anything.
     *
     * @throws UncheckedIOException if the database cannot be written
     */
    void checkWritable();

    /** An expression of SQL: milliseconds since 1970 by the database's own clock. */
    String clock();

    /** Whether servers with other data folders may use it at the same time. */
    boolean isShared();

    @Override
    void close();
}
