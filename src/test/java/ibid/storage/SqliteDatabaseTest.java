package ibid.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ibid.IbidException;
import ibid.library.Catalogue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteDatabaseTest {

    private static final Database.Schema SCHEMA = new Database.Schema("catalogue", Catalogue.class, 1, 0);

    @TempDir
    Path folder;

    private static void addVector(Database database, String model) {
        database.write(
                handle -> handle.execute("INSERT INTO vector (model, text_hash, vector) VALUES (?, 'h', 'v')", model));
    }

    private static int count(Database database) {
        return database.read(handle -> handle.createQuery("SELECT count(*) FROM vector")
                .mapTo(Integer.class)
                .one());
    }

    @Test
    void aTransactionThatFailsLeavesNothing() {
        try (Database database = new SqliteDatabase(folder.resolve("new/c.sqlite"), SCHEMA)) {
            addVector(database, "one");
            assertThatThrownBy(() -> database.write(handle -> {
                        handle.execute("DELETE FROM vector");
                        throw new IllegalStateException("stop");
                    }))
                    .hasMessage("stop");
            assertThatThrownBy(() -> addVector(database, "one"))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageStartingWith("cannot write the catalogue in ");
            assertThat(count(database)).isEqualTo(1);
        }
    }

    @Test
    void whatIsWrittenIsThereAtTheNextOpening() {
        try (Database database = new SqliteDatabase(folder.resolve("c.sqlite"), SCHEMA)) {
            addVector(database, "one");
        }
        try (Database database = new SqliteDatabase(folder.resolve("c.sqlite"), SCHEMA);
                Database other = new SqliteDatabase(folder.resolve("c.sqlite"), SCHEMA)) {
            addVector(database, "two");
            assertThat(count(other)).isEqualTo(2);
        }
    }

    @Test
    void aFileOfANewerIbidOrNoDatabaseIsRefusedInAClearSentence() throws IOException {
        Path file = folder.resolve("c.sqlite");
        try (Database database = new SqliteDatabase(file, SCHEMA)) {
            database.write(handle -> handle.execute("PRAGMA user_version = 7"));
        }
        assertThatThrownBy(() -> new SqliteDatabase(file, SCHEMA))
                .isInstanceOf(IbidException.class)
                .hasMessageStartingWith("the catalogue was written by a newer Ibid (version 7)");
        Files.writeString(folder.resolve("text.sqlite"), "no database at all, but a file of some letters".repeat(50));
        assertThatThrownBy(() -> new SqliteDatabase(folder.resolve("text.sqlite"), SCHEMA))
                .isInstanceOf(IbidException.class)
                .hasMessageContaining("text.sqlite is damaged: ")
                .hasMessageContaining("./ibid restore FILE");
    }

    @Test
    void everyConnectionWaitsForTheDisk() {
        try (Database database = new SqliteDatabase(folder.resolve("c.sqlite"), SCHEMA)) {
            int full = 2; // of PRAGMA synchronous
            assertThat(database.<String>read(handle -> handle.createQuery("PRAGMA journal_mode")
                            .mapTo(String.class)
                            .one()))
                    .isEqualTo("wal");
            assertThat(database.<Integer>read(handle -> handle.createQuery("PRAGMA synchronous")
                            .mapTo(Integer.class)
                            .one()))
                    .isEqualTo(full);
            assertThat(database.<Integer>write(handle -> handle.createQuery("PRAGMA synchronous")
                            .mapTo(Integer.class)
                            .one()))
                    .isEqualTo(full);
        }
    }

    @Test
    void nothingIsAcknowledgedThatIsWrittenToADeletedFile() throws IOException {
        for (String deleted : java.util.List.of("c.sqlite", "c.sqlite-wal")) {
            Path data = folder.resolve("of-" + deleted);
            try (Database database = new SqliteDatabase(data.resolve("c.sqlite"), SCHEMA)) {
                addVector(database, "one");
                Files.delete(data.resolve(deleted));
                assertThatThrownBy(() -> addVector(database, "two"))
                        .isInstanceOf(UncheckedIOException.class)
                        .hasMessageContaining(deleted + " was deleted");
                assertThatThrownBy(database::checkWritable).isInstanceOf(UncheckedIOException.class);
            }
        }
    }
}
