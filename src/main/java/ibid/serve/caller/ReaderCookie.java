package ibid.serve.caller;

import ibid.access.Secret;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.Optional;

/** The cookie by which a browser keeps its conversations to itself. */
final class ReaderCookie {

    static final String NAME = "ibid_reader";
    private static final Duration LIFE = Duration.ofDays(400); // the longest that browsers keep one

    private final boolean secure;

    /** @param secure whether readers come by https */
    ReaderCookie(boolean secure) {
        this.secure = secure;
    }

    /** The secret that the browser has; empty if it has none. */
    Optional<String> known(Context context) {
        return Optional.ofNullable(context.cookie(NAME)).filter(Secret::hasForm);
    }

    /** The same; a browser without one is given one. */
    String secret(Context context) {
        Optional<String> known = known(context);
        if (known.isPresent()) {
            return known.get();
        }
        String made = Secret.random();
        String attributes = "; Path=/; Max-Age=" + LIFE.toSeconds() + "; HttpOnly; SameSite=Strict";
        context.res().addHeader("Set-Cookie", NAME + "=" + made + attributes + (secure ? "; Secure" : ""));
        return made;
    }
}
