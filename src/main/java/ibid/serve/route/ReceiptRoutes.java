package ibid.serve.route;

import ibid.IbidException;
import ibid.api.AnswerBody;
import ibid.export.ExportFormat;
import ibid.log.TurnLog;
import ibid.receipt.AnswerRecheck;
import ibid.serve.caller.OwnHistory;
import ibid.serve.caller.PageOrigin;
import ibid.serve.http.QueryParameters;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Stored answers taken out of the server, and whether they still hold. */
public final class ReceiptRoutes {

    private static final Pattern NO_PLAIN_LETTERS = Pattern.compile("[^a-z0-9]+");
    private static final int MAX_NAME_CHARS = 60; // of the name of a file

    private final TurnLog log;
    private final AnswerRecheck recheck;
    private final OwnHistory own;

    public ReceiptRoutes(TurnLog log, AnswerRecheck recheck, OwnHistory own) {
        this.own = own;
        this.log = log;
        this.recheck = recheck;
    }

    public void register(JavalinDefaultRoutingApi routes) {
        routes.get("/api/v1/answers/{id}/export", this::export);
        routes.post("/api/v1/answers/{id}/recheck", this::recheck);
    }

    private void export(Context context) {
        ExportFormat format = format(QueryParameters.of(context, "format"));
        AnswerBody answer = stored(own.answer(context, context.pathParam("id")));
        byte[] file = format.write(answer, recheck.check(answer, Instant.now()), PageOrigin.of(context.req()));
        context.contentType(format.mediaType())
                .header("Content-Disposition", "attachment; filename=\"" + fileName(answer, format) + "\"")
                .result(file);
    }

    /** After the question, for who looks for the file later; after the answer's id where it has no Latin letters. */
    private static String fileName(AnswerBody answer, ExportFormat format) {
        String words = NO_PLAIN_LETTERS
                .matcher(answer.asked().question().toLowerCase(Locale.ROOT))
                .replaceAll(" ")
                .strip();
        String name =
                words.substring(0, Math.min(words.length(), MAX_NAME_CHARS)).strip();
        return (name.isEmpty() ? "answer-" + answer.id() : name.replace(' ', '-')) + "." + format.extension();
    }

    private static ExportFormat format(QueryParameters parameters) {
        String name = parameters.text("format").orElse("");
        return ExportFormat.named(name)
                .orElseThrow(() -> new IbidException(
                        IbidException.Code.INVALID, "“format” is one of " + known() + ", not “" + name + "”"));
    }

    private static String known() {
        return Arrays.stream(ExportFormat.values()).map(ExportFormat::toString).collect(Collectors.joining(", "));
    }

    private void recheck(Context context) {
        context.json(recheck.check(stored(own.answer(context, context.pathParam("id"))), Instant.now()));
    }

    private AnswerBody stored(String id) {
        return log.answer(id).orElseThrow(() -> OwnHistory.missing("answer", id));
    }
}
