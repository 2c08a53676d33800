package ibid.serve.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.ConnectionMetaData;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * Reads away what a client still sends after the response, while it sends, for some seconds. If the connection were
 * closed at once, a client in the middle of its body would fail to send and miss the response.
 */
final class LingeringClose implements Callback {

    private static final Duration MAX_TIME = Duration.ofSeconds(30), MAX_SILENCE = Duration.ofSeconds(5); // as nginx
    private static final int BUFFER_BYTES = 16 << 10;

    private final EndPoint endPoint;
    private final Callback end;
    private final ByteBuffer buffer = BufferUtil.allocate(BUFFER_BYTES);
    private final long start = System.nanoTime();
    private volatile long lastRead = start;

    private LingeringClose(EndPoint endPoint, Callback end) {
        this.endPoint = endPoint;
        this.end = end;
    }

    /** Call it when the response is sent. */
    static void of(ConnectionMetaData connection, Callback end) {
        EndPoint endPoint = connection.getConnection().getEndPoint();
        endPoint.shutdownOutput();
        LingeringClose closing = new LingeringClose(endPoint, end);
        closing.look(connection.getConnector().getScheduler());
        closing.succeeded();
    }

    private void look(Scheduler scheduler) {
        long now = System.nanoTime();
        if (now - start > MAX_TIME.toNanos() || now - lastRead > MAX_SILENCE.toNanos()) {
            endPoint.close();
        } else if (endPoint.isOpen()) {
            scheduler.schedule(() -> look(scheduler), 1, TimeUnit.SECONDS);
        }
    }

    /** Something can be read, or the client has closed its side. */
    @Override
    public void succeeded() {
        try {
            int read = endPoint.fill(buffer);
            while (read > 0) {
                lastRead = System.nanoTime();
                BufferUtil.clear(buffer);
                read = endPoint.fill(buffer);
            }
            if (read == 0) {
                endPoint.fillInterested(this);
            } else {
                end.succeeded();
            }
        } catch (IOException gone) {
            end.succeeded(); // the response was sent before
        }
    }

    @Override
    public void failed(Throwable closed) {
        end.succeeded();
    }
}
