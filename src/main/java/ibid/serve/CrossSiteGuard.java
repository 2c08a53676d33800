package ibid.serve;

import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import java.net.URI;
import java.util.Optional;

/** Headers that keep the page to itself, and the refusal of requests other sites make in a reader's name. */
final class CrossSiteGuard {

    private static final String POLICY =
            "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private final boolean local;

    /** @param host the address listened on; on a loopback address only loopback names are answered (DNS rebinding) */
    CrossSiteGuard(String host) {
        this.local = isLoopback(host);
    }

    void before(Context context) {
        context.header("Content-Security-Policy", POLICY)
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer")
                .header("Cross-Origin-Opener-Policy", "same-origin")
                .header("Cross-Origin-Resource-Policy", "same-origin")
                .header("X-Frame-Options", "DENY")
                .header("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
        String host = Optional.ofNullable(context.header("Host")).orElse("");
        if (local && !isLoopback(name(host)))
            throw new ForbiddenResponse(
                    "this server answers on this machine only; to serve others start it with --host");
        String origin = context.header("Origin");
        if (origin != null && !host.equals(authority(origin)))
            throw new ForbiddenResponse("requests from other sites are refused");
    }

    static boolean isLoopback(String host) {
        return host.equals("localhost")
                || host.matches("127(\\.\\d{1,3}){3}")
                || host.equals("[::1]")
                || host.equals("::1");
    }

    private static String name(String hostAndPort) {
        return hostAndPort.replaceFirst(":\\d+$", "");
    }

    private static String authority(String origin) {
        try {
            return Optional.ofNullable(URI.create(origin).getAuthority()).orElse("");
        } catch (IllegalArgumentException notAnOrigin) {
            return "";
        }
    }
}
