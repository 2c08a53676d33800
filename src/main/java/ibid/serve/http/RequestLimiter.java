package ibid.serve.http;

import ibid.serve.caller.Callers;
import ibid.serve.limit.RequestQuota;
import ibid.serve.limit.Requester;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.util.List;

/**
 * Refuses requests of a reader, or of all, that are too many for a minute, and says in each response what is left
 * (draft-ietf-httpapi-ratelimit-headers, since -08). The page's own files and what watches the server are not counted.
 */
public final class RequestLimiter {

    private static final List<String> COUNTED = List.of("/api/", "/v1/", "/mcp");
    private static final int TOO_MANY_REQUESTS = 429;
    private static final long NANOS = 1_000_000_000;

    private final Callers callers;
    private final RequestQuota quota;

    public RequestLimiter(Callers callers, RequestQuota quota) {
        this.callers = callers;
        this.quota = quota;
    }

    public void before(Context context) {
        if (COUNTED.stream().noneMatch(context.path()::startsWith)) {
            return;
        }
        Requester requester = callers.requester(context);
        if (!quota.counts(requester)) {
            return;
        }
        RequestQuota.Left left = quota.count(requester);
        long seconds = (left.reset().toNanos() + NANOS - 1) / NANOS;
        String policy = "\"" + left.policy() + "\"";
        context.header("RateLimit-Policy", policy + ";q=" + left.most() + ";w=" + RequestQuota.WINDOW.toSeconds());
        context.header("RateLimit", policy + ";r=" + Math.max(0, left.left()) + ";t=" + seconds);
        if (left.isRefused()) {
            context.header("Retry-After", String.valueOf(seconds));
            throw new HttpResponseException(TOO_MANY_REQUESTS, refusal(left, seconds));
        }
    }

    private static String refusal(RequestQuota.Left left, long seconds) {
        String who = left.policy().equals("all") ? "all readers together" : "you";
        return who + " have sent " + left.most() + " requests within a minute, as many as are taken; send the next in "
                + seconds + " seconds";
    }
}
