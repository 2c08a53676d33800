package ibid.index.cluster;

import java.util.Optional;

/**
 * A request to whichever node takes it.
 *
 * @param body empty if it has none
 */
record NodeRequest(String method, String path, String body) {

    static NodeRequest get(String path) {
        return new NodeRequest("GET", path, "");
    }

    static NodeRequest post(String path, String body) {
        return new NodeRequest("POST", path, body);
    }

    static NodeRequest put(String path, String body) {
        return new NodeRequest("PUT", path, body);
    }

    /** The same of a path that reads shards: they are read at these nodes where those have them. */
    NodeRequest preferring(Optional<String> nodes) {
        char sign = path.contains("?") ? '&' : '?';
        return new NodeRequest(
                method, path + nodes.map(some -> sign + "preference=" + some).orElse(""), body);
    }

    String contentType() {
        boolean isLines = path.contains("/_bulk") || path.contains("/_msearch");
        return isLines ? "application/x-ndjson" : "application/json";
    }
}
