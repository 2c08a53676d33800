package ibid.serve;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ibid.log.CheckJson;
import ibid.log.TurnJson;
import ibid.verify.Verifier;
import io.javalin.http.Context;

/** Verdicts on claims that somebody brings with their evidence: one in, one out; a list in, a list out. */
final class CheckRoutes {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST = 100;

    private final Verifier verifier;

    CheckRoutes(Verifier verifier) {
        this.verifier = verifier;
    }

    void check(Context context) {
        JsonNode body = body(context);
        if (!body.isArray()) {
            Json.write(context, verdict(body, "the request"));
            return;
        }
        if (body.isEmpty() || body.size() > MOST)
            throw Json.invalid(
                    "a list has 1 to " + MOST + " claims, not " + body.size() + "; send the others in another request");
        ArrayNode verdicts = JSON.createArrayNode();
        for (int at = 0; at < body.size(); at++)
            verdicts.add(verdict(body.get(at), "number " + (at + 1) + " of the list"));
        Json.write(context, verdicts);
    }

    private ObjectNode verdict(JsonNode json, String place) {
        CheckJson check = CheckJson.read(json, place);
        return TurnJson.verdict(verifier.check(check.claim(), check.evidence()));
    }

    private static JsonNode body(Context context) {
        if (context.body().isBlank())
            throw Json.invalid(
                    "the request has no body; send {\"claim\": \"…\", \"evidence\": \"…\"} or a list of such");
        try {
            return JSON.readTree(context.body());
        } catch (JsonProcessingException broken) {
            throw Json.invalid("the body is not JSON: " + broken.getOriginalMessage());
        }
    }
}
