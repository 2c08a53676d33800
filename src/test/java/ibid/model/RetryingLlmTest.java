package ibid.model;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.model.Completion.Failed;
import ibid.model.Completion.Failure;
import ibid.model.Completion.Finished;
import ibid.model.Completion.Usage;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RetryingLlmTest {

    private static final Prompt.Filled PROMPT = new Prompt.Filled("answer@0", Prompt.Output.TEXT, "s", "u");
    private static final Completion DONE = new Finished("Good.", new Usage(1, 1), false);

    private int calls;

    private Llm readerLlm(Completion... ends) {
        Deque<Completion> left = new ArrayDeque<>(List.of(ends));
        return RetryingLlm.forReader(
                (prompt, hear) -> {
                    calls++;
                    return left.size() > 1 ? left.removeFirst() : left.getFirst();
                },
                Duration.ofMillis(1),
                Duration.ofMillis(200));
    }

    private static Failed failed(Failure failure, String text, Duration pause) {
        return new Failed(failure, text, Usage.NONE, Optional.ofNullable(pause), "scripted");
    }

    @ParameterizedTest
    @EnumSource(
            value = Failure.class,
            names = {"BUSY", "BROKEN", "CUT", "MALFORMED", "EMPTY"})
    void whatMayPassIsTriedAgain(Failure failure) {
        assertThat(readerLlm(failed(failure, "", null), DONE).complete(PROMPT, piece -> true))
                .isEqualTo(DONE);
        assertThat(calls).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource(
            value = Failure.class,
            names = {"UNAUTHORISED", "ABSENT", "SLOW", "REFUSED", "TOO_LONG", "REJECTED"})
    void whatStaysAsItIsIsNot(Failure failure) {
        assertThat(readerLlm(failed(failure, "", null), DONE).complete(PROMPT, piece -> true))
                .isInstanceOf(Failed.class);
        assertThat(calls).isEqualTo(1);
    }

    /** The reader has seen the beginning, and a second reply would not match it. */
    @Test
    void nothingIsRetriedAfterTheFirstToken() {
        assertThat(readerLlm(failed(Failure.CUT, "One. Tw", null), DONE).complete(PROMPT, piece -> true))
                .isInstanceOf(Failed.class);
        assertThat(calls).isEqualTo(1);
    }

    @Test
    void theServersPauseIsKept() {
        long start = System.nanoTime();
        readerLlm(failed(Failure.BUSY, "", Duration.ofMillis(300)), DONE).complete(PROMPT, piece -> true);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(300));
    }

    @Test
    void aPauseNoReaderWouldWaitForIsNotWaitedFor() {
        assertThat(readerLlm(failed(Failure.BUSY, "", Duration.ofMinutes(2)), DONE)
                        .complete(PROMPT, piece -> true))
                .isInstanceOf(Failed.class);
        assertThat(calls).isEqualTo(1);
    }

    @Test
    void itGivesUpAfterTwoMoreTries() {
        readerLlm(failed(Failure.BROKEN, "", null)).complete(PROMPT, piece -> true);
        assertThat(calls).isEqualTo(3);
    }

    @Test
    void aModelThatKeepsFailingIsLeftAloneAndTriedAgainLater() throws InterruptedException {
        Llm readerLlm = readerLlm(
                failed(Failure.ABSENT, "", null),
                failed(Failure.ABSENT, "", null),
                failed(Failure.ABSENT, "", null),
                failed(Failure.ABSENT, "", null),
                failed(Failure.ABSENT, "", null),
                DONE);
        for (int i = 0; i < 5; i++) {
            readerLlm.complete(PROMPT, piece -> true);
        }
        assertThat(readerLlm.complete(PROMPT, piece -> true))
                .isInstanceOfSatisfying(
                        Failed.class, failed -> assertThat(failed.failure()).isEqualTo(Failure.RESTING));
        assertThat(calls).isEqualTo(5);
        Thread.sleep(250);
        assertThat(readerLlm.complete(PROMPT, piece -> true)).isEqualTo(DONE);
    }

    private Llm batchLlm(Completion... ends) {
        Deque<Completion> left = new ArrayDeque<>(List.of(ends));
        return RetryingLlm.forBatchWork(
                (prompt, hear) -> {
                    calls++;
                    return left.size() > 1 ? left.removeFirst() : left.getFirst();
                },
                Duration.ofMillis(1));
    }

    /** For judging a run, in which every question needs a verdict. */
    @Test
    void whereNoReaderWaitsItIsNeverLeftAlone() {
        Llm judge = batchLlm(failed(Failure.BROKEN, "", null));
        for (int question = 0; question < 8; question++) {
            assertThat(((Failed) judge.complete(PROMPT, piece -> true)).failure())
                    .isEqualTo(Failure.BROKEN);
        }
        assertThat(calls).isEqualTo(8 * 6);
    }

    @ParameterizedTest
    @EnumSource(
            value = Failure.class,
            names = {"BUSY", "BROKEN", "CUT", "ABSENT", "SLOW", "STALLED"})
    void whereNoReaderWaitsMoreIsTriedAgainAndLonger(Failure failure) {
        Completion some = failed(failure, "FU", null);
        assertThat(batchLlm(some, some, some, some, some, DONE).complete(PROMPT, piece -> true))
                .isEqualTo(DONE);
        assertThat(calls).isEqualTo(6);
    }
}
