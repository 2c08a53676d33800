package ibid.serve;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Writes an answer's events to one reader as server-sent events, uncompressed, with a sign of life in every silence. */
final class EventStream {

    private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(15);

    private EventStream() {}

    static void head(Context context) {
        context.status(200).contentType("text/event-stream; charset=utf-8");
        context.header("Cache-Control", "no-cache, no-transform").header("X-Accel-Buffering", "no");
    }

    /** Sends what comes after that frame until the answer is finished or the reader gone; the answer itself goes on without its readers. */
    static void send(Context context, LiveAnswer live, int after) {
        head(context);
        int sent = after;
        try {
            OutputStream out = context.res().getOutputStream(); // not Javalin's, which would compress
            while (true) {
                switch (live.next(sent, SIGN_OF_LIFE)) {
                    case LiveAnswer.Next.Ready ready -> {
                        write(
                                out,
                                "id: " + ready.frame().number() + "\nevent: "
                                        + ready.frame().event() + "\ndata: "
                                        + ready.frame().data() + "\n\n");
                        sent = ready.frame().number();
                    }
                    case LiveAnswer.Next.Quiet quiet -> write(out, ": still here\n\n");
                    case LiveAnswer.Next.Over over -> {
                        return;
                    }
                }
            }
        } catch (IOException readerGone) {
            return;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    /** What is left of the stream of an answer that is only in the log any more: its end. */
    static void sendStored(Context context, String json, int after) {
        head(context);
        try {
            write(
                    context.res().getOutputStream(),
                    "id: " + (after + 1) + "\nevent: answer.completed\ndata: " + json + "\n\n");
        } catch (IOException readerGone) {
            return;
        }
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
