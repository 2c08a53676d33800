package ibid.serve.http;

import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.UnauthorizedResponse;
import java.util.List;
import java.util.Objects;

/**
 * Decides who may change the collection: a client that sends the key, or, without a key and on a loopback address, any
 * local user.
 */
public final class AdminAccess {

    /** Headers that show that a proxy forwards the request of another client. */
    private static final List<String> PROXY_HEADERS = List.of("Forwarded", "X-Forwarded-For", "X-Real-IP", "Via");

    private static final String BEARER = "Bearer ";

    private final boolean local;
    private final AdminKey key;

    /** @param host the address listened on */
    public AdminAccess(String host, AdminKey key) {
        this.local = CrossSiteGuard.isLoopback(host);
        this.key = key;
    }

    /** Whether a key is set. */
    public boolean takesKey() {
        return key.isSet();
    }

    public boolean allows(Context context) {
        if (key.isSet()) {
            return key.is(given(context));
        }
        return local && PROXY_HEADERS.stream().map(context::header).allMatch(Objects::isNull);
    }

    /** Refuses a client that is not an admin; the message says how to become one. */
    public void require(Context context) {
        if (allows(context)) {
            return;
        }
        if (!key.isSet()) {
            throw new ForbiddenResponse(
                    "articles cannot be added or removed from other machines; to allow it, start the"
                            + " server with a key of your choice in IBID_ADMIN_KEY and send it"
                            + " as “Authorization: Bearer KEY”");
        }
        context.header("WWW-Authenticate", "Bearer realm=\"Ibid\"");
        if (given(context).isEmpty()) {
            throw new UnauthorizedResponse("this needs the admin key; send it as “Authorization: Bearer KEY”");
        }
        throw new UnauthorizedResponse("this is not the admin key");
    }

    private static String given(Context context) {
        String header = context.header("Authorization");
        boolean bearer = header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length());
        return bearer ? header.substring(BEARER.length()).strip() : "";
    }
}
