package ibid.serve;

import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.UnauthorizedResponse;
import java.util.List;
import java.util.Objects;

/** Who may change the collection: who sends the key; where none is set and the server listens on a loopback address, whoever is at the machine. */
final class AdminAccess {

    private static final List<String> RELAYED = List.of(
            "Forwarded", "X-Forwarded-For", "X-Real-IP", "Via"); // a server in front says so, and lets others in

    private final boolean local;
    private final AdminKey key;

    /** @param host the address listened on */
    AdminAccess(String host, AdminKey key) {
        this.local = CrossSiteGuard.isLoopback(host);
        this.key = key;
    }

    /** Whether a key would open it. */
    boolean takesKey() {
        return key.isSet();
    }

    boolean allows(Context context) {
        return key.isSet()
                ? key.is(given(context))
                : local && RELAYED.stream().map(context::header).allMatch(Objects::isNull);
    }

    void require(Context context) {
        if (allows(context)) return;
        if (!key.isSet())
            throw new ForbiddenResponse(
                    "articles cannot be added or removed from other machines; to allow it, start the server with a key of your choice in IBID_ADMIN_KEY and send it as “Authorization: Bearer KEY”");
        context.header("WWW-Authenticate", "Bearer realm=\"Ibid\"");
        throw new UnauthorizedResponse(
                given(context).isEmpty()
                        ? "this needs the admin key; send it as “Authorization: Bearer KEY”"
                        : "this is not the admin key");
    }

    private static String given(Context context) {
        String header = context.header("Authorization");
        return header != null && header.regionMatches(true, 0, "Bearer ", 0, 7)
                ? header.substring(7).strip()
                : "";
    }
}
