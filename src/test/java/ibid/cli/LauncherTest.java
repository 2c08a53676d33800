package ibid.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LauncherTest {

    private static final String JAVA_WAS_STARTED = "Invalid or corrupt jarfile"; // on what launcherOfNoJar put there

    @TempDir
    private Path folder;

    private record Run(int code, String output) {}

    private Run run(Path script, Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        return run(
                environment,
                Stream.concat(Stream.of("sh", script.toString()), Stream.of(arguments))
                        .toArray(String[]::new));
    }

    private Run run(Map<String, String> environment, String... command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Run(process.waitFor(), output);
    }

    private Path launcherOfNoJar() throws IOException {
        Path home = Files.createDirectories(folder.resolve("home"));
        Files.createDirectories(home.resolve("target"));
        Files.writeString(home.resolve("target/ibid.jar"), "not a jar");
        return Files.copy(Path.of("ibid"), home.resolve("ibid"));
    }

    private Run limited(String limit) throws IOException, InterruptedException {
        return run(Map.of(), "sh", "-c", limit + "; exec sh " + launcherOfNoJar() + " --help");
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

    @ParameterizedTest
    @ValueSource(ints = {20, 64, 255})
    void whereTooFewFilesMayBeOpenOneLineSaysWhatToRaise(int files) throws Exception {
        Run run = limited("ulimit -n " + files);
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.output().strip())
                .doesNotContain("\n")
                .startsWith("ibid: this process may open " + files + " files")
                .contains("needs 256")
                .contains("LimitNOFILE=4200");
    }

    @Test
    void aSoftLimitOfFilesStopsNothingSinceJavaRaisesIt() throws Exception {
        assertThat(limited("ulimit -S -n 64").output()).contains(JAVA_WAS_STARTED);
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
        Run run = run(
                launcherOfNoJar(),
                Map.of(
                        "JAVA_HOME",
                        folder.resolve("jdk-8").toString(),
                        "IBID_JAVA_HOME",
                        System.getProperty("java.home")),
                "--help");
        assertThat(run.output()).contains(JAVA_WAS_STARTED);
    }
}
