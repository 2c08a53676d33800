package ibid.storage;

import java.time.Duration;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Brings the tables of one schema to its version, in one transaction; of several servers that start, one does it. */
final class PostgresMigration {

    private static final long LOCK = 0x49424944; // “IBID”: one number among the advisory locks of the database
    private static final Duration MAX_TIME = Duration.ofMinutes(5); // for a table to be rewritten, a standby to come
    private static final String BASELINE = "postgresql.sql";
    private static final String VERSIONS =
            "CREATE TABLE IF NOT EXISTS ibid_schema (name TEXT PRIMARY KEY, version INTEGER NOT NULL)";
    private static final String SET_VERSION = """
            INSERT INTO ibid_schema (name, version) VALUES (?, ?)
            ON CONFLICT (name) DO UPDATE SET version = excluded.version
            """;

    private final Jdbi jdbi;
    private final Database.Schema schema;

    PostgresMigration(Jdbi jdbi, Database.Schema schema) {
        this.jdbi = jdbi;
        this.schema = schema;
    }

    void run() {
        int version = jdbi.withHandle(handle -> version(handle, schema));
        if (version > schema.version()) {
            throw schema.writtenByNewer(version, "name another database with IBID_DATABASE");
        }
        if (version < schema.version()) {
            jdbi.useTransaction(this::migrate);
        }
    }

    /** Of the tables that are there; 0 if none are. */
    static int version(Handle handle, Database.Schema schema) {
        boolean isThere = handle.createQuery("SELECT to_regclass('ibid_schema') IS NOT NULL")
                .mapTo(Boolean.class)
                .one();
        return !isThere
                ? 0
                : handle.select("SELECT version FROM ibid_schema WHERE name = ?", schema.name())
                        .mapTo(Integer.class)
                        .findOne()
                        .orElse(0);
    }

    private void migrate(Handle handle) {
        PostgresDatabase.allow(handle, MAX_TIME);
        handle.select("SELECT pg_advisory_xact_lock(?)", LOCK).mapToMap().list();
        handle.execute(VERSIONS);
        int version = version(handle, schema); // another server may have been faster
        if (version == 0 && schema.baseline() > 0) {
            schema.statements(BASELINE).forEach(handle::execute);
            version = schema.baseline();
        }
        for (int next = version + 1; next <= schema.version(); next++) {
            schema.statements(next).forEach(handle::execute);
        }
        handle.execute(SET_VERSION, schema.name(), schema.version());
    }
}
