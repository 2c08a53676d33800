package ibid.access;

import ibid.IbidException;
import ibid.storage.Database;
import ibid.storage.DatabaseAddress;
import ibid.storage.PostgresImport;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * Named keys and the audit, in SQL. Another process may add and revoke keys while a server runs. Threads may share it.
 */
public final class AccessDatabase implements KeyRing, AuditTrail, AutoCloseable {

    /** Its name in the data folder. */
    public static final String NAME = "access.sqlite";

    private static final Database.Schema SCHEMA = new Database.Schema("access database", AccessDatabase.class, 1, 1);
    private static final String PREFIX = "ibid_"; // by which a scanner for leaked keys finds one
    private static final int MAX_NAME_CHARS = 60;
    private static final int MAX_FETCHED = 1000; // entries held at a time while all are read

    private static final String INSERT_KEY = """
            INSERT INTO access_key (id, name, role, hash, created) VALUES (:id, :name, :role, :hash, :created)
            ON CONFLICT DO NOTHING
            """;
    private static final String SELECT_KEYS = "SELECT id, name, role, created FROM access_key WHERE revoked IS NULL ";

    private final Database database;

    /** A database in a file of its own. */
    public AccessDatabase(Path file) {
        this(new DatabaseAddress.SqliteFile(file));
    }

    public AccessDatabase(DatabaseAddress address) {
        database = Database.open(address, SCHEMA);
    }

    /**
     * Adds a key.
     *
     * @return the secret, which cannot be read again
     * @throws IbidException INVALID if there is a key of that name, or the name cannot be one
     */
    public String addKey(String name, Role role) {
        checkName(name);
        String secret = PREFIX + Secret.random();
        int rows = database.write(handle -> handle.createUpdate(INSERT_KEY)
                .bind("id", UUID.randomUUID().toString())
                .bind("name", name)
                .bind("role", role.label())
                .bind("hash", Secret.hash(secret))
                .bind("created", Instant.now().toString())
                .execute());
        if (rows == 0) {
            throw invalid("there is a key “" + name + "”; revoke it first, or choose another name");
        }
        return secret;
    }

    private static void checkName(String name) {
        boolean printable = name.codePoints().noneMatch(Character::isISOControl);
        if (name.isBlank() || name.length() > MAX_NAME_CHARS || !printable) {
            throw invalid("the name of a key has 1 to " + MAX_NAME_CHARS + " characters, not “" + name.strip() + "”");
        }
    }

    /** The valid keys in order of name. */
    public List<AccessKey> keys() {
        return database.read(handle -> handle.select(SELECT_KEYS + "ORDER BY name")
                .map(AccessDatabase::key)
                .list());
    }

    /** Makes a key invalid at once; false if there is none of that name. */
    public boolean revoke(String name) {
        String sql = "UPDATE access_key SET revoked = ? WHERE name = ? AND revoked IS NULL";
        return database.write(handle -> handle.execute(sql, Instant.now().toString(), name)) > 0;
    }

    /** Copies all keys and the audit from a file into this database, which is in PostgreSQL and empty. */
    public PostgresImport copyOf(AccessDatabase file) {
        return new PostgresImport(file.database, database, List.of("access_key", "audit"));
    }

    @Override
    public Optional<AccessKey> find(String secret) {
        String hash = Secret.hash(secret);
        return database.read(handle -> handle.select(SELECT_KEYS + "AND hash = ?", hash)
                .map(AccessDatabase::key)
                .findFirst());
    }

    @Override
    public boolean isEmpty() {
        String sql = "SELECT NOT EXISTS (SELECT 1 FROM access_key WHERE revoked IS NULL)";
        return database.read(handle -> handle.select(sql).mapTo(Boolean.class).one());
    }

    private static AccessKey key(ResultSet row, StatementContext context) throws SQLException {
        return new AccessKey(
                row.getString("id"),
                row.getString("name"),
                Role.of(row.getString("role")),
                Instant.parse(row.getString("created")));
    }

    @Override
    public void add(Entry entry) {
        String sql = "INSERT INTO audit (time, who, what, article, outcome) VALUES (?, ?, ?, ?, ?)";
        database.write(handle -> handle.execute(
                sql, entry.time().toString(), entry.who(), entry.what(), entry.article(), entry.outcome()));
    }

    /** Gives the audit's entries of a time, oldest first. */
    public void audit(Instant from, Instant to, Consumer<Entry> each) {
        String sql = "SELECT time, who, what, article, outcome FROM audit WHERE time >= ? AND time < ? ORDER BY number";
        database.scan(handle -> {
            handle.select(sql, from.toString(), to.toString())
                    .setFetchSize(MAX_FETCHED)
                    .map(AccessDatabase::entry)
                    .forEach(each);
            return 0;
        });
    }

    private static Entry entry(ResultSet row, StatementContext context) throws SQLException {
        return new Entry(
                Instant.parse(row.getString("time")),
                row.getString("who"),
                row.getString("what"),
                row.getString("article"),
                row.getString("outcome"));
    }

    private static IbidException invalid(String message) {
        return new IbidException(IbidException.Code.INVALID, message);
    }

    @Override
    public void close() {
        database.close();
    }
}
