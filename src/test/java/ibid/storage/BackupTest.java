package ibid.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ibid.IbidException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Backups of real databases, one of them in use. */
class BackupTest {

    private static final Backup.Schemas ANY = (name, database) -> "";

    @TempDir
    private Path folder;

    private Path data;
    private Path backup;

    @BeforeEach
    void write() throws Exception {
        data = Files.createDirectory(folder.resolve("data"));
        backup = folder.resolve("backup.zip");
        for (String name : List.of("log.sqlite", "catalogue.sqlite")) {
            try (Connection connection = open(name);
                    Statement statement = connection.createStatement()) {
                statement.execute("CREATE TABLE answer (text TEXT)");
                statement.execute("INSERT INTO answer VALUES ('first')");
            }
        }
    }

    private Connection open(String name) throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + data.resolve(name) + "?journal_mode=WAL");
    }

    private void add(String text) throws SQLException {
        try (Connection connection = open("log.sqlite");
                Statement statement = connection.createStatement()) {
            statement.execute("INSERT INTO answer VALUES ('" + text + "')");
        }
    }

    private int answers() throws SQLException {
        try (Connection connection = open("log.sqlite");
                Statement statement = connection.createStatement();
                ResultSet count = statement.executeQuery("SELECT count(*) FROM answer")) {
            return count.getInt(1);
        }
    }

    private List<String> left() throws IOException {
        try (Stream<Path> files = Files.list(data)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void whatIsCommittedIsInABackupMadeWhileOthersWrite() throws Exception {
        try (Connection server = open("log.sqlite");
                Statement statement = server.createStatement()) {
            statement.execute("INSERT INTO answer VALUES ('in the write-ahead log')");
            server.setAutoCommit(false);
            statement.execute("INSERT INTO answer VALUES ('not committed')");
            assertThat(new Backup(data).write(backup)).containsExactly("catalogue.sqlite", "log.sqlite");
            server.rollback();
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(backup)))
                .isEqualTo("rw-------");
        add("later");
        Path aside = new Backup(data).restore(backup, ANY);
        assertThat(answers()).isEqualTo(2);
        assertThat(aside.resolve("log.sqlite")).exists();
        assertThat(left()).noneMatch(name -> name.startsWith(".ibid-backup"));
    }

    @Test
    void aDamagedLogIsBroughtBackAndKeptAside() throws Exception {
        new Backup(data).write(backup);
        Files.write(data.resolve("log.sqlite"), new byte[0]);
        Files.write(data.resolve("log.sqlite-wal"), "garbage".repeat(99).getBytes());
        Path aside = new Backup(data).restore(backup, ANY);
        assertThat(answers()).isEqualTo(1);
        assertThat(aside.resolve("log.sqlite")).isEmptyFile();
        assertThat(aside.resolve("log.sqlite-wal")).isNotEmptyFile();
    }

    @Test
    void aRunningServerIsNotRestoredUnder() throws Exception {
        new Backup(data).write(backup);
        try (DataLock server = new DataLock(data).take()) {
            assertThatThrownBy(() -> new Backup(data).restore(backup, ANY))
                    .isInstanceOf(IbidException.class)
                    .hasMessageContaining("another Ibid");
        }
    }

    private Path archive(String name, byte[] content) throws IOException {
        Path archive = folder.resolve("other.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive))) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
        }
        return archive;
    }

    @Test
    void nothingIsReplacedByWhatIsNoWholeBackup() throws Exception {
        new Backup(data).write(backup);
        byte[] whole = Files.readAllBytes(backup);
        byte[] flipped = whole.clone();
        flipped[whole.length / 3] ^= 0x20;
        List<Path> wrong = List.of(
                Files.write(folder.resolve("flipped.zip"), flipped),
                Files.write(folder.resolve("half.zip"), java.util.Arrays.copyOf(whole, whole.length / 2)),
                Files.write(folder.resolve("empty.zip"), new byte[0]),
                folder.resolve("none.zip"));
        for (Path file : wrong) {
            assertRefused(file, ANY);
        }
        assertRefused(archive("../log.sqlite", Files.readAllBytes(data.resolve("log.sqlite"))), ANY);
        assertRefused(archive("notes.txt", new byte[3]), ANY);
        assertRefused(archive("log.sqlite", "no database".repeat(99).getBytes()), ANY);
        assertRefused(backup, (name, database) -> "was written by a newer Ibid");
    }

    private void assertRefused(Path file, Backup.Schemas schemas) throws Exception {
        assertThatThrownBy(() -> new Backup(data).restore(file, schemas))
                .as("%s", file)
                .isInstanceOf(IbidException.class);
        assertThat(answers()).isEqualTo(1);
        assertThat(left()).noneMatch(name -> name.startsWith("replaced-") || name.startsWith(".ibid-backup"));
    }

    @Test
    void aBackupOfADamagedLogOrOverAnotherFileIsRefused() throws Exception {
        Files.write(backup, new byte[1]);
        assertThatThrownBy(() -> new Backup(data).write(backup)).hasMessageContaining("exists");
        Files.delete(backup);
        Files.write(data.resolve("log.sqlite"), new byte[0]);
        assertThatThrownBy(() -> new Backup(data).write(backup))
                .isInstanceOf(IbidException.class)
                .hasMessageContaining("0 bytes");
        assertThat(backup).doesNotExist();
    }
}
