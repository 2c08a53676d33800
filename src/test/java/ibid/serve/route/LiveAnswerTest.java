package ibid.serve.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ibid.api.EventBody;
import ibid.api.ProblemBody;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LiveAnswerTest {

    private static final Duration LONG = Duration.ofSeconds(10);

    @Test
    void readersGetEveryFrameInOrderWheneverTheyCome() throws InterruptedException {
        LiveAnswer live = new LiveAnswer("a", "c");
        List<Integer> seen = new ArrayList<>();
        Thread reader = Thread.ofVirtual().start(() -> read(live, seen));
        for (int i = 1; i <= 50; i++) {
            live.add(new EventBody.TextDelta("" + i));
        }
        live.end(new EventBody.TextDelta("end"));
        reader.join();
        List<Integer> late = new ArrayList<>();
        read(live, late);
        assertThat(seen).hasSize(51).isEqualTo(late).isSorted();
    }

    private static void read(LiveAnswer live, List<Integer> into) {
        try {
            while (live.next(into.size(), LONG) instanceof LiveAnswer.Next.Ready ready) {
                into.add(ready.frame().number());
            }
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }

    @Test
    void silenceIsNotTheEnd() throws InterruptedException {
        LiveAnswer live = new LiveAnswer("a", "c");
        assertThat(live.next(0, Duration.ofMillis(5))).isInstanceOf(LiveAnswer.Next.Quiet.class);
        live.end(new EventBody.TextDelta("end"));
        assertThat(live.next(0, LONG)).isInstanceOf(LiveAnswer.Next.Ready.class);
        assertThat(live.next(1, LONG)).isInstanceOf(LiveAnswer.Next.Over.class);
    }

    @Test
    void nothingIsMadeOrSentAfterItWasStopped() throws InterruptedException {
        LiveAnswer live = new LiveAnswer("a", "c");
        AtomicInteger stops = new AtomicInteger();
        live.onStop(stops::incrementAndGet);
        EventBody.Failed problem = new EventBody.Failed(new ProblemBody("Busy", 503, "stopped"));
        assertThat(live.stop(problem)).isTrue();
        AtomicInteger stored = new AtomicInteger();
        assertThat(live.endMade(() -> new EventBody.TextDelta("" + stored.incrementAndGet())))
                .isFalse();
        assertThat(stored).hasValue(0);
        assertThat(live.last().event()).isEqualTo(problem);
        assertThat(live.stop(problem)).isFalse();
        assertThat(stops).hasValue(1);
    }

    @Test
    void workThatBeginsAfterItWasStoppedIsStopped() {
        LiveAnswer live = new LiveAnswer("a", "c");
        live.stop(new EventBody.Failed(new ProblemBody("Busy", 503, "stopped")));
        AtomicInteger stops = new AtomicInteger();
        live.onStop(stops::incrementAndGet);
        assertThat(stops).hasValue(1);
    }

    @Test
    void anAnswerThatCouldNotBeStoredIsNotAtItsEnd() {
        LiveAnswer live = new LiveAnswer("a", "c");
        assertThatThrownBy(() -> live.endMade(() -> {
                    throw new UncheckedIOException(new IOException("disk full"));
                }))
                .isInstanceOf(UncheckedIOException.class);
        assertThat(live.isFinished()).isFalse();
        assertThat(live.end(new EventBody.TextDelta("end"))).isTrue();
    }

    @Test
    void aCancelledAnswerForgetsItsEventsAndTakesNoMore() throws InterruptedException {
        LiveAnswer live = new LiveAnswer("a", "c");
        live.add(new EventBody.TextDelta("secret"));
        live.add(new EventBody.TextDelta("secret"));
        EventBody last = new EventBody.TextDelta("deleted");
        live.cancel(last);
        live.add(new EventBody.TextDelta("secret"));
        for (int seen = 0; seen <= 2; seen++) {
            assertThat(live.next(seen, LONG)).isEqualTo(new LiveAnswer.Next.Ready(new LiveAnswer.Frame(3, last)));
        }
        assertThat(live.next(3, LONG)).isInstanceOf(LiveAnswer.Next.Over.class);
        assertThat(live.last().event()).isEqualTo(last);
    }
}
