package ibid.model;

import java.time.Duration;

/**
 * How long a language model may take.
 *
 * @param first   until the first piece
 * @param between two pieces
 * @param whole   from beginning to end
 */
public record TimeLimits(Duration first, Duration between, Duration whole) {

    static final TimeLimits REMOTE = ofSeconds(30, 15, 90);
    static final TimeLimits REMOTE_SHORT = ofSeconds(8, 5, 15);
    // a prompt of 2,000 tokens is read for a minute on two cores
    static final TimeLimits LOCAL = ofSeconds(120, 30, 240);
    static final TimeLimits LOCAL_SHORT = ofSeconds(20, 10, 30);

    static TimeLimits ofSeconds(int first, int between, int whole) {
        return new TimeLimits(Duration.ofSeconds(first), Duration.ofSeconds(between), Duration.ofSeconds(whole));
    }
}
