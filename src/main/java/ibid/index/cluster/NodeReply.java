package ibid.index.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;

/** What a node answered. */
record NodeReply(int status, JsonNode body) {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int MAX_REASON_CHARS = 300;

    static NodeReply of(int status, byte[] body) throws IOException {
        return new NodeReply(status, body.length == 0 ? MAPPER.createObjectNode() : MAPPER.readTree(body));
    }

    boolean isFound() {
        return status != 404;
    }

    String reason() {
        JsonNode error = body.path("error");
        String reason = error.path("reason").asText(error.isMissingNode() ? "" : error.toString());
        String type = error.path("type").asText("");
        String text = (status + " " + type + " " + reason).strip();
        return text.length() <= MAX_REASON_CHARS ? text : text.substring(0, MAX_REASON_CHARS);
    }
}
