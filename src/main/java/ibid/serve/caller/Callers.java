package ibid.serve.caller;

import ibid.access.AuditTrail;
import ibid.access.ReaderId;
import ibid.access.Role;
import ibid.serve.limit.Requester;
import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.HttpResponseException;
import io.javalin.http.UnauthorizedResponse;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Recognises who sends a request: the holder of a key; a user whom a trusted proxy names; the person at the machine, if
 * that is proven and no keys are set; else a browser by its cookie. Notes in the audit what was done. Threads may share
 * it.
 */
public final class Callers {

    private static final Logger LOG = LoggerFactory.getLogger(Callers.class);
    private static final String ATTRIBUTE = Callers.class.getName();
    private static final String BEARER = "Bearer ";
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int MAX_READERS_AT_AN_ADDRESS = 10; // a household or a small office

    /** Headers that show that a proxy forwards the request of another client. */
    private static final List<String> PROXY_HEADERS = List.of(
            "Forwarded",
            "Via",
            "X-Forwarded-For",
            "X-Forwarded-Host",
            "X-Forwarded-Proto",
            "X-Forwarded-Server",
            "X-Forwarded",
            "X-Real-IP",
            "X-Client-IP",
            "X-Cluster-Client-IP",
            "True-Client-IP",
            "CF-Connecting-IP",
            "CF-Ray",
            "Fly-Client-IP",
            "Tailscale-User-Login");

    private final AccessPolicy policy;
    private final ReaderCookie cookie;
    private final ConnectionProof connections;
    private final KeyGuesses guesses = new KeyGuesses(System::nanoTime);

    public Callers(AccessPolicy policy) {
        this.policy = policy;
        this.connections = new ConnectionProof(policy.proof());
        this.cookie = new ReaderCookie(
                policy.address().publicUrl().filter(PublicUrl::isSecure).isPresent());
    }

    /** Refuses a wrong key on every route, also on one that needs none. */
    public void before(Context context) {
        PageOrigin.keep(context, policy.address());
        if (!key(context).isEmpty()) {
            of(context);
        }
    }

    /** Who sends the request. A browser without a cookie is given one. */
    public Caller of(Context context) {
        Caller known = context.attribute(ATTRIBUTE);
        if (known != null) {
            return known;
        }
        Caller caller = recognise(context);
        context.attribute(ATTRIBUTE, caller);
        return caller;
    }

    private Caller recognise(Context context) {
        String key = key(context);
        if (!key.isEmpty()) {
            return holder(context, key);
        }
        Optional<String> user = policy.proxies().user(context);
        if (user.isPresent()) {
            return new Caller(ReaderId.ofUser(user.get()), Role.READER, "user " + user.get());
        }
        if (isAtThisMachine(context)) {
            return Caller.LOCAL;
        }
        return new Caller(ReaderId.ofCookie(cookie.secret(context)), Role.READER, "a browser");
    }

    /**
     * Whom a request counts for: a key, a user, a browser that has a cookie. Anybody can make up cookies, so those of
     * one address together count as the address's too.
     */
    public Requester requester(Context context) {
        boolean isHere = isDirectlyHere(context);
        Optional<String> user = policy.proxies().user(context);
        if (!key(context).isEmpty()) {
            return new Requester(isHere, List.of(counted(of(context).reader(), 1)));
        }
        if (user.isPresent()) {
            return new Requester(isHere, List.of(counted(ReaderId.ofUser(user.get()), 1)));
        }
        String address = "address:" + KeyGuesses.network(policy.proxies().client(context));
        return cookie.known(context)
                .map(ReaderId::ofCookie)
                .map(browser -> List.of(counted(browser, 1), new Requester.Counted(address, MAX_READERS_AT_AN_ADDRESS)))
                .map(both -> new Requester(isHere, both))
                .orElseGet(() -> new Requester(isHere, List.of(new Requester.Counted(address, 1))));
    }

    private static Requester.Counted counted(ReaderId reader, int share) {
        return new Requester.Counted(reader.value(), share);
    }

    private static String key(Context context) {
        String header = context.header("Authorization");
        boolean bearer = header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length());
        return bearer ? header.substring(BEARER.length()).strip() : "";
    }

    /** A key made at random passes also where guesses are slowed, so that a stranger cannot lock its holder out. */
    private Caller holder(Context context, String key) {
        Optional<Caller> random = policy.keys().holderOfRandom(key);
        if (random.isPresent()) {
            return random.get();
        }
        if (isAtThisMachine(context)) {
            return Caller.LOCAL; // many programs send some key, whether one is asked for or not
        }
        InetAddress address = policy.proxies().client(context);
        Duration pause = guesses.pause(address);
        if (!pause.isZero()) {
            context.header("Retry-After", String.valueOf(pause.toSeconds() + 1));
            throw new HttpResponseException(TOO_MANY_REQUESTS, "too many wrong keys; wait before you try another");
        }
        Optional<Caller> chosen = policy.keys().holderOfChosen(key);
        if (chosen.isPresent()) {
            guesses.forget(address);
            return chosen.get();
        }
        report(address, guesses.add(address));
        context.header("WWW-Authenticate", "Bearer realm=\"Ibid\"");
        throw new UnauthorizedResponse("this key is not known, or was revoked");
    }

    /** Reports the first, second, fourth, eighth wrong key and so on, so that guesses do not fill the disk. */
    private void report(InetAddress address, int count) {
        if (Integer.bitCount(count) == 1) {
            LOG.warn("{} wrong keys from {}", count, address.getHostAddress());
            policy.audit()
                    .add(new AuditTrail.Entry(
                            Instant.now(), address.getHostAddress(), "wrong key", "", "refused, number " + count));
        }
    }

    private boolean isAtThisMachine(Context context) {
        return !policy.keys().areSet() && isDirectlyHere(context) && connections.isLocalUser(context);
    }

    /** Whether a request comes from a loopback address, as far as can be told from itself not passed on by a server. */
    private boolean isDirectlyHere(Context context) {
        ServerAddress address = policy.address();
        if (!address.isLocal() || address.publicUrl().isPresent()) {
            return false;
        }
        String host = Optional.ofNullable(context.header("Host")).orElse("");
        boolean direct = PROXY_HEADERS.stream().map(context::header).allMatch(Objects::isNull);
        return direct
                && HostNames.isLoopback(HostNames.withoutPort(host))
                && !policy.proxies().contains(TrustedProxies.peer(context));
    }

    /** Refuses a caller whose role does not include this one. */
    public Caller require(Context context, Role role) {
        Caller caller = of(context);
        if (caller.role().includes(role)) {
            return caller;
        }
        if (!key(context).isEmpty()) {
            throw new ForbiddenResponse("this needs a key of the role " + role.label() + "; the one sent is a "
                    + caller.role().label() + "'s");
        }
        context.header("WWW-Authenticate", "Bearer realm=\"Ibid\"");
        throw new UnauthorizedResponse("this needs a key of the role " + role.label()
                + "; whoever runs this Ibid finds the admin key where “serve” says, or in IBID_ADMIN_KEY");
    }

    /** Notes what the caller did. */
    public void note(Context context, String what, String article, String outcome) {
        String who =
                of(context).name() + " from " + policy.proxies().client(context).getHostAddress();
        policy.audit().add(new AuditTrail.Entry(Instant.now(), who, what, article, outcome));
    }
}
