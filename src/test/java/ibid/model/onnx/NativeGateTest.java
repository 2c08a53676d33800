package ibid.model.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class NativeGateTest {

    private final NativeGate gate = new NativeGate();
    private final List<String> order = Collections.synchronizedList(new ArrayList<>());

    @Test
    void closingWaitsForTheCallThatRuns() throws InterruptedException {
        CountDownLatch running = new CountDownLatch(1), end = new CountDownLatch(1);
        Thread call = Thread.ofPlatform()
                .start(() -> gate.pass(() -> {
                    running.countDown();
                    awaitQuietly(end);
                    order.add("called");
                    return 0;
                }));
        running.await();
        Thread close = Thread.ofPlatform().start(() -> gate.close(() -> order.add("freed")));
        while (close.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
        assertThat(order).isEmpty();
        end.countDown();
        call.join();
        close.join();
        assertThat(order).containsExactly("called", "freed");
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }

    @Test
    void aCallAfterClosingIsRefusedAndTheModelIsFreedOnce() {
        gate.close(() -> order.add("freed"));
        gate.close(() -> order.add("freed again"));
        assertThatThrownBy(() -> gate.pass(() -> order.add("called"))).isInstanceOf(CancellationException.class);
        assertThat(order).containsExactly("freed");
    }

    @Test
    void aCallOfAnInterruptedThreadIsRefusedAndItStaysInterrupted() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> gate.pass(() -> order.add("called"))).isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(gate.<Integer, RuntimeException>pass(() -> 7)).isEqualTo(7);
    }
}
