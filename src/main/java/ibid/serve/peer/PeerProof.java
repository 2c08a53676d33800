package ibid.serve.peer;

import java.net.InetSocketAddress;

/** Tells whether the other end of a connection is proven to be the user at this machine. */
public interface PeerProof {

    boolean isLocalUser(InetSocketAddress client, InetSocketAddress server);
}
