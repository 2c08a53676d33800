package ibid.storage;

import ibid.IbidException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Copies tables of an SQLite file into a PostgreSQL database that has the same ones, empty; all or nothing. */
public final class PostgresImport {

    private static final int BATCH_ROWS = 100; // an answer has some 20 KB
    private static final String COUNTED = """
            SELECT column_name FROM information_schema.columns
            WHERE table_schema = current_schema() AND table_name = ? AND is_identity = 'YES'
            """;

    private final Database from;
    private final Database to;
    private final List<String> tables;

    /** @param tables in the order in which they refer to each other */
    public PostgresImport(Database from, Database to, List<String> tables) {
        this.from = from;
        this.to = to;
        this.tables = tables;
    }

    /**
     * Copies the tables.
     *
     * @return how many rows
     * @throws IbidException INVALID if one of them has rows already
     */
    public int run() {
        return to.write(target -> from.read(source -> {
            int rows = 0;
            for (String table : tables) {
                requireEmpty(target, table);
                rows += copy(source, target, table);
                countOn(target, table);
            }
            return rows;
        }));
    }

    /** @throws IbidException INVALID if one of the tables has rows */
    public void requireEmpty() {
        to.read(target -> {
            tables.forEach(table -> requireEmpty(target, table));
            return 0;
        });
    }

    private static void requireEmpty(Handle target, String table) {
        boolean isEmpty = target.createQuery("SELECT NOT EXISTS (SELECT 1 FROM " + table + ")")
                .mapTo(Boolean.class)
                .one();
        if (!isEmpty) {
            throw new IbidException(
                    IbidException.Code.INVALID,
                    "the table " + table + " of the PostgreSQL database has rows already; copy into an empty database");
        }
    }

    private static int copy(Handle source, Handle target, String table) {
        List<String> columns = columns(target, table, false);
        Set<String> flags = new HashSet<>(columns(target, table, true));
        String places = columns.stream().map(column -> ":" + column).collect(Collectors.joining(", "));
        String names = String.join(", ", columns);
        String insert = "INSERT INTO " + table + " (" + names + ") OVERRIDING SYSTEM VALUE VALUES (" + places + ")";
        PreparedBatch batch = target.prepareBatch(insert);
        int rows = 0;
        for (Map<String, Object> row :
                source.createQuery("SELECT " + names + " FROM " + table).mapToMap()) {
            flags.forEach(flag -> row.computeIfPresent(flag, (column, value) -> ((Number) value).intValue() != 0));
            batch.bindMap(row).add();
            rows++;
            if (batch.size() == BATCH_ROWS) {
                batch.execute();
            }
        }
        batch.execute();
        return rows;
    }

    /** @param onlyFlags those that hold true or false, for which SQLite has numbers */
    private static List<String> columns(Handle target, String table, boolean onlyFlags) {
        return target.queryMetadata(
                        known -> known.getColumns(null, target.getConnection().getSchema(), table, "%"))
                .map((row, context) -> onlyFlags && !isFlag(row) ? "" : row.getString("COLUMN_NAME"))
                .filter(name -> !name.isEmpty())
                .list();
    }

    private static boolean isFlag(ResultSet column) throws SQLException {
        int type = column.getInt("DATA_TYPE");
        return type == Types.BIT || type == Types.BOOLEAN;
    }

    /** Numbers that PostgreSQL gives are to be above those that were copied. */
    private static void countOn(Handle target, String table) {
        List<String> counted = target.select(COUNTED, table).mapTo(String.class).list();
        for (String column : counted) {
            target.createQuery("SELECT setval(pg_get_serial_sequence(:table, :column), max(" + column + ")) FROM "
                            + table + " HAVING max(" + column + ") IS NOT NULL")
                    .bind("table", table)
                    .bind("column", column)
                    .mapTo(Long.class)
                    .list();
        }
    }
}
