package ibid.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Runs the tests of the training scripts if Python is installed; they need no packages. */
class TrainTest {

    @Test
    void theTestsOfTheTrainingScriptsPass() throws Exception {
        assumeTrue(exit("python3", "--version") == 0, "no python3 on the path: the tests of src/train are skipped");
        assertThat(exit("python3", "-B", "-m", "unittest", "discover", "-s", "src/train"))
                .isZero();
    }

    private static int exit(String... command) throws InterruptedException {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int exit = process.waitFor();
            if (exit != 0) {
                System.err.println(printed);
            }
            return exit;
        } catch (IOException none) {
            return -1;
        }
    }
}
