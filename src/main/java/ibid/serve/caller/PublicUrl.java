package ibid.serve.caller;

import ibid.IbidException;
import java.net.URI;
import java.util.Locale;
import java.util.Map;

/**
 * The address that readers use, where another server stands in front.
 *
 * @param authority host, and the port unless it is the scheme's own
 */
public record PublicUrl(String scheme, String authority) {

    private static final Map<String, Integer> OWN_PORTS = Map.of("http", 80, "https", 443);

    /** @throws IbidException INVALID if it is not the root of a site */
    public static PublicUrl of(String text) {
        try {
            URI url = URI.create(text);
            boolean root = url.getPath() == null
                    || url.getPath().isEmpty()
                    || url.getPath().equals("/");
            if (isSite(url) && root && url.getQuery() == null && url.getFragment() == null) {
                return of(url);
            }
        } catch (IllegalArgumentException notAnAddress) {
            throw invalid(text);
        }
        throw invalid(text);
    }

    /** Whether the address has a known scheme and a host, and no user. */
    static boolean isSite(URI url) {
        return url.getScheme() != null
                && OWN_PORTS.containsKey(url.getScheme().toLowerCase(Locale.ROOT))
                && url.getHost() != null
                && url.getUserInfo() == null;
    }

    /** @param url a site, see {@link #isSite} */
    static PublicUrl of(URI url) {
        String scheme = url.getScheme().toLowerCase(Locale.ROOT);
        boolean usualPort = url.getPort() < 0 || url.getPort() == OWN_PORTS.get(scheme);
        String host = url.getHost().toLowerCase(Locale.ROOT);
        return new PublicUrl(scheme, usualPort ? host : host + ":" + url.getPort());
    }

    private static IbidException invalid(String text) {
        return new IbidException(
                IbidException.Code.INVALID,
                "public_url must be the root of a site, like https://news.example.org, not “" + text + "”");
    }

    boolean isSecure() {
        return scheme.equals("https");
    }

    String host() {
        return HostNames.withoutPort(authority);
    }

    @Override
    public String toString() {
        return scheme + "://" + authority;
    }
}
