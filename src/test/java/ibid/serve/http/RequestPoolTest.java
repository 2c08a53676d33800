package ibid.serve.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ibid.IbidException;
import ibid.api.ProblemBody;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RequestPoolTest {

    private static final Duration LONG = Duration.ofMinutes(5);
    private static final Duration SHORT = Duration.ofMillis(20);

    @Test
    void refusesWhatHasNoPlace() {
        CountDownLatch wait = new CountDownLatch(1);
        try (RequestPool pool = new RequestPool("questions", 1, 1, LONG)) {
            submit(pool, () -> await(wait), () -> {}, () -> {});
            submit(pool, () -> await(wait), () -> {}, () -> {});
            assertThat(pool.hasPlace()).isFalse();
            assertThatThrownBy(() -> submit(pool, () -> {}, () -> {}, () -> {}))
                    .isInstanceOf(IbidException.class)
                    .hasMessage("2 questions are under way; ask again in a moment")
                    .extracting(refused -> ((IbidException) refused).code())
                    .isEqualTo(IbidException.Code.BUSY);
            wait.countDown();
        }
    }

    @Test
    void aFailureOfTheWorkGivesThePlaceBackAndIsThrown() throws Exception {
        try (RequestPool pool = new RequestPool("questions", 1, 1, LONG)) {
            for (int i = 0; i < 100; i++) {
                assertThatThrownBy(() -> pool.call(() -> {
                            throw new IllegalStateException("broken");
                        }))
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessage("broken");
            }
            assertThat(pool.call(() -> "fine")).isEqualTo("fine");
        }
    }

    @Test
    void workRunsOnPlatformThreads() throws Exception {
        try (RequestPool pool = new RequestPool("questions", 1, 1, LONG)) {
            assertThat(pool.call(() -> Thread.currentThread().isVirtual())).isFalse();
        }
    }

    @Test
    void lateWorkIsInterruptedAndRefused() throws Exception {
        CountDownLatch interrupted = new CountDownLatch(1);
        try (RequestPool pool = new RequestPool("questions", 1, 1, SHORT)) {
            assertThatThrownBy(() -> pool.call(() -> {
                        awaitInterrupt(interrupted);
                        return null;
                    }))
                    .isInstanceOf(IbidException.class)
                    .hasMessageStartingWith("not done within");
            interrupted.await();
        }
    }

    @Test
    void lateWorkThatNobodyWaitsForIsReportedBeforeItIsInterrupted() throws Exception {
        CountDownLatch interrupted = new CountDownLatch(1);
        CountDownLatch late = new CountDownLatch(1);
        try (RequestPool pool = new RequestPool("questions", 1, 1, SHORT)) {
            submit(pool, () -> awaitInterrupt(interrupted), () -> {}, late::countDown);
            interrupted.await();
            assertThat(late.getCount()).isZero();
        }
    }

    @Test
    void cancelledWorkThatWaitsIsNotBegun() throws Exception {
        CountDownLatch wait = new CountDownLatch(1);
        AtomicInteger begun = new AtomicInteger();
        try (RequestPool pool = new RequestPool("questions", 1, 2, LONG)) {
            submit(pool, () -> await(wait), () -> {}, () -> {});
            Future<?> waiting = submit(pool, begun::incrementAndGet, () -> {}, () -> {});
            waiting.cancel(true);
            wait.countDown();
            assertThat(pool.call(() -> "next")).isEqualTo("next");
            assertThat(begun).hasValue(0);
        }
    }

    @Test
    void workWithoutMemoryMayBeAskedForAgain() {
        try (RequestPool pool = new RequestPool("questions", 1, 1, LONG)) {
            assertThatThrownBy(() -> pool.call(() -> {
                        throw new OutOfMemoryError("Java heap space");
                    }))
                    .isInstanceOf(IbidException.class)
                    .hasMessageContaining("not enough memory");
        }
        List<ProblemBody> problems = new ArrayList<>();
        Problems.reporting(problems::add, () -> {
            throw new OutOfMemoryError("Java heap space");
        });
        assertThat(problems).extracting(ProblemBody::status).containsExactly(503);
    }

    @Test
    void refusesWhatWouldWaitTooLongByHowLongTheLatestTook() throws Exception {
        CountDownLatch first = new CountDownLatch(1);
        CountDownLatch wait = new CountDownLatch(1);
        AtomicInteger begun = new AtomicInteger();
        try (RequestPool pool = new RequestPool("questions", 1, 64, LONG, LONG.dividedBy(100))) {
            submit(
                    pool,
                    () -> {
                        first.countDown();
                        await(wait);
                    },
                    () -> {},
                    () -> {});
            first.await();
            submit(pool, begun::incrementAndGet, () -> {}, () -> {});
            submit(pool, begun::incrementAndGet, () -> {}, () -> {}); // two seconds are little of three
            assertThatThrownBy(() -> {
                        for (int i = 0; i < 64; i++) {
                            submit(pool, begun::incrementAndGet, () -> {}, () -> {});
                        }
                    })
                    .isInstanceOf(IbidException.class)
                    .hasMessage("4 questions are under way; ask again in a moment");
            assertThat(pool.hasPlace()).isFalse();
            assertThat(pool.waiting()).isEqualTo(3);
            wait.countDown();
        }
    }

    @Test
    void aPoolThatIsClosedTakesNoWork() {
        RequestPool pool = new RequestPool("questions", 1, 1, LONG);
        pool.close();
        assertThatThrownBy(() -> pool.call(() -> "late")).hasMessage("the server is stopping");
    }

    private static Future<?> submit(RequestPool pool, Runnable task, Runnable refused, Runnable late) {
        return pool.submit(System.nanoTime(), task, refused, late);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private static void awaitInterrupt(CountDownLatch interrupted) {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException expected) {
            interrupted.countDown();
        }
    }
}
