package ibid.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrivateFilesTest {

    @TempDir
    private Path folder;

    private static String rights(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    @Test
    void aNewFolderIsItsOwners() throws IOException {
        Path data = folder.resolve("a/data");
        PrivateFiles.createFolder(data);
        assertThat(rights(data)).isEqualTo("rwx------");
    }

    @Test
    void aFolderThatOthersMayLookIntoIsClosed() throws IOException {
        Path data = Files.createDirectory(folder.resolve("data"));
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwxr-x--x"));
        PrivateFiles.createFolder(data);
        assertThat(rights(data)).isEqualTo("rwx------");
    }

    @Test
    void aNarrowerFolderStaysAsItIs() throws IOException {
        Path data = Files.createDirectory(folder.resolve("data"));
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("r-x------"));
        PrivateFiles.createFolder(data);
        assertThat(rights(data)).isEqualTo("r-x------");
    }

    @Test
    void aFileIsItsOwnersFromItsFirstByteOn() throws IOException {
        Path file = folder.resolve("secret");
        Files.writeString(file, "old");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        PrivateFiles.write(file, "new");
        assertThat(rights(file)).isEqualTo("rw-------");
        assertThat(file).hasContent("new");
        PrivateFiles.restrict(folder.resolve("absent"));
    }
}
