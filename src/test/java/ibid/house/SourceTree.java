package ibid.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Access to the project's files for tests. */
final class SourceTree {

    static final Path MAIN = Path.of("src/main/java/ibid");
    static final Path TEST = Path.of("src/test/java/ibid");

    record Source(Path path, List<String> lines) {

        /** The package's name below ibid; empty for the root. */
        String packageName(Path root) {
            Path parent = root.relativize(path).getParent();
            return parent == null ? "" : parent.toString();
        }

        String name() {
            return path.getFileName().toString();
        }

        String text() {
            return String.join("\n", lines);
        }
    }

    private SourceTree() {}

    static List<Source> files(Path root, String ending) {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> walk = Files.walk(root)) {
            return walk.filter(path -> path.toString().endsWith(ending))
                    .sorted()
                    .map(SourceTree::read)
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    static Source read(Path path) {
        try {
            return new Source(path, Files.readAllLines(path));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
