package ibid.serve.caller;

import ibid.access.Secret;
import io.javalin.http.Context;
import java.time.Duration;

/** The cookie by which a browser keeps its conversations to itself. */
final class ReaderCookie {

    static final String NAME = "ibid_reader";
    private static final Duration LIFE = Duration.ofDays(400); // the longest that browsers keep one

    private final boolean secure;

    /** @param secure whether readers come by https */
    ReaderCookie(boolean secure) {
        this.secure = secure;
    }

    /** The secret that the browser has; a browser without one is given one. */
    String secret(Context context) {
        String known = context.cookie(NAME);
        if (known != null && Secret.hasForm(known)) {
            return known;
        }
        String made = Secret.random();
        String attributes = "; Path=/; Max-Age=" + LIFE.toSeconds() + "; HttpOnly; SameSite=Strict";
        context.res().addHeader("Set-Cookie", NAME + "=" + made + attributes + (secure ? "; Secure" : ""));
        return made;
    }
}
