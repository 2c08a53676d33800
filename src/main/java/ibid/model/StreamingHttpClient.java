package ibid.model;

import dev.langchain4j.exception.HttpException;
import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/**
 * An HTTP client for LangChain4j that works like its own, but also keeps the Retry-After header of an error response. A
 * call blocks its thread. Threads may share it.
 */
final class StreamingHttpClient implements HttpClient {

    private static final int MAX_ERROR_BYTES = 2000;

    private final java.net.http.HttpClient http;
    private final Duration patience;

    private StreamingHttpClient(Duration connect, Duration patience) {
        this.http =
                java.net.http.HttpClient.newBuilder().connectTimeout(connect).build();
        this.patience = patience;
    }

    /** A status that is not success, and how long to wait before asking again where the server says so in seconds. */
    static final class Refused extends HttpException {

        private static final long serialVersionUID = 1;
        private final String wait;

        Refused(int status, String body, Optional<String> wait) {
            super(status, body);
            this.wait = wait.orElse("");
        }

        Optional<Duration> pause() {
            return wait.matches("\\d{1,6}")
                    ? Optional.of(Duration.ofSeconds(Integer.parseInt(wait)))
                    : Optional.empty();
        }
    }

    /** The builder that LangChain4j's models require. */
    static final class Builder implements HttpClientBuilder {

        private Duration connect = Duration.ofSeconds(5), read = Duration.ofSeconds(60);

        @Override
        public Duration connectTimeout() {
            return connect;
        }

        @Override
        public HttpClientBuilder connectTimeout(Duration patience) {
            return this; // LangChainLlm applies the time limits
        }

        @Override
        public Duration readTimeout() {
            return read;
        }

        @Override
        public HttpClientBuilder readTimeout(Duration patience) {
            read = patience;
            return this;
        }

        @Override
        public HttpClient build() {
            return new StreamingHttpClient(connect, read);
        }
    }

    @Override
    public SuccessfulHttpResponse execute(HttpRequest request) {
        HttpResponse<InputStream> response = send(request);
        try (InputStream body = response.body()) {
            return SuccessfulHttpResponse.builder()
                    .statusCode(response.statusCode())
                    .headers(response.headers().map())
                    .body(new String(body.readAllBytes(), StandardCharsets.UTF_8))
                    .build();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Override
    public void execute(HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
        try {
            HttpResponse<InputStream> response = send(request);
            try (InputStream body = response.body()) {
                listener.onOpen(SuccessfulHttpResponse.builder()
                        .statusCode(response.statusCode())
                        .headers(response.headers().map())
                        .build());
                parser.parse(body, listener);
                listener.onClose();
            }
        } catch (IOException | UncheckedIOException | HttpException broken) {
            listener.onError(broken);
        }
    }

    private HttpResponse<InputStream> send(HttpRequest request) {
        java.net.http.HttpRequest.Builder own =
                java.net.http.HttpRequest.newBuilder(URI.create(request.url())).timeout(patience);
        request.headers().forEach((name, values) -> values.forEach(value -> own.header(name, value)));
        own.method(
                request.method().name(),
                request.body() == null
                        ? java.net.http.HttpRequest.BodyPublishers.noBody()
                        : java.net.http.HttpRequest.BodyPublishers.ofString(request.body()));
        try {
            HttpResponse<InputStream> response = http.send(own.build(), HttpResponse.BodyHandlers.ofInputStream());
            if (response.statusCode() / 100 == 2) {
                return response;
            }
            try (InputStream body = response.body()) {
                throw new Refused(
                        response.statusCode(),
                        new String(body.readNBytes(MAX_ERROR_BYTES), StandardCharsets.UTF_8),
                        response.headers().firstValue("Retry-After"));
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", stopping);
        }
    }
}
