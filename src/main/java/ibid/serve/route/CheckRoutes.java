package ibid.serve.route;

import ibid.IbidException;
import ibid.api.CheckRequest;
import ibid.api.Json;
import ibid.api.VerdictBody;
import ibid.verify.Verifier;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Verdicts on claims that a client sends with their evidence: one verdict for a claim, a list for a list. */
public final class CheckRoutes {

    /** In one request: each is read by a model for a tenth of a second and more. */
    public static final int MAX_CLAIMS = 50;

    private final Verifier verifier;

    public CheckRoutes(Verifier verifier) {
        this.verifier = verifier;
    }

    public void register(JavalinDefaultRoutingApi routes) {
        routes.post("/api/v1/checks", this::check);
    }

    private void check(Context context) {
        if (context.body().isBlank()) {
            throw invalid("the request has no body; send {\"claim\": \"…\", \"evidence\": \"…\"} or a list of such");
        }
        Optional<List<String>> claims = Json.items(context.body(), "the body");
        if (claims.isPresent()) {
            context.json(verdicts(claims.get()));
        } else {
            context.json(verdict(context.body(), "the request"));
        }
    }

    private List<VerdictBody> verdicts(List<String> claims) {
        if (claims.isEmpty() || claims.size() > MAX_CLAIMS) {
            throw invalid("a list has 1 to " + MAX_CLAIMS + " claims, not " + claims.size()
                    + "; send the others in another request");
        }
        List<VerdictBody> verdicts = new ArrayList<>();
        for (String claim : claims) {
            verdicts.add(verdict(claim, "number " + (verdicts.size() + 1) + " of the list"));
        }
        return verdicts;
    }

    private VerdictBody verdict(String json, String source) {
        CheckRequest request = CheckRequest.read(json, source);
        return VerdictBody.of(verifier.check(request.claim(), request.evidence()));
    }

    private static IbidException invalid(String message) {
        return new IbidException(IbidException.Code.INVALID, message);
    }
}
