package ibid.serve.peer;

/** The program at the other end of one connection, proven to be its user's. */
public interface ProvenPeer {

    /**
     * Whether the proof holds still for the same connection, as far as can be told without making it again. Takes a
     * tenth of the time, as the kernel's table of all sockets is not read.
     */
    boolean isUnchanged();
}
