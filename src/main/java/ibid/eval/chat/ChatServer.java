package ibid.eval.chat;

import ibid.IbidException;
import ibid.api.AnswerBody;
import ibid.api.Json;
import ibid.eval.client.ApiClient;
import ibid.eval.client.Dialogue;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A server that speaks OpenAI's chat dialect. Answers are asked for whole, not streamed, since streams carry citations
 * in even more ways. Every error is thrown as an {@link IbidException}. One thread at a time.
 */
public final class ChatServer implements AutoCloseable {

    /** A language model may write for minutes. */
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(240);

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final double NANOS_PER_MILLI = 1e6;
    private static final int MAX_ERROR_CHARS = 300;
    private static final String COMPLETIONS = "/chat/completions";

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_TIMEOUT)
            .build();
    private final String completions;
    private final String key;
    private final Map<String, Object> fields;
    private final String model;

    /**
     * @param url    of the server's {@code /v1}, of its root, or the whole address of its chat completions
     * @param key    sent as bearer and as {@code api-key}, which Azure reads; empty for none
     * @param model  empty for the first that the server lists
     * @param fields more fields of each request, such as {@code data_sources}
     */
    public ChatServer(String url, String key, String model, Map<String, Object> fields) {
        this.completions = completions(url);
        this.key = key;
        this.fields = new LinkedHashMap<>(fields);
        this.model = model.isEmpty() ? firstModel() : model;
    }

    private static String completions(String url) {
        URI address = URI.create(url.endsWith("/") ? url.substring(0, url.length() - 1) : url);
        if (address.getPath().endsWith(COMPLETIONS)) {
            return address.toString();
        }
        return address + (address.getPath().isEmpty() ? "/v1" : "") + COMPLETIONS;
    }

    /** What the runs' manifest says was asked. */
    public String description() {
        return completions + ", model " + model;
    }

    /** A conversation; the server is sent all of it with each question. */
    public Dialogue converse() {
        List<Map<String, Object>> messages = new ArrayList<>();
        return new Dialogue() {
            @Override
            public ApiClient.Timed ask(String question, String filters) {
                if (!filters.isEmpty()) {
                    throw ApiClient.failed("the question has filters, which OpenAI's dialect has no field for");
                }
                List<Map<String, Object>> asked = new ArrayList<>(messages);
                asked.add(message("user", question));
                long start = System.nanoTime();
                ForeignJson reply = complete(asked);
                double millis = (System.nanoTime() - start) / NANOS_PER_MILLI;
                ChatReply read = ChatReply.of(reply);
                messages.clear();
                messages.addAll(asked);
                messages.add(message("assistant", read.content()));
                return timed(ChatAnswer.of(question, read, writer(reply), usage(reply)), millis);
            }

            @Override
            public void close() {}
        };
    }

    private static Map<String, Object> message(String role, String content) {
        return Map.of("role", role, "content", content);
    }

    private static ApiClient.Timed timed(AnswerBody answer, double millis) {
        List<ApiClient.Passage> listed = Stream.concat(
                        answer.footnotes().stream()
                                .map(note -> new ApiClient.Passage(
                                        note.passageId(), note.quote().exact())),
                        answer.evidence().nearest().stream()
                                .map(near -> new ApiClient.Passage(near.passageId(), near.excerpt())))
                .filter(passage -> !passage.text().isBlank())
                .toList();
        return new ApiClient.Timed(answer, listed, Double.NaN, millis);
    }

    private String writer(ForeignJson reply) {
        return reply.at("model").text().isEmpty() ? model : reply.at("model").text();
    }

    private static AnswerBody.Usage usage(ForeignJson reply) {
        ForeignJson usage = reply.at("usage");
        return new AnswerBody.Usage(number(usage.at("prompt_tokens")), number(usage.at("completion_tokens")));
    }

    private static Integer number(ForeignJson value) {
        return value.number().isPresent() ? value.number().getAsInt() : null;
    }

    private ForeignJson complete(List<Map<String, Object>> messages) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("model", model);
        body.put("messages", messages);
        body.put("stream", false);
        body.putAll(fields);
        HttpRequest.Builder request = request(completions)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(Json.write(body)));
        ForeignJson reply = send(request);
        if (!reply.at("error").text().isEmpty() || reply.at("error").isObject()) {
            throw ApiClient.failed(
                    "the server reports " + Json.write(reply.at("error").value()));
        }
        return reply;
    }

    private String firstModel() {
        String models = completions.substring(0, completions.indexOf(COMPLETIONS)) + "/models";
        return Optional.of(send(request(models)).at("data", 0, "id").text())
                .filter(name -> !name.isEmpty())
                .orElseThrow(() -> new IbidException(
                        IbidException.Code.INVALID, models + " lists no model; name one with --chat-model NAME"));
    }

    private HttpRequest.Builder request(String url) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url)).timeout(ANSWER_TIMEOUT);
        return key.isEmpty() ? request : request.headers("Authorization", "Bearer " + key, "api-key", key);
    }

    private ForeignJson send(HttpRequest.Builder request) {
        HttpRequest ready = request.build();
        try {
            HttpResponse<String> response = http.send(ready, HttpResponse.BodyHandlers.ofString());
            String body = response.body();
            if (response.statusCode() != 200) {
                String start = body.substring(0, Math.min(MAX_ERROR_CHARS, body.length()));
                throw ApiClient.failed(ready.uri() + " gave " + response.statusCode() + ": " + start);
            }
            return ForeignJson.read(body, "what the server sent");
        } catch (IOException unreachable) {
            throw ApiClient.failed("no answer came from " + ready.uri() + ": " + unreachable);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", stopped);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
