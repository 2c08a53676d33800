package ibid.serve;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/** Files as a browser sends them: multipart/form-data, names written as they are. */
final class Form {

    private static final String BOUNDARY = "----ibid-test";

    private final ByteArrayOutputStream body = new ByteArrayOutputStream();

    Form file(String name, String text) {
        return file("file", name, text.getBytes(StandardCharsets.UTF_8));
    }

    Form file(String field, String name, byte[] bytes) {
        write("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + field + "\"; filename=\"" + name
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n");
        body.writeBytes(bytes);
        write("\r\n");
        return this;
    }

    private void write(String text) {
        body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    HttpResponse<String> to(Running server, String query, String... headers) {
        write("--" + BOUNDARY + "--\r\n");
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.url("/api/v1/articles" + query)))
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()));
        return server.send(headers.length == 0 ? request : request.headers(headers));
    }
}
