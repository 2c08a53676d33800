package ibid.log;

import com.fasterxml.jackson.databind.JsonNode;
import ibid.IbidException;
import java.util.ArrayList;
import java.util.List;

/**
 * A claim to be checked, as programs send it: {@code {"claim": "…", "evidence": "…" or ["…"]}}.
 *
 * @param evidence one text, or several that together are to bear the claim out
 */
public record CheckJson(String claim, List<String> evidence) {

    private static final int MOST_CLAIM = 2_000;
    private static final int MOST_EVIDENCE = 50_000;

    public CheckJson {
        evidence = List.copyOf(evidence);
    }

    /** @param place where it stands, for the message: "line 3" */
    public static CheckJson read(JsonNode json, String place) {
        if (!json.isObject()) throw wrong(place, "is not a JSON object with “claim” and “evidence”");
        json.fieldNames().forEachRemaining(name -> {
            if (!name.equals("claim") && !name.equals("evidence"))
                throw wrong(place, "has the unknown field “" + name + "”; known here: claim, evidence");
        });
        String claim =
                json.path("claim").isTextual() ? json.path("claim").asText().strip() : "";
        if (claim.isEmpty()) throw wrong(place, "needs “claim”, a sentence");
        if (claim.length() > MOST_CLAIM)
            throw wrong(place, "has a claim of more than " + MOST_CLAIM + " characters; check it sentence by sentence");
        List<String> evidence = new ArrayList<>();
        JsonNode texts = json.path("evidence");
        if (texts.isTextual()) evidence.add(texts.asText());
        else for (JsonNode text : texts) evidence.add(text.isTextual() ? text.asText() : "");
        if (evidence.isEmpty() || evidence.stream().anyMatch(String::isBlank))
            throw wrong(place, "needs “evidence”, a text or a list of texts");
        if (evidence.stream().mapToInt(String::length).sum() > MOST_EVIDENCE)
            throw wrong(
                    place,
                    "has evidence of more than " + MOST_EVIDENCE
                            + " characters; send the part that is to bear the claim out");
        return new CheckJson(claim, evidence);
    }

    private static IbidException wrong(String place, String message) {
        return new IbidException(IbidException.Code.INVALID, place + " " + message);
    }
}
