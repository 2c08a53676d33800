package ibid.serve.peer;

import java.net.InetSocketAddress;

/** A row of the kernel's table of TCP sockets. */
record SocketRow(InetSocketAddress local, InetSocketAddress remote, State state, long user, long inode) {

    /** As far as it matters here. */
    enum State {
        LISTENING,
        CONNECTED,
        /** Belongs to no process any more. */
        LEFT
    }

    boolean isOpenToOthers() {
        return state == State.LISTENING && !local.getAddress().isLoopbackAddress();
    }

    boolean isOtherEndOf(SocketRow other) {
        return local.equals(other.remote) && remote.equals(other.local);
    }
}
