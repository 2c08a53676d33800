package ibid.storage;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import ibid.IbidException;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.StatementContext;

/** Looks whether a PostgreSQL database can be used, and changes nothing. */
public final class PostgresExamination {

    private static final String STATE = """
            SELECT current_setting('server_version') AS version, current_setting('fsync') = 'on' AS syncs,
                coalesce(has_schema_privilege(current_schema(), 'CREATE'), false) AS creates,
                to_regclass('ibid_schema') IS NOT NULL AS is_used
            """;
    private static final String TABLES =
            "SELECT string_agg(name || ' ' || version, ', ' ORDER BY name) FROM ibid_schema";

    private PostgresExamination() {}

    private record State(String version, boolean isSynced, boolean isCreator, boolean isUsed) {

        static State of(ResultSet row, StatementContext context) throws SQLException {
            return new State(
                    row.getString("version"),
                    row.getBoolean("syncs"),
                    row.getBoolean("creates"),
                    row.getBoolean("is_used"));
        }
    }

    /**
     * What was found, in one line.
     *
     * @throws IbidException if the database cannot be used, with the mend
     */
    public static String of(PostgresAddress address) {
        try (HikariDataSource pool = PostgresPool.open(address, "database")) {
            return Jdbi.create(pool).withHandle(handle -> of(address, handle));
        } catch (HikariPool.PoolInitializationException | JdbiException unusable) {
            throw PostgresFailures.cannotOpen("database", address, unusable);
        }
    }

    private static String of(PostgresAddress address, Handle handle) {
        State state = handle.createQuery(STATE).map(State::of).one();
        if (!state.isSynced()) {
            throw invalid(address.place() + " has fsync off: what was acknowledged is lost if its machine fails;"
                    + " set fsync = on in postgresql.conf");
        }
        if (!state.isUsed() && !state.isCreator()) {
            throw invalid("the user may not make tables in " + address.place() + "; make the user its owner:"
                    + " ALTER DATABASE … OWNER TO …");
        }
        String tables = state.isUsed()
                ? "versions of the tables: "
                        + handle.createQuery(TABLES).mapTo(String.class).one()
                : "no tables yet, the first start makes them";
        return "PostgreSQL " + state.version() + " in " + address.place() + "; " + tables;
    }

    private static IbidException invalid(String message) {
        return new IbidException(IbidException.Code.INVALID, message);
    }
}
