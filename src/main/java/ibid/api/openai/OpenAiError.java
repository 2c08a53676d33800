package ibid.api.openai;

import ibid.api.NullIfEmpty;
import ibid.api.ProblemBody;

/** A failure as OpenAI's clients expect it. */
public record OpenAiError(Details error) {

    /** @param param always null: the message names the field */
    public record Details(
            String message,
            String type,
            Object param,
            @NullIfEmpty String code) {}

    public static OpenAiError of(ProblemBody problem) {
        return new OpenAiError(new Details(problem.detail(), type(problem.status()), null, code(problem.status())));
    }

    private static String type(int status) {
        return switch (status) {
            case 401 -> "authentication_error";
            case 403 -> "permission_error";
            case 429 -> "rate_limit_error";
            default -> status >= 500 ? "server_error" : "invalid_request_error";
        };
    }

    private static String code(int status) {
        return switch (status) {
            case 401 -> "invalid_api_key";
            case 404 -> "not_found";
            case 413 -> "request_too_large";
            case 429 -> "rate_limit_exceeded";
            case 503 -> "service_unavailable";
            default -> "";
        };
    }
}
