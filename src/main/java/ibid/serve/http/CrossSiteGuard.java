package ibid.serve.http;

import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import java.net.URI;
import java.util.Optional;

/** Sets security headers of the page and refuses requests that other sites make on behalf of a reader. */
public final class CrossSiteGuard {

    private static final int OCTETS_IN_ADDRESS = 4;
    private static final int MAX_OCTET_DIGITS = 3;

    private final boolean local;

    /** @param host the address listened on; on a loopback address only loopback names are answered (DNS rebinding) */
    public CrossSiteGuard(String host) {
        this.local = isLoopback(host);
    }

    /** Sets the headers of the response; refuses a request for another host or from another site. */
    public void before(Context context) {
        SecurityHeaders.ALL.forEach(context::header);
        String host = Optional.ofNullable(context.header("Host")).orElse("");
        if (local && !isLoopback(withoutPort(host))) {
            throw new ForbiddenResponse(
                    "this server answers on this machine only; to serve others start it with --host");
        }
        String origin = context.header("Origin");
        if (origin != null && !host.equals(authority(origin))) {
            throw new ForbiddenResponse("requests from other sites are refused");
        }
    }

    /** Whether the address is reachable only from this machine. */
    public static boolean isLoopback(String host) {
        return switch (host) {
            case "localhost", "[::1]", "::1" -> true;
            default -> isLoopbackAddress(host.split("\\.", -1));
        };
    }

    private static boolean isLoopbackAddress(String[] octets) {
        if (octets.length != OCTETS_IN_ADDRESS || !octets[0].equals("127")) {
            return false;
        }
        for (String octet : octets) {
            if (!isOctet(octet)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isOctet(String text) {
        return isNumber(text) && text.length() <= MAX_OCTET_DIGITS;
    }

    private static boolean isNumber(String text) {
        return !text.isEmpty() && text.chars().allMatch(letter -> letter >= '0' && letter <= '9');
    }

    private static String withoutPort(String hostAndPort) {
        int colon = hostAndPort.lastIndexOf(':');
        boolean port = colon >= 0 && isNumber(hostAndPort.substring(colon + 1));
        return port ? hostAndPort.substring(0, colon) : hostAndPort;
    }

    private static String authority(String origin) {
        try {
            return Optional.ofNullable(URI.create(origin).getAuthority()).orElse("");
        } catch (IllegalArgumentException notAnOrigin) {
            return "";
        }
    }
}
