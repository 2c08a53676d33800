package ibid.serve.route;

import ibid.ask.Ask;
import ibid.serve.http.RequestPool;
import java.time.Duration;

/** The pool that answers questions: how many at once, and how long one may wait and take. */
public final class AnswerPool {

    /** Enough for a language model's server, which answers several at once. */
    private static final int MIN_AT_ONCE = 8;

    private static final int MAX_UNDER_WAY = 64; // the last of them waits about 15 s on two cores
    private static final Duration MAX_TIME = Duration.ofMinutes(5); // a model on two cores writes for up to four

    /** Of a quoted answer, which takes a fraction of a second: with it, a reader has it within three. */
    private static final Duration MAX_WAIT = Duration.ofMillis(1500);

    private AnswerPool() {}

    public static RequestPool of(Ask ask) {
        int cores = Runtime.getRuntime().availableProcessors(); // more at once here would only delay other requests
        int atOnce = ask.isComputedHere() ? cores : Math.max(MIN_AT_ONCE, cores);
        Duration patience = ask.isComputedHere() ? MAX_WAIT : MAX_TIME;
        return new RequestPool("questions", atOnce, Math.max(atOnce, MAX_UNDER_WAY - atOnce), MAX_TIME, patience);
    }
}
