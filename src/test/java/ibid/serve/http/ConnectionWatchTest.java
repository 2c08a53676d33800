package ibid.serve.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Slow and idle connections of a real Jetty, with a clock of the test's own. */
class ConnectionWatchTest {

    private static final int MAX_OPEN = 3;
    private static final String REQUEST_LINE = "POST / HTTP/1.1\r\nHost: localhost\r\n";
    private static final Duration LONG = ConnectionWatch.MAX_HEADER_TIME.multipliedBy(10);

    private final AtomicLong clock = new AtomicLong();
    private final ConnectionWatch watch = new ConnectionWatch(MAX_OPEN, clock::get);
    private final Server server = new Server();
    private final ServerConnector connector = new ServerConnector(server);
    private final List<Socket> sockets = new ArrayList<>();

    @BeforeEach
    void start() throws Exception {
        connector.addBean(watch);
        server.addConnector(connector);
        server.setHandler(new Handler.Abstract() {
            @Override
            public boolean handle(Request request, Response response, Callback callback) throws IOException {
                Content.Source.asString(request);
                response.write(true, null, callback);
                return true;
            }
        });
        server.start();
    }

    @AfterEach
    void stop() throws Exception {
        for (Socket socket : sockets) {
            socket.close();
        }
        server.stop();
        watch.close();
    }

    private Socket send(String text) throws IOException {
        Socket socket = new Socket("localhost", connector.getLocalPort());
        socket.setSoTimeout(20);
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        sockets.add(socket);
        return socket;
    }

    private static boolean isClosed(Socket socket) throws IOException {
        try {
            return socket.getInputStream().read() < 0;
        } catch (SocketTimeoutException open) {
            return false;
        }
    }

    /** Whether it is closed as time goes by. */
    private boolean getsClosed(Socket socket) throws IOException {
        for (int tries = 0; tries < 200; tries++) {
            clock.addAndGet(LONG.toNanos());
            watch.look();
            if (isClosed(socket)) {
                return true;
            }
        }
        return false;
    }

    @Test
    void connectionsLeaveTheRestOfTheProcessItsFiles() {
        assertThat(ConnectionWatch.maxOpen(256)).isEqualTo(56);
        assertThat(ConnectionWatch.maxOpen(64)).isEqualTo(16);
        assertThat(ConnectionWatch.maxOpen(1 << 20)).isEqualTo(ConnectionWatch.MAX_OPEN);
    }

    @Test
    void headersThatDoNotEndAreNotWaitedFor() throws IOException {
        Socket slow = send(REQUEST_LINE + "X: y\r\n");
        Socket idle = send("");
        assertThat(getsClosed(slow)).isTrue();
        assertThat(isClosed(idle)).isFalse();
    }

    @Test
    void aBodyThatDoesNotArriveIsNotWaitedFor() throws IOException {
        assertThat(getsClosed(send(REQUEST_LINE + "Content-Length: 60000\r\n\r\n{")))
                .isTrue();
    }

    @Test
    void theLongestIdleAreClosedWhereTooManyAreOpen() throws Exception {
        List<Socket> open = new ArrayList<>();
        for (int i = 0; i < MAX_OPEN + 2; i++) {
            open.add(send(""));
            for (int tries = 0; tries < 400 && watch.open() <= i; tries++) {
                Thread.sleep(5);
            }
            clock.addAndGet(1);
        }
        watch.look();
        for (int i = 0; i < open.size(); i++) {
            assertThat(isClosed(open.get(i))).as("connection %d", i).isEqualTo(i < 2);
        }
    }

    @Test
    void aResponseOrBodyMayTakeLongButNotForEver() {
        long second = Duration.ofSeconds(1).toNanos();
        for (ConnectionWatch.Phase phase : List.of(ConnectionWatch.Phase.BODY, ConnectionWatch.Phase.RESPONSE)) {
            ConnectionWatch.Wait wait = new ConnectionWatch.Wait(phase, 0, 100);
            assertThat(wait.isTooSlow(ConnectionWatch.GRACE.toNanos(), 100)).isFalse();
            assertThat(wait.isTooSlow(60 * second, 160)).isTrue();
            assertThat(wait.isTooSlow(60 * second, 100 + 60 * ConnectionWatch.MIN_RATE))
                    .isFalse();
        }
        ConnectionWatch.Wait working = new ConnectionWatch.Wait(ConnectionWatch.Phase.WORK, 0, 0);
        assertThat(working.isTooSlow(10_000 * second, 0)).isFalse();
    }
}
