package ibid.storage;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;

/** The engines that a test of the log or of the keys runs with. PostgreSQL is a real one, started once a JVM. */
public enum TestDatabase {
    SQLITE {
        @Override
        public DatabaseAddress address(Path folder, String file) {
            return new DatabaseAddress.SqliteFile(folder.resolve(file));
        }

        @Override
        public Connection connect(Path folder, String file) throws SQLException {
            return DriverManager.getConnection("jdbc:sqlite:" + folder.resolve(file));
        }

        @Override
        public String content(Path folder, String file) {
            StringBuilder all = new StringBuilder();
            for (String suffix : DatabaseFile.SUFFIXES) {
                try {
                    all.append(Files.readString(folder.resolve(file + suffix), StandardCharsets.ISO_8859_1));
                } catch (NoSuchFileException none) {
                    continue;
                } catch (IOException broken) {
                    throw new UncheckedIOException(broken);
                }
            }
            return all.toString();
        }

        @Override
        public String newer() {
            return "PRAGMA user_version = 99";
        }
    },
    POSTGRESQL {

        private static final String[] TABLES = {"TABLE"};

        @Override
        public PostgresAddress address(Path folder, String file) {
            return postgres(folder);
        }

        @Override
        public Connection connect(Path folder, String file) throws SQLException {
            return DriverManager.getConnection(postgres(folder).url());
        }

        @Override
        public String content(Path folder, String file) {
            try (Connection connection = connect(folder, file);
                    ResultSet tables = connection.getMetaData().getTables(null, connection.getSchema(), "%", TABLES)) {
                StringBuilder all = new StringBuilder();
                while (tables.next()) {
                    String rows = "SELECT string_agg(t::text, '') FROM " + tables.getString("TABLE_NAME") + " t";
                    try (ResultSet row = connection.createStatement().executeQuery(rows)) {
                        row.next();
                        all.append(row.getString(1));
                    }
                }
                return all.toString();
            } catch (SQLException broken) {
                throw new AssertionError(broken);
            }
        }

        @Override
        public String newer() {
            return "UPDATE ibid_schema SET version = 99";
        }
    };

    /** The database that belongs to a folder; in PostgreSQL a schema of its own, whatever the file's name. */
    public abstract DatabaseAddress address(Path folder, String file);

    /** A connection beside Ibid's own. */
    public abstract Connection connect(Path folder, String file) throws SQLException;

    /** Everything that is stored: every byte of the files, or every column of every row. */
    public abstract String content(Path folder, String file);

    /** The statement by which an Ibid to come would mark its tables. */
    public abstract String newer();

    /** The same database in PostgreSQL for all tests that name the folder. */
    public static synchronized PostgresAddress postgres(Path folder) { // “IF NOT EXISTS” alone is not atomic
        String schema = "t" + Integer.toUnsignedString(folder.toAbsolutePath().hashCode(), Character.MAX_RADIX);
        EmbeddedPostgres server = Server.running();
        try (Connection connection = DriverManager.getConnection(server.getJdbcUrl("postgres", "postgres"));
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA IF NOT EXISTS " + schema);
        } catch (SQLException broken) {
            throw new AssertionError(broken);
        }
        String url =
                "jdbc:postgresql://localhost:" + server.getPort() + "/postgres?user=postgres&currentSchema=" + schema;
        return new PostgresAddress(url, "", "");
    }

    private static final class Server {

        private static EmbeddedPostgres server;

        private Server() {}

        static synchronized EmbeddedPostgres running() {
            boolean isBuiltFor =
                    System.getProperty("os.name").toLowerCase(Locale.ROOT).equals("linux")
                            && System.getProperty("os.arch").equals("amd64");
            assumeTrue(isBuiltFor, "the PostgreSQL of these tests is built for Linux on x86");
            UserNamespace.require();
            try {
                server = server == null ? EmbeddedPostgres.builder().start() : server; // stops with the JVM
                return server;
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
    }
}
