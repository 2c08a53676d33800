package ibid.serve;

import ibid.IbidException;
import ibid.log.Feedback;
import ibid.log.TurnLog;
import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;

/** Asking, and answers already given. */
final class AnswerRoutes {

    private static final int MAX_COMMENT = 4000;
    private static final int MAX_REASONS = 20;

    private final LiveAnswers live;
    private final TurnLog log;

    AnswerRoutes(LiveAnswers live, TurnLog log) {
        this.live = live;
        this.log = log;
    }

    void ask(Context context) {
        AnswerRequest request = Json.read(context, AnswerRequest.class).checked();
        LiveAnswer answer = live.start(
                request.question().strip(),
                Optional.ofNullable(request.conversationId()),
                request.allFilters(),
                Boolean.TRUE.equals(request.provisional()));
        if (Optional.ofNullable(context.header("Accept")).orElse("").contains("text/event-stream")) {
            EventStream.send(context, answer, 0);
            return;
        }
        try {
            LiveAnswer.Frame last = answer.last();
            if (last.event().equals("error")) Problems.answerWith(context, last.data());
            else Json.write(context, last.data());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IbidException(IbidException.Code.BUSY, "the server is stopping");
        }
    }

    void get(Context context) {
        Json.write(context, stored(context.pathParam("id")));
    }

    void events(Context context) {
        String id = context.pathParam("id");
        String last = Optional.ofNullable(context.header("Last-Event-ID")).orElse("0");
        if (!last.matches("\\d{1,9}")) throw Json.invalid("“Last-Event-ID” must be the number of an event");
        live.find(id)
                .ifPresentOrElse(
                        answer -> EventStream.send(context, answer, Integer.parseInt(last)),
                        () -> EventStream.sendStored(context, stored(id), Integer.parseInt(last)));
    }

    /** The body of a rating; reasons and comment may be left out. */
    record Rated(String rating, List<String> reasons, String comment) {}

    void feedback(Context context) {
        Rated rated = Json.read(context, Rated.class);
        Feedback.Rating rating = switch (Optional.ofNullable(rated.rating()).orElse("")) {
            case "up" -> Feedback.Rating.UP;
            case "down" -> Feedback.Rating.DOWN;
            default -> throw Json.invalid("“rating” must be “up” or “down”");
        };
        List<String> reasons = Optional.ofNullable(rated.reasons()).orElse(List.of());
        String comment = Optional.ofNullable(rated.comment()).orElse("");
        if (reasons.size() > MAX_REASONS
                || reasons.stream().anyMatch(reason -> reason == null || reason.length() > 200))
            throw Json.invalid("“reasons” must be at most " + MAX_REASONS + " short texts");
        if (comment.length() > MAX_COMMENT)
            throw Json.invalid("the comment is longer than " + MAX_COMMENT + " characters");
        if (!log.rate(context.pathParam("id"), new Feedback(rating, reasons, comment)))
            throw missing(context.pathParam("id"));
        context.status(204);
    }

    private String stored(String id) {
        return log.answer(id).orElseThrow(() -> missing(id));
    }

    private static IbidException missing(String id) {
        return new IbidException(IbidException.Code.NOT_FOUND, "no answer “" + id + "”");
    }
}
