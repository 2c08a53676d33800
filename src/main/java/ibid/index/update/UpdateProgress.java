package ibid.index.update;

import java.util.OptionalLong;

/**
 * How far a run has come, and how fast.
 *
 * @param phase   what of the run is under way
 * @param total   files to look at, 0 while that is not known
 * @param file    the last one looked at, or empty
 * @param elapsed nanoseconds since that phase began
 */
public record UpdateProgress(Phase phase, int done, int total, String file, long elapsed) {

    /** LOOKING_THROUGH: for what files have in common, the quick part; READING: cutting and embedding them. */
    public enum Phase {
        LOOKING_THROUGH,
        READING
    }

    private static final double SECOND = 1e9; // nanoseconds

    /** Over the whole phase so far: files differ too much for less to say anything. */
    public double filesPerSecond() {
        return elapsed <= 0 ? 0 : done * SECOND / elapsed;
    }

    /** What is left at that pace, rounded up; empty while nothing is done. */
    public OptionalLong etaSeconds() {
        return filesPerSecond() == 0
                ? OptionalLong.empty()
                : OptionalLong.of((long) Math.ceil((total - done) / filesPerSecond()));
    }
}
