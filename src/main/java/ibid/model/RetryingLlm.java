package ibid.model;

import dev.failsafe.CircuitBreaker;
import dev.failsafe.CircuitBreakerOpenException;
import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeExecutor;
import dev.failsafe.RetryPolicy;
import ibid.model.Completion.Failed;
import ibid.model.Completion.Failure;
import ibid.model.Completion.Usage;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A model that is asked again where that may help and nothing had been heard yet, no sooner than it wishes, and left
 * alone for a while after it has failed several times on end. Threads may share it.
 */
public final class RetryingLlm implements Llm {

    private static final Logger LOG = LoggerFactory.getLogger(RetryingLlm.class);
    private static final int RETRIES = 2;
    private static final int FAILURES = 5;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5); // a reader is waiting
    private static final int RETRIES_UNWATCHED = 5;
    private static final Duration LONGEST_WAIT_UNWATCHED = Duration.ofMinutes(2);
    private static final Set<Failure> IN_VAIN =
            EnumSet.of(Failure.UNAUTHORISED, Failure.REFUSED, Failure.TOO_LONG, Failure.REJECTED);
    private static final Set<Failure> NOT_THE_MODELS_FAULT =
            EnumSet.of(Failure.REFUSED, Failure.TOO_LONG, Failure.REJECTED);

    private final Llm llm;
    private final FailsafeExecutor<Completion> calls;

    public RetryingLlm(Llm llm, Duration firstWait, Duration rest) {
        this.llm = llm;
        RetryPolicy<Completion> again = RetryPolicy.<Completion>builder()
                .handleResultIf(RetryingLlm::worthAnother)
                .withMaxRetries(RETRIES)
                .withDelayFn(context -> context.getLastResult() instanceof Failed failed
                                && failed.pause().isPresent()
                        ? failed.pause().get()
                        : firstWait.multipliedBy(1L << Math.max(0, context.getAttemptCount() - 1)))
                .build();
        CircuitBreaker<Completion> breaker = CircuitBreaker.<Completion>builder()
                .handleResultIf(completion ->
                        completion instanceof Failed failed && !NOT_THE_MODELS_FAULT.contains(failed.failure()))
                .withFailureThreshold(FAILURES)
                .withDelay(rest)
                .build();
        this.calls = Failsafe.with(again, breaker);
    }

    private RetryingLlm(Llm llm, FailsafeExecutor<Completion> calls) {
        this.llm = llm;
        this.calls = calls;
    }

    /**
     * For work that no reader waits for: asked again longer and after more kinds of failure, and never left alone,
     * since what was not asked has no answer.
     */
    public static RetryingLlm unhurried(Llm llm, Duration firstWait) {
        RetryPolicy<Completion> again = RetryPolicy.<Completion>builder()
                .handleResultIf(
                        completion -> completion instanceof Failed failed && !IN_VAIN.contains(failed.failure()))
                .withMaxRetries(RETRIES_UNWATCHED)
                .withDelayFn(context -> wait(
                        context.getLastResult(),
                        firstWait.multipliedBy(1L << Math.max(0, context.getAttemptCount() - 1))))
                .build();
        return new RetryingLlm(llm, Failsafe.with(again));
    }

    private static Duration wait(Completion last, Duration usual) {
        Duration wished = last instanceof Failed failed ? failed.pause().orElse(usual) : usual;
        return wished.compareTo(LONGEST_WAIT_UNWATCHED) > 0 ? LONGEST_WAIT_UNWATCHED : wished;
    }

    private static boolean worthAnother(Completion completion) {
        return completion instanceof Failed failed
                && failed.failure().worthAnother()
                && failed.text().isEmpty()
                && failed.pause().map(wait -> wait.compareTo(LONGEST_WAIT) <= 0).orElse(true);
    }

    @Override
    public Completion complete(Prompt.Filled prompt, Predicate<String> hear) {
        try {
            Completion completion = calls.get(() -> llm.complete(prompt, hear));
            if (completion instanceof Failed failed)
                LOG.warn(
                        "the language model {} ({}) after {} characters: {}",
                        failed.failure().description(),
                        prompt.version(),
                        failed.text().length(),
                        failed.detail());
            return completion;
        } catch (CircuitBreakerOpenException resting) {
            return new Failed(Failure.RESTING, "", Usage.NONE, Optional.empty(), "circuit open");
        }
    }
}
