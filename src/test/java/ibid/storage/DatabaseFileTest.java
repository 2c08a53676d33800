package ibid.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Real SQLite files, damaged in each way that was tried on the log. */
class DatabaseFileTest {

    private static final int PAGE = 4096;

    @TempDir
    private Path folder;

    private Path file;

    /** A database as a killed server leaves it: some rows in the file, the last ones in the write-ahead log only. */
    @BeforeEach
    void write() throws Exception {
        Path live = folder.resolve("live.sqlite");
        file = folder.resolve("log.sqlite");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + live + "?journal_mode=WAL");
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE answer (id INTEGER PRIMARY KEY, json TEXT)");
            insert(statement, 200);
            statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
            insert(statement, 5);
            copy(live, file);
            copy(Path.of(live + "-wal"), wal());
        }
    }

    private static void insert(Statement statement, int rows) throws SQLException {
        for (int row = 0; row < rows; row++) {
            statement.execute("INSERT INTO answer (json) VALUES ('" + "an answer ".repeat(90) + "')");
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
    }

    private Path wal() {
        return Path.of(file + "-wal");
    }

    private interface Harm {

        byte[] to(byte[] content);
    }

    private static byte[] noise(byte[] content, int from, int length) {
        byte[] noise = new byte[length];
        new Random(7).nextBytes(noise);
        System.arraycopy(noise, 0, content, from, length);
        return content;
    }

    private static Stream<Arguments> harms() {
        return Stream.of(
                Arguments.of("zero length", "", (Harm) content -> new byte[0]),
                Arguments.of("header overwritten", "", (Harm) content -> noise(content, 0, 20)),
                Arguments.of("a page overwritten", "", (Harm) content -> noise(content, 3 * PAGE, PAGE)),
                Arguments.of("half cut off", "", (Harm) content -> Arrays.copyOf(content, content.length / 2)),
                Arguments.of("cut inside a page", "", (Harm) content -> Arrays.copyOf(content, 5 * PAGE + 100)),
                Arguments.of("all zeros", "", (Harm) content -> new byte[content.length]),
                Arguments.of("all noise", "", (Harm) content -> noise(content, 0, content.length)),
                Arguments.of("a text", "", (Harm)
                        content -> "not a database\n".repeat(99).getBytes()),
                Arguments.of("log overwritten", "-wal", (Harm) content -> noise(content, 0, content.length)),
                Arguments.of("header of the log overwritten", "-wal", (Harm) content -> noise(content, 0, 32)),
                Arguments.of("a frame of the log overwritten", "-wal", (Harm) content -> noise(content, 100, 50)),
                Arguments.of("log cut inside its header", "-wal", (Harm) content -> Arrays.copyOf(content, 17)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("harms")
    void everyDamageIsFoundAndLeftAsItIs(String name, String suffix, Harm harm) throws Exception {
        Path harmed = Path.of(file + suffix);
        if (suffix.isEmpty()) {
            Files.delete(wal()); // it has newer copies of some pages, which are read instead
        }
        byte[] content = harm.to(Files.readAllBytes(harmed));
        Files.write(harmed, content);
        assertThat(new DatabaseFile(file).damage()).as(name).isPresent();
        assertThat(harmed).hasBinaryContent(content);
    }

    @Test
    void aFolderInItsPlaceAndALogWithoutItsDatabaseAreDamage() throws Exception {
        Files.delete(file);
        assertThat(new DatabaseFile(file).damage()).contains("it is gone, but its write-ahead log is there");
        Files.createDirectory(file);
        assertThat(new DatabaseFile(file).damage()).contains("it is a folder");
    }

    @Test
    void whatAKillLeavesBehindIsWhole() throws Exception {
        assertThat(new DatabaseFile(file).damage()).isEmpty();
        byte[] log = Files.readAllBytes(wal());
        Files.write(wal(), Arrays.copyOf(log, log.length - 1000)); // the last transaction was being written
        assertThat(new DatabaseFile(file).damage()).isEmpty();
        log[log.length - 10] ^= 1;
        Files.write(wal(), log);
        assertThat(new DatabaseFile(file).damage()).isEmpty();
    }

    @Test
    void noDatabaseIsNoDamage() {
        assertThat(new DatabaseFile(folder.resolve("none.sqlite")).damage()).isEmpty();
    }

    @Test
    void aDatabaseAppearsWholeOrNotAtAll() throws Exception {
        Path fresh = folder.resolve("fresh.sqlite");
        new DatabaseFile(fresh).create(made -> {
            assertThat(fresh).doesNotExist();
            DatabaseFileTest.write(made, "first");
        });
        new DatabaseFile(fresh).create(made -> DatabaseFileTest.write(made, "second"));
        assertThat(fresh).hasContent("first");
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left.filter(path -> path.toString().contains(".new-"))).isEmpty();
        }
    }

    private static void write(Path path, String text) {
        try {
            Files.writeString(path, text);
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
    }

    @Test
    void onlyTheNewestDamagedOneIsKept() throws Exception {
        new DatabaseFile(file).quarantine();
        Files.writeString(file, "second");
        Path aside = new DatabaseFile(file).quarantine();
        assertThat(aside).hasContent("second");
        assertThat(file).doesNotExist();
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left.filter(path -> path.getFileName().toString().startsWith("log.sqlite.damaged-")))
                    .containsExactly(aside);
        }
    }
}
