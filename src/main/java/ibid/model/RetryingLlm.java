package ibid.model;

import dev.failsafe.CircuitBreaker;
import dev.failsafe.CircuitBreakerOpenException;
import dev.failsafe.ExecutionContext;
import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeException;
import dev.failsafe.FailsafeExecutor;
import dev.failsafe.RetryPolicy;
import ibid.model.Completion.Failure;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Retries a model's calls if that may help, no earlier than the model requests. Threads may share it. */
final class RetryingLlm implements Llm {

    private static final Logger LOG = LoggerFactory.getLogger(RetryingLlm.class);
    private static final int MAX_RETRIES = 2;
    private static final int MAX_BATCH_RETRIES = 5;
    private static final Duration MAX_WAIT = Duration.ofSeconds(5); // a reader is waiting
    private static final Duration MAX_BATCH_WAIT = Duration.ofMinutes(2);
    private static final int FAILURES_BEFORE_REST = 5;

    private static final Set<Failure> FAULTS_OF_THE_REQUEST =
            EnumSet.of(Failure.REFUSED, Failure.TOO_LONG, Failure.REJECTED);

    private final Llm llm;
    private final FailsafeExecutor<Completion> calls;

    private RetryingLlm(Llm llm, FailsafeExecutor<Completion> calls) {
        this.llm = llm;
        this.calls = calls;
    }

    /**
     * For work that a reader waits for. Retries only if nothing was written yet, and makes no calls for a while after
     * several failures in a row.
     */
    static RetryingLlm forReader(Llm llm, Duration firstWait, Duration rest) {
        RetryPolicy<Completion> retries = RetryPolicy.<Completion>builder()
                .handleResultIf(RetryingLlm::isWorthRetrying)
                .withMaxRetries(MAX_RETRIES)
                .withDelayFn(context -> delay(context, firstWait))
                .build();
        CircuitBreaker<Completion> breaker = CircuitBreaker.<Completion>builder()
                .handleResultIf(RetryingLlm::isFaultOfTheModel)
                .withFailureThreshold(FAILURES_BEFORE_REST)
                .withDelay(rest)
                .build();
        return new RetryingLlm(llm, Failsafe.with(retries, breaker));
    }

    /**
     * For work that no reader waits for. Retries for longer and after more kinds of failure, and never suspends calls,
     * because every question needs an answer.
     */
    static RetryingLlm forBatchWork(Llm llm, Duration firstWait) {
        RetryPolicy<Completion> retries = RetryPolicy.<Completion>builder()
                .handleResultIf(RetryingLlm::mayPass)
                .withMaxRetries(MAX_BATCH_RETRIES)
                .withDelayFn(context -> shorter(delay(context, firstWait), MAX_BATCH_WAIT))
                .build();
        return new RetryingLlm(llm, Failsafe.with(retries));
    }

    /** The pause that the model requests, else twice the last pause. */
    private static Duration delay(ExecutionContext<Completion> context, Duration firstWait) {
        int doublings = Math.max(0, context.getAttemptCount() - 1);
        Duration usual = firstWait.multipliedBy(1L << doublings);
        return context.getLastResult() instanceof Completion.Failed failed
                ? failed.pause().orElse(usual)
                : usual;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? other : one;
    }

    private static boolean isWorthRetrying(Completion completion) {
        if (!(completion instanceof Completion.Failed failed) || isStopped()) {
            return false;
        }
        boolean isSoon = failed.pause().orElse(Duration.ZERO).compareTo(MAX_WAIT) <= 0;
        return failed.failure().isRetryable() && failed.text().isEmpty() && isSoon;
    }

    private static boolean isFaultOfTheModel(Completion completion) {
        return completion instanceof Completion.Failed failed
                && !FAULTS_OF_THE_REQUEST.contains(failed.failure())
                && !isStopped();
    }

    /** Whether the caller was interrupted because nobody wants the text any more. */
    private static boolean isStopped() {
        return Thread.currentThread().isInterrupted();
    }

    private static boolean mayPass(Completion completion) {
        return completion instanceof Completion.Failed failed
                && failed.failure() != Failure.UNAUTHORISED
                && !FAULTS_OF_THE_REQUEST.contains(failed.failure());
    }

    @Override
    public Completion complete(Prompt.Filled prompt, Predicate<String> listener) {
        try {
            Completion completion = calls.get(() -> llm.complete(prompt, listener));
            if (isStopped()) {
                throw new CancellationException("the language model was stopped");
            }
            if (completion instanceof Completion.Failed failed) {
                warn(prompt, failed);
            }
            return completion;
        } catch (CircuitBreakerOpenException resting) {
            return new Completion.Failed(Failure.RESTING, "", Completion.Usage.NONE, Optional.empty(), "circuit open");
        } catch (FailsafeException stopped) { // interrupted while it waited for the next try
            Thread.currentThread().interrupt();
            throw new CancellationException(stopped.getMessage());
        }
    }

    private static void warn(Prompt.Filled prompt, Completion.Failed failed) {
        LOG.warn(
                "the language model {} ({}) after {} characters: {}",
                failed.failure().description(),
                prompt.version(),
                failed.text().length(),
                failed.detail());
    }
}
