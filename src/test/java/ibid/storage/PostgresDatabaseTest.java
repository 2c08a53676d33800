package ibid.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ibid.IbidException;
import ibid.access.AccessDatabase;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresDatabaseTest {

    private static final Database.Schema SCHEMA = new Database.Schema("access database", AccessDatabase.class, 1, 1);
    private static final String INSERT =
            "INSERT INTO audit (time, who, what, article, outcome) VALUES ('t', ?, 'w', 'a', 'o')";
    private static final String COUNT = "SELECT count(*) FROM audit";

    @TempDir
    private Path folder;

    private PostgresAddress address;
    private DatabaseRelay relay;
    private Database database;

    @BeforeEach
    void open() {
        address = TestDatabase.postgres(folder);
        relay = DatabaseRelay.to(address);
        database = Database.open(relay.through(address), SCHEMA);
    }

    @AfterEach
    void close() {
        database.close();
        relay.close();
    }

    private static int count(Handle handle) {
        return handle.createQuery(COUNT).mapTo(Integer.class).one();
    }

    @Test
    void aTransactionThatFailsLeavesNothing() {
        assertThatThrownBy(() -> database.write(handle -> {
                    handle.execute(INSERT, "x");
                    throw new IllegalStateException("stop");
                }))
                .hasMessage("stop");
        assertThatThrownBy(() -> database.write(handle -> handle.execute("INSERT INTO nowhere VALUES (1)")))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageStartingWith("cannot write the access database in postgresql://localhost:")
                .hasMessageContaining("nowhere")
                .hasMessageNotContaining("\n")
                .hasMessageNotContaining("user=");
        assertThat(database.<Integer>read(PostgresDatabaseTest::count)).isZero();
    }

    @Test
    void everyConnectionCommitsToTheDisk() throws Exception {
        try (var connection = TestDatabase.POSTGRESQL.connect(folder, "");
                var statement = connection.createStatement()) {
            statement.execute("CREATE ROLE careless LOGIN SUPERUSER; ALTER ROLE careless SET synchronous_commit = off");
        }
        String url = address.url().replace("user=postgres", "user=careless");
        try (Database careless = Database.open(new PostgresAddress(url, "", ""), SCHEMA)) {
            assertThat(careless.<String>write(handle -> handle.createQuery("SHOW synchronous_commit")
                            .mapTo(String.class)
                            .one()))
                    .isEqualTo("on");
        }
    }

    @Test
    void aLostConnectionIsReplacedAndTheWorkDoneOnceMore() {
        database.checkWritable();
        relay.dropConnections();
        assertThat(database.<Integer>read(PostgresDatabaseTest::count)).isZero();
        relay.dropConnections();
        database.write(handle -> handle.execute(INSERT, "x"));
        assertThat(database.<Integer>read(PostgresDatabaseTest::count)).isEqualTo(1);
        AtomicInteger tries = new AtomicInteger();
        int rows = database.write(handle -> {
            handle.execute(INSERT, "lost with its connection");
            if (tries.incrementAndGet() == 1) {
                relay.dropConnections();
            }
            return handle.execute(INSERT, "y");
        });
        assertThat(rows).isEqualTo(1);
        assertThat(tries).hasValue(2);
        assertThat(database.<Integer>read(PostgresDatabaseTest::count)).isEqualTo(3);
    }

    @Test
    void whatWasRolledBackForAConflictIsDoneOnceMore() {
        AtomicInteger tries = new AtomicInteger();
        database.write(handle -> {
            handle.execute(INSERT, "x");
            if (tries.incrementAndGet() == 1) {
                handle.execute("DO 'BEGIN RAISE EXCEPTION ''conflict'' USING ERRCODE = ''40001''; END'");
            }
            return 0;
        });
        assertThat(database.<Integer>read(PostgresDatabaseTest::count)).isEqualTo(1);
    }

    @Test
    void aDatabaseThatIsAwayIsAFailureAndItsReturnIsNoticed() {
        relay.cut();
        assertThatThrownBy(() -> database.read(PostgresDatabaseTest::count)).isInstanceOf(UncheckedIOException.class);
        assertThatThrownBy(database::checkWritable)
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageStartingWith("cannot write the access database in postgresql://localhost:");
        relay.mend();
        assertThat(isWritableAgain()).isTrue();
    }

    /** The pool tries again at growing intervals of up to five seconds. */
    private boolean isWritableAgain() {
        for (int tries = 0; tries < 20; tries++) {
            try {
                database.checkWritable();
                return true;
            } catch (UncheckedIOException away) {
                assertThat(away).hasMessageContaining("cannot write");
            }
        }
        return false;
    }

    @Test
    void aDatabaseThatCannotBeOpenedIsRefusedWithTheMend() {
        relay.cut();
        assertThatThrownBy(() -> Database.open(relay.through(address), SCHEMA))
                .isInstanceOfSatisfying(
                        IbidException.class, away -> assertThat(away.code()).isEqualTo(IbidException.Code.BUSY))
                .hasMessageContaining("start the database, or correct IBID_DATABASE");
        String elsewhere = address.url().replace("/postgres?", "/newsroom?");
        assertThatThrownBy(() -> Database.open(new PostgresAddress(elsewhere, "", ""), SCHEMA))
                .isInstanceOfSatisfying(
                        IbidException.class, wrong -> assertThat(wrong.code()).isEqualTo(IbidException.Code.INVALID))
                .hasMessageContaining("make the database");
    }

    @Test
    void doctorTellsWhatItFindsAndThatTheDiskIsNotWaitedFor() {
        assertThatThrownBy(() -> PostgresExamination.of(address))
                .isInstanceOf(IbidException.class)
                .hasMessageContaining("has fsync off"); // as the server of these tests
    }
}
