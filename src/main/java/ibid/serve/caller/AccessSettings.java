package ibid.serve.caller;

import ibid.access.AuditTrail;
import ibid.access.KeyRing;
import ibid.serve.limit.ReaderLimits;
import ibid.serve.peer.LinuxPeerProof;

/**
 * What a user sets of a server's address and of who may do what.
 *
 * @param adminKey the admin key that a person chose, or none
 */
public record AccessSettings(ServerAddress address, AdminKey adminKey, TrustedProxies proxies, ReaderLimits limits) {

    /** @param made the admin key that was made at the first start, or none */
    public AccessPolicy policy(AdminKey made, KeyRing named, AuditTrail audit) {
        return new AccessPolicy(address, new Keys(adminKey, made, named), proxies, audit, new LinuxPeerProof());
    }
}
