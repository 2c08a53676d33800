package ibid.api;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.util.List;

/**
 * A claim to check: {@code {"claim": "…", "evidence": "…" or ["…"]}}.
 *
 * @param evidence one text, or several that together are the evidence
 */
public record CheckRequest(
        String claim,

        @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
        List<String> evidence) {

    public static final int MAX_CLAIM_CHARS = 2_000;
    public static final int MAX_EVIDENCE_CHARS = 20_000; // a long article

    public CheckRequest {
        claim = claim.strip();
        evidence = List.copyOf(evidence);
    }

    /** @param source names the JSON in a message: "the request", "line 3" */
    public static CheckRequest read(String json, String source) {
        CheckRequest request = Json.readStrict(json, CheckRequest.class, source);
        request.checkClaim(source);
        request.checkEvidence(source);
        return request;
    }

    private void checkClaim(String source) {
        if (claim.isEmpty()) {
            throw JsonProblem.invalid(source + " needs “claim”, a sentence");
        }
        if (claim.length() > MAX_CLAIM_CHARS) {
            throw JsonProblem.invalid(source + " has a claim of more than " + MAX_CLAIM_CHARS
                    + " characters; check it sentence by sentence");
        }
    }

    private void checkEvidence(String source) {
        if (evidence.isEmpty() || evidence.stream().anyMatch(String::isBlank)) {
            throw JsonProblem.invalid(source + " needs “evidence”, a text or a list of texts");
        }
        if (evidence.stream().mapToInt(String::length).sum() > MAX_EVIDENCE_CHARS) {
            throw JsonProblem.invalid(source + " has evidence of more than " + MAX_EVIDENCE_CHARS
                    + " characters; send the part that supports the claim");
        }
    }
}
