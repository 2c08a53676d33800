package ibid.read.bytes;

import ibid.IbidException;

/**
 * Ends the reading of a file that nobody waits for any more. Long loops ask it; the thread of a reading that is late is
 * interrupted.
 */
public final class Deadline {

    private Deadline() {}

    /** @throws IbidException INVALID where the thread was interrupted */
    public static void check() {
        if (Thread.currentThread().isInterrupted()) {
            throw new IbidException(IbidException.Code.INVALID, "not read in time");
        }
    }
}
