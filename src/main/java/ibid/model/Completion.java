package ibid.model;

import java.time.Duration;
import java.util.Optional;

/** The result of a call of a language model. */
public sealed interface Completion {

    String text();

    Usage usage();

    /** @param stopped whether the listener stopped it */
    record Finished(String text, Usage usage, boolean stopped) implements Completion {}

    /**
     * @param text   the text received before
     * @param pause  how long to wait before the next call, as the model requests
     * @param detail for the log
     */
    record Failed(Failure failure, String text, Usage usage, Optional<Duration> pause, String detail)
            implements Completion {}

    /** Tokens, 0 where the model does not report them. */
    record Usage(int in, int out) {

        public static final Usage NONE = new Usage(0, 0);

        public Usage plus(Usage other) {
            return new Usage(in + other.in, out + other.out);
        }
    }

    /** The kinds of failure of a model, with their description for the reader. */
    enum Failure {
        ABSENT("is not there", false),
        UNAUTHORISED("refused the key", false),
        REJECTED("did not take the request", false),
        BUSY("is overloaded", true),
        BROKEN("failed", true),
        SLOW("did not begin in time", false),
        STALLED("stopped in the middle", false),
        CUT("was cut off", true),
        MALFORMED("sent what cannot be read", true),
        EMPTY("wrote nothing", true),
        REFUSED("would not answer", false),
        TOO_LONG("did not come to an end", false),
        RESTING("has failed several times and is left alone for a while", false);

        private final String description;
        private final boolean isRetryable;

        Failure(String description, boolean isRetryable) {
            this.description = description;
            this.isRetryable = isRetryable;
        }

        /** The description, which completes "the language model". */
        public String description() {
            return description;
        }

        boolean isRetryable() {
            return isRetryable;
        }
    }
}
