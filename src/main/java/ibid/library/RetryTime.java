package ibid.library;

/**
 * When a file is read again although it looks unchanged.
 *
 * @param at    milliseconds since 1970, or 0 for never
 * @param tries how often in a row reading has failed
 */
public record RetryTime(long at, int tries) {

    public static final RetryTime NEVER = new RetryTime(0, 0);
    /** At the next check: it may have changed without a change of its modification time. */
    public static final RetryTime AT_NEXT_CHECK = new RetryTime(1, 0);

    private static final long FIRST_PAUSE_MILLIS = 30_000;
    private static final long MAX_PAUSE_MILLIS = 6 * 3_600_000; // a hostile file costs a minute each time
    private static final int MAX_TRIES = 10;

    /** Also if it lies further ahead than any pause: then the clock was set back since. */
    public boolean isDue(long now) {
        return at != 0 && (at <= now || at > now + MAX_PAUSE_MILLIS);
    }

    /** After a pause four times as long as the last one. */
    public RetryTime later(long now) {
        int next = Math.min(tries + 1, MAX_TRIES);
        long pause = FIRST_PAUSE_MILLIS << 2 * (next - 1);
        return new RetryTime(now + Math.min(MAX_PAUSE_MILLIS, pause), next);
    }
}
