package ibid.serve.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.Javalin;
import io.javalin.http.Handler;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.ClosedChannelException;
import org.junit.jupiter.api.Test;

class ProblemsTest {

    private static int status(Handler handler) throws Exception {
        Javalin javalin = Javalin.create(config -> {
            config.jetty.port = 0;
            config.routes.exception(Exception.class, (failure, context) -> Problems.answer(context, failure));
            config.routes.get("/", handler);
        });
        javalin.start();
        try (HttpClient http = HttpClient.newHttpClient()) {
            URI address = URI.create("http://127.0.0.1:" + javalin.port() + "/");
            return http.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } finally {
            javalin.stop();
        }
    }

    /** Two hundred slow clients filled the log with traces of internal errors. */
    @Test
    void aBodyThatDoesNotArriveIsNoFaultOfTheServer() throws Exception {
        assertThat(status(context -> {
                    throw new ClosedChannelException();
                }))
                .isEqualTo(400);
        assertThat(status(context -> {
                    throw new IllegalStateException("a bug");
                }))
                .isEqualTo(500);
    }
}
