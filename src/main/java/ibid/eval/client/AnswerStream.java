package ibid.eval.client;

import ibid.IbidException;
import ibid.api.AnswerBody;
import ibid.api.EventBody;
import ibid.api.Json;
import ibid.api.NearestBody;
import java.util.List;
import java.util.Optional;

/** Reads the events of one answer to the end and measures the time. For one use. */
final class AnswerStream {

    private static final String EVENT = "event: ";
    private static final String DATA = "data: ";
    private static final double NANOS_PER_MILLI = 1e6;

    private final EventLines lines;
    private final long startNanos;
    private String event = "";
    private List<NearestBody> found = List.of();
    private Optional<Double> firstMillis = Optional.empty();

    AnswerStream(EventLines lines, long startNanos) {
        this.lines = lines;
        this.startNanos = startNanos;
    }

    /**
     * A finished answer.
     *
     * @param found       the passages given to the writer, best first
     * @param firstMillis until the first sentence, or the end if there is none
     */
    record Finished(AnswerBody answer, List<NearestBody> found, double firstMillis, double totalMillis) {}

    Finished follow() {
        while (true) {
            String line = next("the event stream ended without an answer");
            if (line.startsWith(EVENT)) {
                event = line.substring(EVENT.length());
            }
            if (!line.startsWith(DATA)) {
                continue;
            }
            Optional<AnswerBody> answer = read(line.substring(DATA.length()));
            if (answer.isPresent()) {
                double now = millis();
                return new Finished(answer.get(), found, firstMillis.orElse(now), now);
            }
        }
    }

    /** Reads an error response and throws it. */
    IbidException refusal(int status) {
        StringBuilder body = new StringBuilder();
        while (true) {
            switch (lines.next()) {
                case EventLines.Next.Line line -> body.append(line.text());
                case EventLines.Next.Cut cut -> {
                    return ApiClient.failed("no answer came to its end: " + cut.why());
                }
                case EventLines.Next.Ended ended -> {
                    return ApiClient.failed("asking gave " + status + ": " + body);
                }
            }
        }
    }

    private String next(String endedEarly) {
        return switch (lines.next()) {
            case EventLines.Next.Line line -> line.text();
            case EventLines.Next.Cut cut -> throw ApiClient.failed("no answer came to its end: " + cut.why());
            case EventLines.Next.Ended ended -> throw ApiClient.failed(endedEarly);
        };
    }

    /** @return the answer, if these are its data */
    private Optional<AnswerBody> read(String data) {
        Optional<EventBody> body = EventBody.read(event, data);
        if (body.isEmpty()) {
            return Optional.empty();
        }
        switch (body.get()) {
            case EventBody.Sentence sentence -> firstMillis = Optional.of(firstMillis.orElseGet(this::millis));
            case EventBody.Passages passages -> found = passages.passages();
            case EventBody.Failed failed ->
                throw ApiClient.failed("the server reports " + Json.write(failed.problem()));
            case EventBody.Completed completed -> {
                return Optional.of(completed.answer());
            }
            case EventBody.Created created -> {}
            case EventBody.Stage stage -> {}
            case EventBody.TextDelta delta -> {}
            case EventBody.Short brief -> {}
        }
        return Optional.empty();
    }

    private double millis() {
        return (System.nanoTime() - startNanos) / NANOS_PER_MILLI;
    }
}
