package ibid.serve.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LinuxPeerProofTest {

    private final LinuxPeerProof proof = new LinuxPeerProof();

    private Optional<ProvenPeer> prove(Socket accepted) {
        return proof.prove((InetSocketAddress) accepted.getRemoteSocketAddress(), (InetSocketAddress)
                accepted.getLocalSocketAddress());
    }

    @Test
    void aProofHoldsUntilTheProgramAcceptsAConnection() throws IOException {
        assumeTrue(Files.exists(Path.of("/proc/net/tcp")), "Linux");
        try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Process relay = Relay.start("later", server.getLocalPort());
            try (BufferedReader said = relay.inputReader();
                    Socket accepted = server.accept()) {
                int port = Integer.parseInt(said.readLine());
                assertThat(prove(accepted)).isPresent(); // after which the program is the first to be looked at
                ProvenPeer peer = prove(accepted).orElseThrow();
                assertThat(peer.isUnchanged()).isTrue();
                relay.getOutputStream().close(); // from now on it passes on what others send
                Process stranger = Relay.start("send", port);
                stranger.getOutputStream().write('x');
                stranger.getOutputStream().close();
                assertThat(accepted.getInputStream().read()).isEqualTo('x');
                assertThat(peer.isUnchanged()).isFalse();
                assertThat(prove(accepted)).isEmpty();
                stranger.destroyForcibly();
            } finally {
                relay.destroyForcibly();
            }
        }
    }
}
