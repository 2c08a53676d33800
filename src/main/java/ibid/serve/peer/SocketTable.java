package ibid.serve.peer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.StringTokenizer;

/** The kernel's TCP sockets at one moment, from {@code /proc/net/tcp} and {@code /proc/net/tcp6}. */
record SocketTable(List<SocketRow> rows) {

    private static final List<String> FILES = List.of("net/tcp", "net/tcp6");
    private static final int LISTENING = 0x0A;
    private static final int TIME_WAIT = 0x06;
    private static final int COLUMNS_BEFORE_USER = 3; // queues, timer, retransmissions

    static SocketTable read(Path proc) {
        List<SocketRow> rows = new ArrayList<>();
        for (String name : FILES) {
            Path file = proc.resolve(name);
            if (Files.exists(file)) {
                lines(file).stream().skip(1).map(SocketTable::row).forEach(rows::add);
            }
        }
        return new SocketTable(rows);
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read " + file, unreadable);
        }
    }

    /** {@code 0: 0100007F:A98E 0100007F:4E73 01 00000000:00000000 00:00000000 00000000 1000 0 1061 …} */
    private static SocketRow row(String line) {
        StringTokenizer columns = new StringTokenizer(line);
        columns.nextToken();
        InetSocketAddress local = address(columns.nextToken());
        InetSocketAddress remote = address(columns.nextToken());
        int state = Integer.parseInt(columns.nextToken(), 16);
        for (int i = 0; i < COLUMNS_BEFORE_USER; i++) {
            columns.nextToken();
        }
        long user = Long.parseLong(columns.nextToken());
        columns.nextToken(); // timeout
        return new SocketRow(local, remote, state(state), user, Long.parseLong(columns.nextToken()));
    }

    private static SocketRow.State state(int code) {
        return switch (code) {
            case LISTENING -> SocketRow.State.LISTENING;
            case TIME_WAIT -> SocketRow.State.LEFT;
            default -> SocketRow.State.CONNECTED;
        };
    }

    private static InetSocketAddress address(String hex) {
        int colon = hex.indexOf(':');
        try {
            // An IPv4 address written as an IPv6 one becomes an IPv4 address again.
            InetAddress address = InetAddress.getByAddress(bytes(hex.substring(0, colon)));
            return new InetSocketAddress(address, Integer.parseInt(hex.substring(colon + 1), 16));
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException("not an address: " + hex, impossible);
        }
    }

    /** The kernel writes words of 32 bits in the machine's own order of bytes. */
    private static byte[] bytes(String hex) {
        ByteBuffer words = ByteBuffer.wrap(HexFormat.of().parseHex(hex)).order(ByteOrder.nativeOrder());
        ByteBuffer bytes = ByteBuffer.allocate(words.capacity());
        while (words.hasRemaining()) {
            bytes.putInt(words.getInt());
        }
        return bytes.array();
    }

    /** The end of a connection that is at that address. */
    Optional<SocketRow> end(InetSocketAddress local, InetSocketAddress remote) {
        return rows.stream()
                .filter(row -> row.state() == SocketRow.State.CONNECTED)
                .filter(row -> row.local().equals(local) && row.remote().equals(remote))
                .findFirst();
    }

    /** Whether that end was accepted, not opened: somebody listens on its port. */
    boolean isAccepted(SocketRow end) {
        return end.state() == SocketRow.State.CONNECTED
                && rows.stream()
                        .anyMatch(row -> row.state() == SocketRow.State.LISTENING
                                && row.local().getPort() == end.local().getPort());
    }

    Optional<SocketRow> otherEnd(SocketRow end) {
        return rows.stream().filter(row -> row.isOtherEndOf(end)).findFirst();
    }
}
