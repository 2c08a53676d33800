package ibid.cli.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativeLibrariesTest {

    private static final List<String> PROPERTIES = List.of(
            "ENGINE_CACHE_DIR",
            "onnxruntime.native.path",
            "org.sqlite.lib.path",
            "de.kherud.llama.lib.path",
            "de.kherud.llama.tmpdir");

    @TempDir
    private Path data;

    private final Map<String, String> before = new HashMap<>();

    @BeforeEach
    void keepProperties() {
        PROPERTIES.forEach(name -> before.put(name, System.getProperty(name)));
    }

    @AfterEach
    void restoreProperties() {
        before.forEach((name, value) -> {
            if (value == null) {
                System.clearProperty(name);
            } else {
                System.setProperty(name, value);
            }
        });
    }

    private List<Path> unpacked() throws IOException {
        try (Stream<Path> files = Files.walk(data.resolve("native"))) {
            return files.toList();
        }
    }

    @Test
    void everyLibraryIsFoundBelowTheDataFolderAndIsItsOwners() throws IOException {
        new NativeLibraries(data).unpack();
        assertThat(PROPERTIES)
                .allSatisfy(name -> assertThat(System.getProperty(name)).startsWith(data.toString()));
        assertThat(unpacked().stream().map(path -> path.getFileName().toString()))
                .contains(
                        System.mapLibraryName("onnxruntime"),
                        System.mapLibraryName("sqlitejdbc"),
                        System.mapLibraryName("jllama"));
        for (Path path : unpacked()) {
            String rights = PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
            assertThat(rights).as("%s", path).endsWith("------");
        }
    }

    @Test
    void whatAKilledProcessBeganAndOtherVersionsAreDeleted() throws IOException {
        Path older = Files.createDirectories(data.resolve("native/llama-1.0.0"));
        Files.writeString(older.resolve("libjllama.so"), "old");
        new NativeLibraries(data).unpack();
        Path current = Path.of(System.getProperty("de.kherud.llama.lib.path"));
        Path half = Files.writeString(current.resolve(".unpacking-x"), "half");
        new NativeLibraries(data).unpack();
        assertThat(older).doesNotExist();
        assertThat(half).doesNotExist();
        assertThat(current.resolve(System.mapLibraryName("jllama"))).exists();
    }
}
