package ibid.serve.http;

import ibid.serve.caller.ServerAddress;
import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import java.util.Optional;

/** Sets security headers of the page and refuses requests that other sites make on behalf of a reader. */
public final class CrossSiteGuard {

    private final ServerAddress address;

    /** @param address whose names alone are answered: any other may be made to mean this machine (DNS rebinding) */
    public CrossSiteGuard(ServerAddress address) {
        this.address = address;
    }

    /** Sets the headers of the response; refuses a request for another host or from another site. */
    public void before(Context context) {
        SecurityHeaders.ALL.forEach(context::header);
        String host = Optional.ofNullable(context.header("Host")).orElse("");
        if (!address.answersAs(host)) {
            throw new ForbiddenResponse("this server is not called “" + host
                    + "”; if readers use that name, start it with --public-url https://that-name");
        }
        String origin = context.header("Origin");
        if (origin != null && !address.isOwnPage(origin, host)) {
            throw new ForbiddenResponse("requests from other sites are refused; if “" + origin
                    + "” is this server's own address, start it with --public-url " + origin);
        }
    }
}
