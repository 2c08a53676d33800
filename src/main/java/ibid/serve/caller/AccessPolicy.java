package ibid.serve.caller;

import ibid.access.AuditTrail;
import ibid.serve.peer.LinuxPeerProof;
import ibid.serve.peer.PeerProof;

/** Where a server is reached and whom it trusts with what. */
public record AccessPolicy(
        ServerAddress address, Keys keys, TrustedProxies proxies, AuditTrail audit, PeerProof proof) {

    /** On a loopback address without keys: whoever is at the machine may do everything. */
    public static AccessPolicy ofThisMachine() {
        return new AccessPolicy(
                ServerAddress.local(), Keys.NONE, TrustedProxies.NONE, entry -> {}, new LinuxPeerProof());
    }
}
