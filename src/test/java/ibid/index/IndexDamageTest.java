package ibid.index;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.article.ArticleId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.lucene.index.IndexWriter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real index, damaged in each way that was tried: it is found, moved aside and made anew with the same content. */
class IndexDamageTest {

    @TempDir
    private Path folder;

    private Path whole;

    /** Two segments, one with a deleted article. */
    @BeforeEach
    void write() throws IOException {
        whole = Files.createDirectory(folder.resolve("whole"));
        try (Collection collection = Collection.ofQuadAndAukus(whole)) {
            collection.update();
            collection.without("aukus.md").with("ferry", "Gazette", "2025-01-01", "The ferry sailed.");
            collection.update();
        }
    }

    private interface Harm {

        void to(Path index) throws IOException;
    }

    /** A copy of the data folder with its index harmed. */
    private Path harmed(Harm harm) throws IOException {
        Path copy = Files.createTempDirectory(folder, "harmed");
        try (Stream<Path> all = Files.walk(whole)) {
            for (Path one : all.filter(path -> !path.equals(whole)).toList()) {
                Files.copy(one, copy.resolve(whole.relativize(one).toString()), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
        harm.to(copy.resolve("index"));
        return copy;
    }

    private void assertHealsAtOpening(String how, Harm harm) throws IOException {
        Path data = harmed(harm);
        try (Collection collection = new Collection(data)) {
            assertThat(collection.index().damage()).as(how).isPresent();
            assertThat(generation(collection)).as(how).isEmpty();
            collection.update();
            assertWhole(how, collection);
            assertThat(collection.embedder().calls())
                    .as(how + ": vectors come from the catalogue")
                    .isZero();
        }
        assertThat(aside(data)).as(how).hasSize(1);
    }

    private static String generation(Collection collection) {
        try (IndexSnapshot snapshot = collection.index().snapshot()) {
            return snapshot.generation();
        }
    }

    private static void assertWhole(String how, Collection collection) {
        assertThat(collection.index().damage()).as(how).isEmpty();
        try (IndexSnapshot snapshot = collection.index().snapshot()) {
            assertThat(snapshot.summaries()).as(how).hasSize(2);
            assertThat(snapshot.article(new ArticleId("quad"))
                            .orElseThrow()
                            .text()
                            .value())
                    .as(how)
                    .contains("The Quad met in Manila.");
        }
    }

    private static List<Path> aside(Path data) throws IOException {
        try (Stream<Path> files = Files.list(data)) {
            return files.filter(file -> file.getFileName().toString().startsWith("index.damaged-"))
                    .toList();
        }
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(whole.resolve("index"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.equals(IndexWriter.WRITE_LOCK_NAME))
                    .toList();
        }
    }

    @Test
    void onlyTheOwnerMayReadTheIndex() throws IOException {
        assertThat(files()).isNotEmpty();
        try (Stream<Path> all = Files.walk(whole.resolve("index"))) {
            for (Path path : all.toList()) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                        .as("%s", path)
                        .endsWith("------");
            }
        }
    }

    @Test
    void damageOfEveryFileInEveryWayIsFound() throws IOException {
        assertThat(files())
                .anyMatch(name -> name.endsWith(".cfs"))
                .anyMatch(name -> name.endsWith(".fdt"))
                .anyMatch(name -> name.endsWith(".vec"))
                .anyMatch(name -> name.startsWith("segments_"));
        Path index = whole.resolve("index");
        IndexIntegrity integrity = new IndexIntegrity(index);
        for (String file : files()) {
            byte[] content = Files.readAllBytes(index.resolve(file));
            for (byte[] damaged : damages(content)) {
                Files.write(index.resolve(file), damaged);
                assertThat(integrity.damage())
                        .as("%s of %d bytes", file, damaged.length)
                        .isPresent();
            }
            Files.delete(index.resolve(file));
            assertThat(integrity.damage()).as("without %s", file).isPresent();
            Files.write(index.resolve(file), content);
        }
        assertThat(integrity.damage()).isEmpty();
    }

    @Test
    void aDamagedIndexIsMadeAnewAtTheNextStart() throws IOException {
        for (String file : files()) {
            if (file.startsWith("segments_") || file.endsWith(".cfs") || file.endsWith(".fdt")) {
                byte[] content = Files.readAllBytes(whole.resolve("index").resolve(file));
                byte[] half = Arrays.copyOf(content, content.length / 2);
                assertHealsAtOpening("half of " + file, index -> Files.write(index.resolve(file), half));
                assertHealsAtOpening("without " + file, index -> Files.delete(index.resolve(file)));
            }
        }
    }

    private static List<byte[]> damages(byte[] content) {
        int middle = content.length / 2;
        List<byte[]> damages = new ArrayList<>();
        damages.add(new byte[0]);
        damages.add(Arrays.copyOf(content, middle));
        damages.add(Arrays.copyOf(content, content.length - 1));
        damages.add(new byte[content.length]);
        for (int at : List.of(0, middle, content.length - 1)) {
            byte[] flipped = content.clone();
            flipped[at] ^= 0x40;
            damages.add(flipped);
        }
        return damages;
    }

    @Test
    void aListOfSegmentsOfANewerOrForeignProgramIsDamage() throws IOException {
        assertHealsAtOpening(
                "garbage", index -> Files.write(index.resolve("segments_z"), "of another program".getBytes()));
        assertHealsAtOpening("a file in its place", index -> {
            for (String file : files()) {
                Files.delete(index.resolve(file));
            }
            Files.deleteIfExists(index.resolve(IndexWriter.WRITE_LOCK_NAME));
            Files.delete(index);
            Files.writeString(index, "not a folder");
        });
    }

    @Test
    void anEmptyFolderIsANewIndexAndAForeignFileIsLeftAlone() throws IOException {
        Path emptied = harmed(index -> {
            for (String file : files()) {
                Files.delete(index.resolve(file));
            }
        });
        Path visited = harmed(index -> Files.writeString(index.resolve("notes.txt"), "mine"));
        try (Collection empty = new Collection(emptied);
                Collection other = new Collection(visited)) {
            assertThat(empty.index().damage()).isEmpty();
            empty.update();
            assertWhole("emptied", empty);
            assertWhole("visited", other);
        }
        assertThat(visited.resolve("index/notes.txt")).hasContent("mine");
    }

    @Test
    void damageWhileIbidRunsIsFoundByTheNextUpdate() throws IOException {
        Path data = harmed(index -> {});
        try (Collection collection = new Collection(data)) {
            for (String file : files()) {
                Path harmed = data.resolve("index").resolve(file);
                byte[] content = Files.exists(harmed) ? Files.readAllBytes(harmed) : new byte[0];
                if (content.length > 0) {
                    content[content.length / 2] ^= 0x40;
                    Files.write(harmed, content);
                    collection.update();
                    assertWhole(file, collection);
                    assertThat(aside(data)).as(file).hasSize(1);
                }
            }
            assertThat(collection.update().read()).isZero();
        }
    }

    @Test
    void anIndexThatIsDeletedWhileIbidRunsIsMadeAnew() throws IOException {
        Path data = harmed(index -> {});
        try (Collection collection = new Collection(data)) {
            for (String file : files()) {
                Files.delete(data.resolve("index").resolve(file));
            }
            collection.update();
            assertWhole("emptied", collection);
        }
    }

    @Test
    void aNewIndexFromAnotherProcessReplacesADamagedOne() throws IOException {
        Path data = harmed(index -> {});
        try (Collection running = new Collection(data)) {
            Path harmed = data.resolve("index").resolve(files().getFirst());
            Files.write(harmed, new byte[3]);
            try (Collection other = new Collection(data)) {
                other.update();
                assertWhole("the other process", other);
            }
            running.update();
            assertWhole("the running one", running);
        }
        assertThat(aside(data)).hasSize(1);
    }
}
