package ibid.serve.mcp;

import ibid.api.Json;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A response that keeps the stack of a refusal from the client: the library writes its whole exception. Only the
 * protocol's own error, code and message, is sent.
 */
final class RefusalWithoutStack extends HttpServletResponseWrapper {

    private static final int FIRST_REFUSAL = 400;
    private static final String EXCEPTIONS_ERROR = "jsonRpcError"; // the field of the library's exception

    private final StringWriter refusal = new StringWriter();

    RefusalWithoutStack(HttpServletResponse response) {
        super(response);
    }

    @Override
    public PrintWriter getWriter() throws IOException {
        return getStatus() >= FIRST_REFUSAL ? new PrintWriter(refusal) : super.getWriter();
    }

    /** Sends the refusal, if there is one. */
    void send() throws IOException {
        String written = refusal.toString();
        if (!written.isEmpty()) {
            super.getWriter().write(written.contains(EXCEPTIONS_ERROR) ? error(written) : written);
            super.getWriter().flush();
        }
    }

    private static String error(String exception) {
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("jsonrpc", "2.0");
        message.put("id", null);
        message.put(
                "error", Json.readLenient(exception, Map.class, "the refusal").get(EXCEPTIONS_ERROR));
        return Json.write(message);
    }
}
