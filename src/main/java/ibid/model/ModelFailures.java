package ibid.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.langchain4j.exception.AuthenticationException;
import dev.langchain4j.exception.ContentFilteredException;
import dev.langchain4j.exception.HttpException;
import dev.langchain4j.exception.InternalServerException;
import dev.langchain4j.exception.InvalidRequestException;
import dev.langchain4j.exception.ModelNotFoundException;
import dev.langchain4j.exception.RateLimitException;
import dev.langchain4j.exception.TimeoutException;
import dev.langchain4j.exception.UnresolvedModelServerException;
import ibid.model.Completion.Failure;
import java.net.ConnectException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Maps LangChain4j's exceptions to failures of a model. */
final class ModelFailures {

    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_ERROR = 500;
    private static final int MAX_CAUSES = 10;

    private ModelFailures() {}

    /** @param begun whether some text had been received */
    static Failure of(Throwable why, boolean begun) {
        for (Throwable cause : chain(why)) {
            Optional<Failure> known = switch (cause) {
                case RateLimitException busy -> Optional.of(Failure.BUSY);
                case AuthenticationException key -> Optional.of(Failure.UNAUTHORISED);
                case ContentFilteredException filtered -> Optional.of(Failure.REFUSED);
                case ModelNotFoundException unknown -> Optional.of(Failure.ABSENT);
                case UnresolvedModelServerException unknown -> Optional.of(Failure.ABSENT);
                case ConnectException closed -> Optional.of(Failure.ABSENT);
                case UnresolvedAddressException unknown -> Optional.of(Failure.ABSENT);
                case TimeoutException late -> Optional.of(Failure.SLOW);
                case HttpTimeoutException late -> Optional.of(Failure.SLOW);
                case InvalidRequestException rejected -> Optional.of(Failure.REJECTED);
                case InternalServerException broken -> Optional.of(Failure.BROKEN);
                case JsonProcessingException garbled -> Optional.of(Failure.MALFORMED);
                case HttpException other -> Optional.of(ofStatus(other.statusCode()));
                default -> Optional.empty();
            };
            if (known.isPresent()) {
                return known.get();
            }
        }
        return begun ? Failure.CUT : Failure.BROKEN;
    }

    private static Failure ofStatus(int status) {
        if (status == TOO_MANY_REQUESTS) {
            return Failure.BUSY;
        }
        return status >= SERVER_ERROR ? Failure.BROKEN : Failure.REJECTED;
    }

    /** How long to wait before the next call, as the server requests. */
    static Optional<Duration> pause(Throwable why) {
        return chain(why).stream()
                .filter(StreamingHttpClient.Refused.class::isInstance)
                .map(StreamingHttpClient.Refused.class::cast)
                .findFirst()
                .flatMap(StreamingHttpClient.Refused::pause);
    }

    static String description(Throwable why) {
        return why.getClass().getSimpleName() + ": " + why.getMessage();
    }

    private static List<Throwable> chain(Throwable why) {
        List<Throwable> chain = new ArrayList<>();
        for (Throwable cause = why; cause != null && chain.size() < MAX_CAUSES; cause = cause.getCause()) {
            chain.add(cause);
        }
        return chain;
    }
}
