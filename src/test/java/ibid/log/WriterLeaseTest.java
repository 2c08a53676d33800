package ibid.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ibid.IbidException;
import ibid.storage.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
class WriterLeaseTest {

    @Parameter
    private TestDatabase engine;

    @TempDir
    private Path folder;

    private TurnLog log;
    private WriterLease first;
    private WriterLease second;

    @BeforeEach
    void open() {
        log = new TurnLog(engine.address(folder, "log.sqlite"));
        first = log.lease("news", "process 1");
        second = log.lease("news", "process 2");
    }

    @AfterEach
    void close() {
        first.close();
        second.close();
        log.close();
    }

    /** As if so much time had passed without a renewal. */
    private void expire() throws SQLException {
        move(WriterLease.LENGTH.negated());
    }

    private void move(Duration end) throws SQLException {
        try (Connection connection = engine.connect(folder, "log.sqlite");
                Statement statement = connection.createStatement()) {
            statement.execute("UPDATE writer_lease SET expires = expires + " + end.toMillis());
        }
    }

    @Test
    void oneHasItAndTheOtherIsToldWho() {
        assertThat(first.take()).isTrue();
        assertThat(first.take()).isTrue();
        assertThat(second.take()).isFalse();
        assertThat(second.holder()).isEqualTo("process 1");
        first.require();
        assertThatThrownBy(second::require)
                .isInstanceOfSatisfying(
                        IbidException.class, busy -> assertThat(busy.code()).isEqualTo(IbidException.Code.BUSY));
    }

    @Test
    void anotherIndexIsWrittenByAnother() {
        assertThat(first.take()).isTrue();
        try (WriterLease other = log.lease("archive", "process 3")) {
            assertThat(other.take()).isTrue();
        }
    }

    @Test
    void itIsFreeAfterAnUpdateUnlessItIsKept() {
        first.take();
        first.giveBack();
        assertThat(second.keep()).isTrue();
        second.giveBack();
        assertThat(first.take()).isFalse();
        second.close();
        assertThat(first.take()).isTrue();
    }

    @Test
    void whoDoesNotRenewItLosesItAndIsStopped() throws Exception {
        first.keep();
        expire();
        assertThat(second.take()).isTrue();
        assertThat(first.isRenewed()).isFalse();
        assertThatThrownBy(first::require).isInstanceOf(IbidException.class);
        assertThat(first.take()).isFalse();
        first.close(); // what it has not it does not release
        second.require();
        assertThat(first.take()).isFalse();
    }

    @Test
    void whoWasLateGoesOnIfNobodyTookIt() throws SQLException {
        first.take();
        expire();
        assertThat(first.isRenewed()).isTrue();
        first.require();
        assertThat(second.take()).isFalse();
    }

    @Test
    void oneThatWasTakenWhileTheClockWasAheadDoesNotCount() throws SQLException {
        first.take();
        move(Duration.ofSeconds(30)); // another machine's clock
        assertThat(second.take()).isFalse();
        move(Duration.ofDays(400));
        assertThat(second.take()).isTrue();
    }

    @Test
    void ofManyThatTakeItAtOnceOneHasIt() throws Exception {
        List<WriterLease> all = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            all.add(log.lease("race", "process " + i));
        }
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Boolean>> takes = new ArrayList<>();
            all.forEach(lease -> takes.add(lease::take));
            int holders = 0;
            for (Future<Boolean> taken : threads.invokeAll(takes)) {
                holders += taken.get() ? 1 : 0;
            }
            assertThat(holders).isEqualTo(1);
        } finally {
            all.forEach(WriterLease::close);
        }
    }
}
