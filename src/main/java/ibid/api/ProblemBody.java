package ibid.api;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A failure as RFC 9457 has it.
 *
 * @param instance the path of the request; left out where the problem is an event
 */
public record ProblemBody(
        String type,
        String title,
        int status,
        String detail,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) String instance) {

    /** Of a failure without an HTTP exchange of its own. */
    public ProblemBody(String title, int status, String detail) {
        this("about:blank", title, status, detail, "");
    }

    public ProblemBody at(String path) {
        return new ProblemBody(type, title, status, detail, path);
    }
}
