package ibid.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LauncherTest {

    @TempDir
    private Path folder;

    private record Run(int code, String output) {}

    private Run run(Path script, Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        String[] command = java.util.stream.Stream.concat(
                        java.util.stream.Stream.of("sh", script.toString()), java.util.stream.Stream.of(arguments))
                .toArray(String[]::new);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Run(process.waitFor(), output);
    }

    @Test
    void withoutAFittingJdkOneLineSaysWhatWasFoundAndWhatToDo() throws Exception {
        Path script = folder.resolve("ibid");
        Files.writeString(script, Files.readString(Path.of("ibid")).replace("MIN=21", "MIN=99"));
        Run run = run(script, Map.of(), "serve");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.output().strip())
                .doesNotContain("\n")
                .startsWith("ibid: found Java")
                .contains("needs a JDK 99 or newer")
                .contains("IBID_JAVA_HOME");
    }

    @Test
    void anOlderJavaInFrontDoesNotHideTheNewerOne() throws Exception {
        Path old = Files.createDirectories(folder.resolve("jdk-8/bin"));
        for (String tool : new String[] {"java", "javac"}) {
            assertThat(Files.writeString(old.resolve(tool), "#!/bin/sh\nexit 9\n")
                            .toFile()
                            .setExecutable(true))
                    .isTrue();
        }
        Files.writeString(folder.resolve("jdk-8/release"), "JAVA_VERSION=\"1.8.0_402\"\n");
        Path script = Files.createDirectories(folder.resolve("home")).resolve("ibid");
        Files.copy(Path.of("ibid"), script);
        Files.createDirectories(folder.resolve("home/target"));
        Files.writeString(folder.resolve("home/target/ibid.jar"), "not a jar");
        Run run = run(
                script,
                Map.of(
                        "JAVA_HOME",
                        folder.resolve("jdk-8").toString(),
                        "IBID_JAVA_HOME",
                        System.getProperty("java.home")),
                "--help");
        assertThat(run.output())
                .contains("Invalid or corrupt jarfile"); // the newer Java was started, on the file put there
    }
}
