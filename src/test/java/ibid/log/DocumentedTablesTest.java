package ibid.log;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.storage.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** People query the log with SQL: operating.md lists each table and column that there is, and no other. */
@ParameterizedClass
@EnumSource
class DocumentedTablesTest {

    private static final Pattern IN_BRACKETS = Pattern.compile("\\([^)]*\\)");
    private static final Pattern CODE = Pattern.compile("`([a-z_]+)`");

    @Parameter
    private TestDatabase engine;

    @TempDir
    private Path folder;

    @Test
    void theDocumentListsEveryTableWithItsColumns() throws IOException, SQLException {
        assertThat(documented()).isEqualTo(stored());
    }

    private static Map<String, Set<String>> documented() throws IOException {
        String document = Files.readString(Path.of("src/docs/operating.md"));
        String log = document.substring(document.indexOf("\n## The log\n") + 1);
        Map<String, Set<String>> tables = new TreeMap<>();
        for (String line : log.substring(0, log.indexOf("\n## ", 1)).split("\n")) {
            if (line.startsWith("| `")) {
                String[] cells = line.split("\\|");
                Set<String> columns = new TreeSet<>();
                CODE.matcher(IN_BRACKETS.matcher(cells[3]).replaceAll(""))
                        .results()
                        .map((MatchResult name) -> name.group(1))
                        .forEach(columns::add);
                tables.put(cells[1].strip().replace("`", ""), columns);
            }
        }
        return tables;
    }

    private Map<String, Set<String>> stored() throws SQLException {
        new TurnLog(engine.address(folder, "log.sqlite")).close();
        Map<String, Set<String>> tables = new TreeMap<>();
        try (Connection connection = engine.connect(folder, "log.sqlite")) {
            DatabaseMetaData known = connection.getMetaData();
            try (ResultSet columns = known.getColumns(null, connection.getSchema(), "%", "%")) {
                while (columns.next()) {
                    String table = columns.getString("TABLE_NAME");
                    if (!table.startsWith("sqlite_") && !table.equals("ibid_schema")) {
                        tables.computeIfAbsent(table, name -> new TreeSet<>()).add(columns.getString("COLUMN_NAME"));
                    }
                }
            }
        }
        return tables;
    }
}
