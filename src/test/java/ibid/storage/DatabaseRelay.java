package ibid.storage;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Stands between Ibid and a PostgreSQL server, which is away while {@link #cut} holds. */
public final class DatabaseRelay implements AutoCloseable {

    private final int target;
    private final ServerSocket listening;
    private final Queue<Closeable> open = new ConcurrentLinkedQueue<>();
    private volatile boolean isCut;

    private DatabaseRelay(int target) throws IOException {
        this.target = target;
        this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    public static DatabaseRelay to(PostgresAddress address) {
        try {
            DatabaseRelay relay = new DatabaseRelay(port(address));
            Thread.ofVirtual().start(relay::accept);
            return relay;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static int port(PostgresAddress address) {
        String place = address.place();
        return Integer.parseInt(place.substring(place.lastIndexOf(':') + 1, place.lastIndexOf('/')));
    }

    /** The same database by way of this. */
    public PostgresAddress through(PostgresAddress address) {
        String url = address.url().replace(":" + target + "/", ":" + listening.getLocalPort() + "/");
        return new PostgresAddress(url, address.user(), address.password());
    }

    private void accept() {
        try {
            while (true) {
                Socket client = listening.accept();
                if (isCut) {
                    client.close();
                    continue;
                }
                Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
                open.add(client);
                open.add(server);
                Thread.ofVirtual().start(() -> copy(client, server));
                Thread.ofVirtual().start(() -> copy(server, client));
            }
        } catch (IOException closed) {
            return;
        }
    }

    private static void copy(Socket from, Socket to) {
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            in.transferTo(out);
        } catch (IOException closed) {
            return;
        }
    }

    /** Ends every connection and lets none begin. */
    public void cut() {
        isCut = true;
        dropConnections();
    }

    /** Ends every connection; new ones may begin, as after a restart of the server. */
    public void dropConnections() {
        try {
            for (Closeable one = open.poll(); one != null; one = open.poll()) {
                one.close();
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    public void mend() {
        isCut = false;
    }

    @Override
    public void close() {
        try {
            listening.close();
            cut();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
