package ibid.index.update;

import java.util.OptionalLong;

/**
 * The progress and pace of an update.
 *
 * @param phase   current phase
 * @param total   files in this phase, 0 while unknown
 * @param file    the last file processed, or empty
 * @param elapsed nanoseconds since the phase began
 */
public record UpdateProgress(Phase phase, int done, int total, String file, long elapsed) {

    /** LOOKING_THROUGH: for what files have in common, the quick part; READING: cutting and embedding them. */
    public enum Phase {
        LOOKING_THROUGH,
        READING
    }

    private static final double SECOND = 1e9; // nanoseconds

    /** Files per second, averaged over the phase, because files differ too much for a shorter time. */
    public double filesPerSecond() {
        return elapsed <= 0 ? 0 : done * SECOND / elapsed;
    }

    /** Estimated remaining time at this pace, rounded up; empty while no file is done. */
    public OptionalLong etaSeconds() {
        return filesPerSecond() == 0
                ? OptionalLong.empty()
                : OptionalLong.of((long) Math.ceil((total - done) / filesPerSecond()));
    }
}
