package ibid.serve.peer;

import ibid.language.WordList;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Proves that a loopback connection was opened by a program of this process's user that does not pass on what others
 * send. A program that listens for other machines, that holds a connection it accepted from anybody but this server, or
 * that is known as a tunnel may pass it on. Threads may share it.
 */
public final class LinuxPeerProof implements PeerProof {

    private static final Set<String> TUNNELS = WordList.read(LinuxPeerProof.class, "tunnels.txt");
    private static final int MAX_REMEMBERED = 1000; // relays; a machine runs fewer programs that listen

    private final ProcessTable processes;
    private final Path proc;
    private final String self;
    private volatile String last; // only where to look first

    /**
     * Relays that were seen. One stays a relay also while it holds no connection, or a stranger who hangs up at the
     * right moment would pass.
     */
    private final Map<String, Boolean> relays = Collections.synchronizedMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > MAX_REMEMBERED;
        }
    });

    public LinuxPeerProof() {
        this(Path.of("/proc"));
    }

    LinuxPeerProof(Path proc) {
        this.proc = proc;
        this.processes = new ProcessTable(proc);
        this.self = String.valueOf(ProcessHandle.current().pid());
        this.last = self;
    }

    /**
     * A program as it was when it was not a relay. While it holds the same sockets it has accepted no connection since,
     * and the other end of a connection stays the same socket.
     *
     * @param sockets what it held before the kernel's table was read, so that all of them were looked at; none if that
     *     is not known
     */
    private record Holder(LinuxPeerProof proof, String process, String identity, Set<Long> sockets)
            implements ProvenPeer {

        @Override
        public boolean isUnchanged() {
            return !sockets.isEmpty()
                    && proof.processes.sockets(process).equals(sockets)
                    && proof.processes.identity(process).equals(Optional.of(identity))
                    && !proof.relays.containsKey(identity)
                    && (process.equals(proof.self) || !proof.isTunnel(process));
        }
    }

    @Override
    public Optional<ProvenPeer> prove(InetSocketAddress client, InetSocketAddress server) {
        if (!client.getAddress().isLoopbackAddress() || !Files.isDirectory(proc.resolve(self))) {
            return Optional.empty();
        }
        String expected = last;
        Set<Long> before = processes.sockets(expected);
        SocketTable sockets = SocketTable.read(proc);
        Optional<SocketRow> end = sockets.end(client, server);
        if (end.isEmpty() || end.get().user() != user()) {
            return Optional.empty();
        }
        return holder(end.get().inode())
                .filter(holder -> !isRelay(holder, sockets))
                .flatMap(holder -> processes
                        .identity(holder)
                        .map(identity ->
                                new Holder(this, holder, identity, holder.equals(expected) ? before : Set.of())));
    }

    /** Looks at the program that asked last first: a page asks often, and there may be a thousand others. */
    private Optional<String> holder(long inode) {
        Optional<String> holder = Optional.of(last)
                .filter(process -> processes.sockets(process).contains(inode))
                .or(() -> processes.holder(inode));
        holder.ifPresent(process -> last = process);
        return holder;
    }

    private long user() {
        try {
            return ((Number) Files.getAttribute(proc.resolve(self), "unix:uid")).longValue();
        } catch (IOException unreadable) {
            return -1; // nobody's
        }
    }

    private boolean isRelay(String process, SocketTable sockets) {
        if (process.equals(self)) {
            return false;
        }
        Optional<String> identity = processes.identity(process);
        if (identity.isEmpty() || relays.containsKey(identity.get())) {
            return true;
        }
        boolean relay = isTunnel(process) || passesOn(process, sockets);
        if (relay) {
            relays.put(identity.get(), true);
        }
        return relay;
    }

    private boolean isTunnel(String process) {
        return processes.names(process).stream().anyMatch(LinuxPeerProof::isTunnelName);
    }

    static boolean isTunnelName(String name) {
        return TUNNELS.contains(name.toLowerCase(Locale.ROOT));
    }

    private boolean passesOn(String process, SocketTable sockets) {
        Set<Long> held = processes.sockets(process);
        return sockets.rows().stream()
                .filter(row -> held.contains(row.inode()))
                .anyMatch(row -> row.isOpenToOthers() || (sockets.isAccepted(row) && !isWithUs(row, sockets)));
    }

    /** Whether this server has the other end: a model's server, for example, is asked by it. */
    private boolean isWithUs(SocketRow row, SocketTable sockets) {
        return sockets.otherEnd(row)
                .filter(other -> processes.sockets(self).contains(other.inode()))
                .isPresent();
    }
}
