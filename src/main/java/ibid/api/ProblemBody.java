package ibid.api;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A failure as a problem of RFC 9457.
 *
 * @param instance the path of the request; left out if the problem is an event
 */
public record ProblemBody(
        String type,
        String title,
        int status,
        String detail,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) String instance) {

    /** The problem of a failure outside an HTTP exchange. */
    public ProblemBody(String title, int status, String detail) {
        this("about:blank", title, status, detail, "");
    }

    public ProblemBody at(String path) {
        return new ProblemBody(type, title, status, detail, path);
    }
}
