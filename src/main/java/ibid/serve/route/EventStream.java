package ibid.serve.route;

import ibid.IbidException;
import ibid.api.AnswerBody;
import ibid.api.EventBody;
import ibid.api.Json;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/** Writes an answer's events to one reader as server-sent events, uncompressed, with comment lines during pauses. */
public final class EventStream {

    /** The longest pause without a sign of life. */
    public static final Duration KEEP_ALIVE = Duration.ofSeconds(15);

    /** The sign of life: readers skip it. */
    public static final String COMMENT = ": still here\n\n";

    private static final int MAX_DIGITS = 9;

    private EventStream() {}

    /** The number of the last event that the reader has seen; 0 if it has seen none. */
    static int lastSeen(Context context) {
        String number = Optional.ofNullable(context.header("Last-Event-ID")).orElse("0");
        boolean digits = !number.isEmpty() && number.chars().allMatch(letter -> letter >= '0' && letter <= '9');
        if (!digits || number.length() > MAX_DIGITS) {
            throw new IbidException(IbidException.Code.INVALID, "“Last-Event-ID” must be the number of an event");
        }
        return Integer.parseInt(number);
    }

    /**
     * Sends the events after that number until the answer is finished or the reader disconnects. The answer continues
     * without readers.
     */
    static void send(Context context, LiveAnswer live, int after) {
        writeHeaders(context);
        try {
            follow(context.res().getOutputStream(), live, after); // not Javalin's stream, which would compress
        } catch (IOException readerGone) {
            return;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private static void follow(OutputStream out, LiveAnswer live, int after) throws IOException, InterruptedException {
        int sent = after;
        while (true) {
            switch (live.next(sent, KEEP_ALIVE)) {
                case LiveAnswer.Next.Ready ready -> {
                    write(out, ready.frame().number(), ready.frame().event());
                    sent = ready.frame().number();
                }
                case LiveAnswer.Next.Quiet quiet -> write(out, COMMENT);
                case LiveAnswer.Next.Over over -> {
                    return;
                }
            }
        }
    }

    /** Sends the end of a stream whose other events are no longer kept. */
    static void sendStored(Context context, AnswerBody answer, int after) {
        writeHeaders(context);
        try {
            write(context.res().getOutputStream(), after + 1, new EventBody.Completed(answer));
        } catch (IOException readerGone) {
            return;
        }
    }

    public static void writeHeaders(Context context) {
        context.status(200).contentType("text/event-stream; charset=utf-8");
        context.header("Cache-Control", "no-cache, no-transform").header("X-Accel-Buffering", "no");
    }

    private static void write(OutputStream out, int number, EventBody event) throws IOException {
        write(out, "id: " + number + "\nevent: " + event.eventName() + "\ndata: " + Json.write(event) + "\n\n");
    }

    /** Writes and sends at once. */
    public static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
