package ibid.library;

/**
 * When a file is read again though it looks the same.
 *
 * @param at    milliseconds since 1970, or 0 for never
 * @param tries how often in a row that has been to no avail
 */
public record RetryTime(long at, int tries) {

    public static final RetryTime NEVER = new RetryTime(0, 0);
    /** At the next look: it may have changed since without its time telling. */
    public static final RetryTime SOON = new RetryTime(1, 0);

    private static final long FIRST_PAUSE = 30_000,
            LONGEST_PAUSE = 6 * 3_600_000; // milliseconds; a hostile file costs a minute each time
    private static final int MOST_TRIES = 10;

    public boolean isDue(long now) {
        return at != 0 && at <= now;
    }

    /** After four times as long as the time before. */
    public RetryTime later(long now) {
        int again = Math.min(tries + 1, MOST_TRIES);
        return new RetryTime(now + Math.min(LONGEST_PAUSE, FIRST_PAUSE << 2 * (again - 1)), again);
    }
}
