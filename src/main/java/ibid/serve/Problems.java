package ibid.serve;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ibid.IbidException;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns failures into RFC 9457 problems. The one place where any exception is caught: what is not for users is logged whole and shown as "internal error". */
final class Problems {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    static final String TYPE = "application/problem+json";

    private Problems() {}

    static int status(IbidException.Code code) {
        return switch (code) {
            case INVALID -> 400;
            case NOT_FOUND -> 404;
            case BUSY, MODEL_UNAVAILABLE -> 503;
        };
    }

    static void answer(Context context, int status, String detail) {
        Json.write(context.status(status), TYPE, json(status, detail).put("instance", context.path()));
        if (status == 503) context.header("Retry-After", "2");
    }

    /** Answers with a problem already written by {@link #reporting}. */
    static void answerWith(Context context, String problem) {
        Matcher status = Pattern.compile("\"status\":(\\d{3})").matcher(problem);
        Json.write(context.status(status.find() ? Integer.parseInt(status.group(1)) : 500), TYPE, problem);
    }

    static void answer(Context context, Exception failure) {
        switch (failure) {
            case IbidException ours -> answer(context, status(ours.code()), ours.getMessage());
            case HttpResponseException http -> answer(context, http.getStatus(), http.getMessage());
            default -> {
                LOG.error("{} {} failed", context.method(), context.path(), failure);
                answer(context, 500, "internal error");
            }
        }
    }

    /** Runs work that has no HTTP exchange of its own; a failure goes to the reader of its events. */
    static void reporting(Consumer<String> reader, Runnable work) {
        try {
            work.run();
        } catch (IbidException ours) {
            reader.accept(json(status(ours.code()), ours.getMessage()).toString());
        } catch (Exception bug) {
            LOG.error("answering failed", bug);
            reader.accept(json(500, "internal error").toString());
        }
    }

    static ObjectNode json(int status, String detail) {
        String title = switch (status) {
            case 400 -> "Bad request";
            case 401 -> "Unauthorized";
            case 403 -> "Forbidden";
            case 404 -> "Not found";
            case 405 -> "Method not allowed";
            case 409 -> "Conflict";
            case 413 -> "Too large";
            case 415 -> "Unsupported media type";
            case 422 -> "Cannot be read";
            case 503 -> "Busy";
            default -> status >= 500 ? "Internal error" : "Request failed";
        };
        return JSON.createObjectNode()
                .put("type", "about:blank")
                .put("title", title)
                .put("status", status)
                .put("detail", detail);
    }
}
