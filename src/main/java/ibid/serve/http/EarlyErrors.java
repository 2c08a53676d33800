package ibid.serve.http;

import ibid.api.Json;
import ibid.api.ProblemBody;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Problems for requests that Jetty refuses before a route sees them, because they are not proper HTTP. */
public final class EarlyErrors implements Request.Handler {

    private static final Map<Integer, String> DETAILS = Map.of(
            400, "the request is not proper HTTP",
            405, "there is no such method",
            408, "the request did not arrive in time",
            413, "the body is too long",
            414, "the address is too long",
            417, "the request expects what this server does not do",
            431, "the headers are too long",
            505, "send HTTP/1.1");

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        int status = response.getStatus();
        ProblemBody problem = Problems.body(status, DETAILS.getOrDefault(status, "the request cannot be answered"));
        SecurityHeaders.ALL.forEach(response.getHeaders()::put);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, Problems.TYPE);
        // Jetty closes it but does not say so. Then a client skips the body after HEAD too, a method not known here.
        response.getHeaders().put(HttpHeader.CONNECTION, "close");
        ByteBuffer body = ByteBuffer.wrap(Json.write(problem).getBytes(StandardCharsets.UTF_8));
        response.write(
                true,
                body,
                Callback.from(() -> LingeringClose.of(request.getConnectionMetaData(), callback), callback::failed));
        return true;
    }
}
