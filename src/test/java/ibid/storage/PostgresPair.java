package ibid.storage;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A PostgreSQL server with a standby that confirms each commit, from the machine's own packages; tests that need them
 * are skipped where there are none.
 */
public final class PostgresPair implements AutoCloseable {

    private static final Path DEBIAN = Path.of("/usr/lib/postgresql");
    private static final String USER = "postgres";

    private final Path programs;
    private final Path folder;
    private final Server primary;
    private final Server standby;

    private record Server(Path data, int port) {}

    private PostgresPair(Path programs, Path folder) {
        this.programs = programs;
        this.folder = folder;
        this.primary = new Server(folder.resolve("primary"), freePort());
        this.standby = new Server(folder.resolve("standby"), freePort());
    }

    public static PostgresPair start(Path folder) {
        Optional<Path> programs = programs();
        assumeTrue(programs.isPresent(), "no PostgreSQL with pg_basebackup on this machine (package postgresql)");
        UserNamespace.require();
        PostgresPair pair = new PostgresPair(programs.get(), folder);
        boolean isStarted = false;
        try {
            pair.start();
            isStarted = true;
            return pair;
        } finally {
            if (!isStarted) {
                pair.close();
            }
        }
    }

    private static Optional<Path> programs() {
        if (!Files.isDirectory(DEBIAN)) {
            return Optional.empty();
        }
        try (Stream<Path> versions = Files.list(DEBIAN)) {
            return versions.map(version -> version.resolve("bin"))
                    .filter(bin -> Files.exists(bin.resolve("pg_basebackup")) && Files.exists(bin.resolve("initdb")))
                    .max(Comparator.comparing(Path::toString));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private void start() {
        run("initdb", "-D", primary.data().toString(), "-U", USER, "-A", "trust", "--no-sync");
        start(primary);
        run(
                "pg_basebackup",
                "-d",
                "host=127.0.0.1 port=" + primary.port() + " user=" + USER + " application_name=standby",
                "-D",
                standby.data().toString(),
                "-R",
                "-c",
                "fast",
                "--no-sync");
        start(standby);
        confirmCommits();
    }

    /** From here on a commit waits until the standby has it. */
    private void confirmCommits() {
        String url = "jdbc:postgresql://127.0.0.1:" + primary.port() + "/postgres?user=" + USER;
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute("ALTER SYSTEM SET synchronous_standby_names = '*'");
            statement.execute("SELECT pg_reload_conf()");
            boolean isConfirmed = false;
            while (!isConfirmed) {
                Thread.sleep(50);
                try (ResultSet row =
                        statement.executeQuery("SELECT count(*) FROM pg_stat_replication WHERE sync_state = 'sync'")) {
                    row.next();
                    isConfirmed = row.getInt(1) == 1;
                }
            }
        } catch (SQLException | InterruptedException broken) {
            throw new AssertionError(broken);
        }
    }

    private void start(Server server) {
        String options = "-p " + server.port() + " -h 127.0.0.1 -k " + folder;
        run(
                "pg_ctl",
                "-D",
                server.data().toString(),
                "-w",
                "-l",
                folder.resolve(server.port() + ".log").toString(),
                "-o",
                options,
                "start");
    }

    /** Both, the way that an operator names them. */
    public PostgresAddress address() {
        String hosts = "127.0.0.1:" + primary.port() + ",127.0.0.1:" + standby.port();
        return new PostgresAddress("jdbc:postgresql://" + hosts + "/postgres", USER, "");
    }

    /** As {@code kill -9}. */
    public void killPrimary() {
        kill(primary);
    }

    /** Stops the primary in the middle of what it does, as a machine that hangs; every connection stays open. */
    public void freezePrimary() {
        signal("STOP");
    }

    public void thawPrimary() {
        signal("CONT");
    }

    private void signal(String name) {
        ProcessHandle postmaster = process(primary).orElseThrow();
        List<ProcessHandle> all = new ArrayList<>(postmaster.descendants().toList());
        all.add(postmaster);
        List<String> command = new ArrayList<>(List.of("kill", "-" + name));
        all.forEach(process -> command.add(String.valueOf(process.pid())));
        try {
            new ProcessBuilder(command).start().waitFor();
        } catch (IOException | InterruptedException broken) {
            throw new AssertionError(broken);
        }
    }

    public void promoteStandby() {
        run("pg_ctl", "-D", standby.data().toString(), "-w", "promote");
    }

    private static void kill(Server server) {
        process(server).ifPresent(ProcessHandle::destroyForcibly);
    }

    private static Optional<ProcessHandle> process(Server server) {
        Path file = server.data().resolve("postmaster.pid");
        try {
            return Files.notExists(file)
                    ? Optional.empty()
                    : ProcessHandle.of(
                            Long.parseLong(Files.readAllLines(file).getFirst().strip()));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private void run(String program, String... arguments) {
        List<String> command = new ArrayList<>(UserNamespace.prefix());
        command.add(programs.resolve(program).toString());
        command.addAll(Arrays.asList(arguments));
        Path output = folder.resolve(program + ".out");
        try {
            int code = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start()
                    .waitFor();
            if (code != 0) {
                throw new AssertionError(command + " ended with " + code + ": " + Files.readString(output));
            }
        } catch (IOException | InterruptedException broken) {
            throw new AssertionError(broken);
        }
    }

    @Override
    public void close() {
        kill(standby);
        kill(primary);
    }
}
