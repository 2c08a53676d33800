package ibid.read.bytes;

import ibid.IbidException;

/**
 * Stops the reading of a file after its time limit. The reading thread is interrupted then, and long loops check for
 * that.
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
