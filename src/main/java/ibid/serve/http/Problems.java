package ibid.serve.http;

import ibid.IbidException;
import ibid.api.Json;
import ibid.api.ProblemBody;
import ibid.api.openai.OpenAiError;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.MethodNotAllowedResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedChannelException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.io.EofException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns failures into RFC 9457 problems. An unexpected exception is logged in full and shown as "internal error". This
 * is the only place of the server that catches all exceptions.
 */
public final class Problems {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
    static final String TYPE = "application/problem+json";
    private static final String OPENAI_PATHS = "/v1/";
    private static final String OPENAI_TYPE = "application/json";
    private static final String ANSWERED = "ibid.problem"; // attribute of a request
    private static final String INTERNAL_ERROR = "internal error";
    static final String MEMORY = "there is not enough memory for this now; ask again in a moment, or give Ibid more";
    private static final String RETRY_SECONDS = "2";

    private static final Map<Integer, String> TITLES = Map.ofEntries(
            Map.entry(400, "Bad request"),
            Map.entry(401, "Unauthorized"),
            Map.entry(403, "Forbidden"),
            Map.entry(404, "Not found"),
            Map.entry(405, "Method not allowed"),
            Map.entry(409, "Conflict"),
            Map.entry(410, "Not answered"),
            Map.entry(413, "Too large"),
            Map.entry(415, "Unsupported media type"),
            Map.entry(422, "Cannot be processed"),
            Map.entry(429, "Too many requests"),
            Map.entry(503, "Busy"));
    private static final ProblemBody STORAGE = body(
            503, "the server cannot read or write its data now; ask again in a moment, or look into the server's log");
    private static final ProblemBody STOPPED = body(503, "this was stopped before it was done; ask again");

    private Problems() {}

    /** Sends the problem for the failure. */
    public static void answer(Context context, Exception failure) {
        switch (failure) {
            case IbidException ours -> answer(context, body(status(ours.code()), ours.getMessage()));
            case MethodNotAllowedResponse other -> {
                String methods = other.getDetails().getOrDefault("availableMethods", "");
                context.header("Allow", methods);
                answer(context, body(405, "this path takes " + methods + ", not " + context.method()));
            }
            case HttpResponseException http -> answer(context, body(http.getStatus(), http.getMessage()));
            case CancellationException stopped -> answer(context, STOPPED);
            case UncheckedIOException storage -> {
                LOG.error("{} {} failed: {}", context.method(), context.path(), storage.getMessage());
                answer(context, STORAGE);
            }
            default -> answerOther(context, failure);
        }
    }

    /** A request that cannot be read is no fault of the server, whoever notices it. */
    private static void answerOther(Context context, Exception failure) {
        Throwable cause = failure;
        while (cause != null && !(cause instanceof HttpException)) {
            cause = cause.getCause();
        }
        if (cause instanceof HttpException unreadable && unreadable.getCode() < 500) {
            answer(context, body(unreadable.getCode(), "the request cannot be read: " + unreadable.getReason()));
        } else if (failure instanceof EofException || failure instanceof ClosedChannelException) {
            answer(context, body(400, "the request ended before its body did")); // or came too slowly
        } else {
            LOG.error("{} {} failed", context.method(), context.path(), failure);
            answer(context, body(500, INTERNAL_ERROR));
        }
    }

    /** Answers where an Error ended a handler that runs on the server's own threads. */
    public static void answer(HttpServletResponse response, Error error) {
        boolean isMemory = error instanceof OutOfMemoryError;
        if (isMemory) {
            LOG.error("a request failed: {}", error.getMessage());
            response.setHeader("Retry-After", RETRY_SECONDS);
        } else {
            LOG.error("a request failed", error);
        }
        ProblemBody problem = isMemory ? body(503, MEMORY) : body(500, INTERNAL_ERROR);
        response.setStatus(problem.status());
        response.setContentType(TYPE);
        try {
            response.getOutputStream().write(Json.write(problem).getBytes(StandardCharsets.UTF_8));
        } catch (IOException gone) {
            LOG.debug("the client is gone", gone);
        }
    }

    static void answer(Context context, ProblemBody problem) {
        write(context, problem.at(context.path()));
    }

    /** Writes a problem that is complete as it is, in the dialect of the route. */
    public static void write(Context context, ProblemBody problem) {
        if (context.path().startsWith(OPENAI_PATHS)) {
            write(context, problem.status(), OPENAI_TYPE, OpenAiError.of(problem));
        } else {
            write(context, problem.status(), problem);
        }
        boolean mayRetry = problem.status() == 503 || problem.status() == 429;
        if (mayRetry && context.res().getHeader("Retry-After") == null) {
            context.header("Retry-After", RETRY_SECONDS);
        }
    }

    /** Writes a body of the problem type. */
    public static void write(Context context, int status, Object body) {
        write(context, status, TYPE, body);
    }

    /** As bytes: of a type it does not know Javalin guesses the encoding. */
    private static void write(Context context, int status, String type, Object body) {
        context.attribute(ANSWERED, true);
        context.status(status).contentType(type).result(Json.write(body).getBytes(StandardCharsets.UTF_8));
    }

    /** Answers where no route was found and nothing else has answered yet. */
    public static void notFound(Context context) {
        if (context.attribute(ANSWERED) == null) {
            answer(context, body(404, "nothing at " + context.path()));
        }
    }

    /** For a route whose page says itself that nothing is there. */
    public static void leaveNotFound(Context context) {
        context.attribute(ANSWERED, true);
    }

    /** Runs work that has no HTTP exchange of its own; a failure goes to the reader of its events. */
    public static void reporting(Consumer<ProblemBody> reader, Runnable work) {
        try {
            work.run();
        } catch (IbidException ours) {
            reader.accept(body(status(ours.code()), ours.getMessage()));
        } catch (CancellationException stopped) {
            reader.accept(STOPPED);
        } catch (UncheckedIOException storage) { // its message names the file and the cause; its trace holds the answer
            LOG.error("answering failed: {}", storage.getMessage());
            reader.accept(STORAGE);
        } catch (Exception bug) {
            if (Thread.currentThread().isInterrupted()) { // what a library throws where the work is stopped
                reader.accept(STOPPED);
                return;
            }
            LOG.error("answering failed", bug);
            reader.accept(body(500, INTERNAL_ERROR));
        } catch (OutOfMemoryError full) {
            LOG.error("answering failed: {}", full.getMessage());
            reader.accept(body(503, MEMORY));
        }
    }

    public static ProblemBody body(int status, String detail) {
        return new ProblemBody(title(status), status, detail);
    }

    private static int status(IbidException.Code code) {
        return switch (code) {
            case INVALID -> 400;
            case CONFLICT -> 409;
            case NOT_FOUND -> 404;
            case LIMITED -> 429;
            case BUSY, MODEL_UNAVAILABLE, DAMAGED -> 503;
        };
    }

    private static String title(int status) {
        String known = TITLES.get(status);
        if (known != null) {
            return known;
        }
        return status >= 500 ? "Internal error" : "Request failed";
    }
}
