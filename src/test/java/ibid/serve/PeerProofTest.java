package ibid.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ibid.serve.peer.Relay;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On Linux a program at the machine is told from one that passes on what strangers send, without any header. */
class PeerProofTest {

    private static final String DELETE = "DELETE /api/v1/articles/none HTTP/1.1\r\nHost: 127.0.0.1:7070\r\n\r\n";

    @TempDir
    private Path folder;

    /** Sends the request from a process of its own and gives the response's first line. */
    private static String send(int port, String method, String path) throws IOException {
        Process sender = Relay.start("send", port);
        try (BufferedReader response = sender.inputReader()) {
            sender.getOutputStream()
                    .write((method + " " + path + " HTTP/1.1\r\nHost: 127.0.0.1:7070\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            sender.getOutputStream().close();
            return response.readLine();
        }
    }

    @Test
    void aProgramAtTheMachineMayAndAStrangerThroughARelayMayNot() throws IOException {
        assumeTrue(Files.exists(Path.of("/proc/net/tcp")), "Linux");
        try (Running server = Running.over(folder)) {
            for (String address : List.of("127.0.0.1", "0.0.0.0")) {
                Process relay = Relay.start(address, server.port());
                try (BufferedReader said = relay.inputReader()) {
                    int port = Integer.parseInt(said.readLine());
                    assertThat(send(port, "DELETE", "/api/v1/articles/ferry")).contains(" 401");
                    assertThat(send(port, "GET", "/api/v1/articles/ferry")).contains(" 200");
                } finally {
                    relay.destroyForcibly();
                }
            }
            assertThat(send(server.port(), "DELETE", "/api/v1/articles/ferry")).contains(" 204");
        }
    }

    private static String nextStatus(BufferedReader responses) throws IOException {
        String line = responses.readLine();
        while (line != null && !line.contains("HTTP/1.1 ")) {
            line = responses.readLine();
        }
        return line;
    }

    @Test
    void aConnectionThatWasProvenIsNotOnceItsProgramPassesOnWhatAStrangerSends() throws IOException {
        assumeTrue(Files.exists(Path.of("/proc/net/tcp")), "Linux");
        try (Running server = Running.over(folder)) {
            Process relay = Relay.start("later", server.port());
            try (BufferedReader said = relay.inputReader();
                    OutputStream own = relay.getOutputStream()) {
                int port = Integer.parseInt(said.readLine());
                for (int i = 0; i < 3; i++) {
                    own.write(DELETE.getBytes(StandardCharsets.US_ASCII));
                    own.flush();
                    assertThat(nextStatus(said)).contains(" 404");
                }
                own.close();
                Process stranger = Relay.start("send", port);
                stranger.getOutputStream().write(DELETE.getBytes(StandardCharsets.US_ASCII));
                stranger.getOutputStream().close();
                assertThat(nextStatus(said)).contains(" 401");
                stranger.destroyForcibly();
            } finally {
                relay.destroyForcibly();
            }
        }
    }
}
