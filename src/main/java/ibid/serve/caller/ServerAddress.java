package ibid.serve.caller;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;

/**
 * Where the server is reached: the address it listens on, and the one that readers use if another server stands in
 * front. It answers under these and under addresses in numbers, so that no other name can be made to mean it.
 */
public record ServerAddress(String host, Optional<PublicUrl> publicUrl) {

    /** The machine's name, looked up once and only where it matters. */
    private static final class OwnName {

        private static final String TEXT = ownName();
    }

    /** Listens on this machine's own address, with nothing in front that is known of. */
    public static ServerAddress local() {
        return new ServerAddress("127.0.0.1", Optional.empty());
    }

    private static String ownName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException nameless) {
            return "";
        }
    }

    /** Whether only this machine reaches the address listened on. */
    public boolean isLocal() {
        return HostNames.isLoopback(host);
    }

    /** Whether a request with that {@code Host} header is for this server. */
    public boolean answersAs(String hostHeader) {
        String name = HostNames.withoutPort(hostHeader).toLowerCase(Locale.ROOT);
        if (HostNames.isLoopback(name)
                || publicUrl.filter(url -> url.host().equals(name)).isPresent()) {
            return true;
        }
        return !isLocal() && (HostNames.isAddress(name) || isOwnName(name));
    }

    private boolean isOwnName(String name) {
        return !name.isEmpty() && (name.equalsIgnoreCase(host) || name.equalsIgnoreCase(OwnName.TEXT));
    }

    /** Whether the page that sends the request is this server's own. */
    public boolean isOwnPage(String origin, String hostHeader) {
        Optional<PublicUrl> site = site(origin);
        if (site.isEmpty()) {
            return false;
        }
        if (site.equals(publicUrl)) {
            return true;
        }
        boolean underPublicName = publicUrl
                .filter(url -> url.host().equalsIgnoreCase(HostNames.withoutPort(hostHeader)))
                .isPresent();
        return !underPublicName && site.equals(site("http://" + hostHeader));
    }

    private static Optional<PublicUrl> site(String text) {
        try {
            URI url = URI.create(text);
            boolean bare = url.getRawPath() == null || url.getRawPath().isEmpty();
            return PublicUrl.isSite(url) && bare ? Optional.of(PublicUrl.of(url)) : Optional.empty();
        } catch (IllegalArgumentException notAnAddress) {
            return Optional.empty();
        }
    }
}
