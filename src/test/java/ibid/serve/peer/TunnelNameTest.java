package ibid.serve.peer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TunnelNameTest {

    @Test
    void tunnelsAreKnownByNameAndBrowsersAreNone() {
        assertThat(List.of("ssh", "sshd", "cloudflared", "ngrok", "tailscaled", "frpc", "socat", "Nginx"))
                .allMatch(LinuxPeerProof::isTunnelName);
        assertThat(List.of("firefox", "chrome", "curl", "python3", "java", "node", ""))
                .noneMatch(LinuxPeerProof::isTunnelName);
    }
}
