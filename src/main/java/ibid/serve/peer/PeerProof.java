package ibid.serve.peer;

import java.net.InetSocketAddress;
import java.util.Optional;

/** Tells whether the other end of a connection is proven to be the user at this machine. */
public interface PeerProof {

    /** Empty if nothing is proven. */
    Optional<ProvenPeer> prove(InetSocketAddress client, InetSocketAddress server);
}
