package ibid.serve.caller;

import ibid.serve.peer.PeerProof;
import ibid.serve.peer.ProvenPeer;
import io.javalin.http.Context;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.server.ConnectionMetaData;

/** Proves of each connection whether the user at this machine opened it, and keeps the proof with the connection. */
record ConnectionProof(PeerProof proof) {

    private static final String ATTRIBUTE = ConnectionProof.class.getName();

    boolean isLocalUser(Context context) {
        ConnectionMetaData connection =
                ServletContextRequest.getServletContextRequest(context.req()).getConnectionMetaData();
        if (connection.getAttribute(ATTRIBUTE) instanceof ProvenPeer known && known.isUnchanged()) {
            return true;
        }
        Optional<ProvenPeer> peer = prove(context);
        connection.setAttribute(ATTRIBUTE, peer.orElse(null));
        return peer.isPresent();
    }

    private Optional<ProvenPeer> prove(Context context) {
        InetAddress peer = TrustedProxies.peer(context);
        Optional<InetAddress> here = TrustedProxies.literal(context.req().getLocalAddr());
        return here.flatMap(address -> proof.prove(
                new InetSocketAddress(peer, context.req().getRemotePort()),
                new InetSocketAddress(address, context.req().getLocalPort())));
    }
}
