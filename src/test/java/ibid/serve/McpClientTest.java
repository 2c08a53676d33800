package ibid.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** The unmodified Python client of the Model Context Protocol calls a running server. */
class McpClientTest {

    private static final Path PYTHON = Path.of("target/clients/bin/python"); // .ci/run installs the packages there
    private static final Path SCRIPT = Path.of("src/test/resources/ibid/serve/mcp_client.py");
    private static final long MAX_MINUTES = 5;

    static boolean hasPackage() {
        return Files.isExecutable(Path.of("target/clients/bin/mcp"));
    }

    @Test
    @EnabledIf(value = "hasPackage", disabledReason = "no mcp package in target/clients; .ci/run installs it")
    void thePythonPackageIsServedInBothGenerations(@TempDir Path folder) throws Exception {
        try (Running server = Running.over(folder)) {
            Process client = new ProcessBuilder(PYTHON.toString(), SCRIPT.toString(), server.url(""))
                    .redirectErrorStream(true)
                    .start();
            String output = new String(client.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(client.waitFor(MAX_MINUTES, TimeUnit.MINUTES)).isTrue();
            assertThat(output).isEqualTo("all promises hold\n");
        }
    }
}
