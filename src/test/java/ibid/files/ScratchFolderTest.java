package ibid.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScratchFolderTest {

    @TempDir
    private Path parent;

    private List<String> children() throws IOException {
        try (Stream<Path> children = Files.list(parent)) {
            return children.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void whatAKilledProcessLeftIsDeleted() throws IOException {
        Path left = Files.createDirectories(parent.resolve("left"));
        Files.writeString(left.resolve("half.pdf"), "x");
        Files.createFile(parent.resolve("left.lock"));
        Files.createDirectories(parent.resolve("older/upload"));
        Files.createFile(parent.resolve("nothing.lock"));
        new ScratchFolder(parent);
        assertThat(children()).isEmpty();
    }

    @Test
    void whatIsInUseStays() throws IOException {
        ScratchFolder used = new ScratchFolder(parent);
        Path half = Files.writeString(used.path().resolve("half.pdf"), "x");
        new ScratchFolder(parent);
        assertThat(half).exists();
        assertThat(used.path()).isEqualTo(half.getParent());
    }

    @Test
    void nothingIsMadeBeforeItIsNeeded() throws IOException {
        new ScratchFolder(parent.resolve("incoming"));
        assertThat(children()).isEmpty();
    }
}
