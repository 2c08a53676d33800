package ibid.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who sends a body that is refused unread sees the refusal: it was lost with more than 16 MB, as a broken pipe. */
class UnreadBodiesTest {

    private static final int MB = 1 << 20;
    private static final String FORM = "multipart/form-data; boundary=edge";

    @TempDir
    private Path folder;

    /** The body comes in chunks if its length is not stated. */
    private static HttpRequest.BodyPublisher zeros(int megabytes, boolean isLengthStated) {
        List<byte[]> pieces = new ArrayList<>();
        byte[] piece = new byte[MB];
        for (int i = 0; i < megabytes; i++) {
            pieces.add(piece);
        }
        HttpRequest.BodyPublisher chunked = HttpRequest.BodyPublishers.ofByteArrays(pieces);
        return isLengthStated ? HttpRequest.BodyPublishers.fromPublisher(chunked, (long) megabytes * MB) : chunked;
    }

    private static HttpRequest.Builder upload(Running server, int megabytes, boolean isLengthStated) {
        return HttpRequest.newBuilder(URI.create(server.url("/api/v1/articles")))
                .header("Content-Type", FORM)
                .POST(zeros(megabytes, isLengthStated));
    }

    @Test
    void aClientOfJavaReceivesTheRefusalOfALongBody() {
        try (Running server = Running.over(folder)) {
            HttpResponse<String> large = server.send(upload(server, 210, true));
            assertThat(large.statusCode()).isEqualTo(413);
            assertThat(Running.problem(large).detail()).isEqualTo("more than 200 MB at once; send fewer files");
            assertThat(server.send(upload(server, 210, false)).statusCode()).isIn(400, 413);
            HttpResponse<String> foreign =
                    server.send(upload(server, 40, true).header("Origin", "https://evil.example"));
            assertThat(foreign.statusCode()).isEqualTo(403);
            HttpResponse<String> question =
                    server.send(HttpRequest.newBuilder(URI.create(server.url("/api/v1/answers")))
                            .POST(zeros(40, true)));
            assertThat(question.statusCode()).isEqualTo(413);
        }
    }

    /** As Python does, and browsers: what comes back is read when all is sent. */
    @Test
    void aClientThatSendsAllBeforeItReadsReceivesTheRefusal() throws IOException {
        try (Running server = Running.over(folder)) {
            for (String path : List.of("/api/v1/articles", "/api/v1/answers", "/nothing")) {
                try (Socket socket = new Socket("127.0.0.1", server.port())) {
                    OutputStream out = socket.getOutputStream();
                    String head = "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + FORM
                            + "\r\nContent-Length: " + 210L * MB + "\r\n\r\n";
                    out.write(head.getBytes(StandardCharsets.ISO_8859_1));
                    byte[] piece = new byte[MB];
                    for (int i = 0; i < 210; i++) {
                        out.write(piece);
                    }
                    String response = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                    assertThat(response).startsWith("HTTP/1.1 4").contains("Connection: close", "\"detail\"");
                }
            }
        }
    }

    @Test
    void curlReceivesTheRefusalOfALongBody() throws IOException, InterruptedException {
        assumeTrue(Path.of("/usr/bin/curl").toFile().canExecute(), "no curl here");
        try (Running server = Running.over(folder)) {
            String url = server.url("/api/v1/articles");
            Path large = folder.resolve("large.pdf");
            try (RandomAccessFile file = new RandomAccessFile(large.toFile(), "rw")) {
                file.setLength(210L * MB);
            }
            for (String header : List.of("Expect:", "Expect: 100-continue")) {
                Process curl = new ProcessBuilder(
                                "curl", "-sS", "-w", "%{http_code}", "-H", header, "-F", "file=@" + large, url)
                        .redirectErrorStream(true)
                        .start();
                String output = new String(curl.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                assertThat(curl.waitFor(60, TimeUnit.SECONDS)).isTrue();
                assertThat(output)
                        .as(header)
                        .contains("more than 200 MB at once")
                        .endsWith("413");
            }
        }
    }
}
