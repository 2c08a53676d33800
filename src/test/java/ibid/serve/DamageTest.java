package ibid.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files of a server are damaged or deleted while it runs. */
class DamageTest {

    private static final int DAMAGES = 6;
    private static final int FLIPPED = 400; // bytes

    @TempDir
    private Path folder;

    private static List<Path> indexFiles(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("index"))) {
            return files.filter(file -> !file.endsWith("write.lock")).toList();
        } catch (NoSuchFileException healing) {
            return List.of(); // the damaged one is moved aside, the new one not there yet
        }
    }

    /** In place, as a bad disk does: readers that mapped the file see it at once. */
    private static void flip(Path file, Random random) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            byte[] one = new byte[1];
            for (int i = 0; i < FLIPPED; i++) {
                random.nextBytes(one);
                channel.write(ByteBuffer.wrap(one), random.nextLong(channel.size()));
            }
        } catch (NoSuchFileException healed) {
            return; // the server was faster: the index is moved aside
        }
    }

    @Test
    void damageOfTheIndexInUseIsNeverAnInternalErrorAndHeals() throws Exception {
        Random random = new Random(7);
        try (Running server = Running.over(folder)) {
            for (int damage = 0; damage < DAMAGES; damage++) {
                for (Path file : indexFiles(folder)) {
                    flip(file, random);
                }
                for (String path : List.of(
                        "/api/v1/search?q=bridge", "/api/v1/articles", "/api/v1/articles/bridge/text", "/readyz")) {
                    assertThat(server.get(path).statusCode()).as(path).isIn(200, 404, 503);
                }
                String question = "{\"question\": \"Who built the bridge?\"}";
                assertThat(server.post("/api/v1/answers", question).statusCode())
                        .isIn(200, 503);
                awaitReady(server);
            }
            awaitListed(server, "\"bridge\"");
        }
    }

    private static void awaitReady(Running server) throws InterruptedException {
        while (server.get("/readyz").statusCode() != 200
                || server.get("/api/v1/index").body().contains("\"repair\":{")) {
            Thread.sleep(20);
        }
    }

    /** A request may be the first to see damage that the ones before it did not touch: the index is then made anew. */
    private static void awaitListed(Running server, String article) throws InterruptedException {
        while (!server.get("/api/v1/articles").body().contains(article)) {
            Thread.sleep(20);
        }
    }

    private void deleteAll() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                file.toFile().delete();
            }
        }
    }

    @Test
    void aServerWhoseFilesAreDeletedSaysWhichChecksFail() throws IOException {
        try (Running server = Running.over(folder)) {
            deleteAll();
            assertThat(server.get("/healthz").statusCode()).isEqualTo(200);
            assertThat(server.get("/readyz").statusCode()).isEqualTo(503);
            assertThat(server.get("/readyz").body()).contains("\"log\"", "was deleted or replaced", "bring it back");
        }
    }
}
