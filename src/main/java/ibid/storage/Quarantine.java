package ibid.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Moves a damaged file or folder aside as {@code NAME.damaged-TIME}, so that it can be looked at. Keeps the newest one
 * only, because an index may be large.
 */
public final class Quarantine {

    private static final String MARK = ".damaged-";
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSSSSSSSS'Z'").withZone(ZoneOffset.UTC);

    private Quarantine() {}

    /** @return its new place */
    public static Path moveAside(Path damaged) {
        try {
            List<Path> earlier = earlier(damaged);
            Path aside = damaged.resolveSibling(damaged.getFileName() + MARK + STAMP.format(Instant.now()));
            Files.move(damaged, aside);
            for (Path one : earlier) {
                delete(one);
            }
            return aside;
        } catch (IOException stuck) {
            throw new UncheckedIOException(
                    "cannot move the damaged " + damaged + " aside (" + stuck + "); stop Ibid and move it away", stuck);
        }
    }

    private static List<Path> earlier(Path damaged) throws IOException {
        String prefix = damaged.getFileName() + MARK;
        List<Path> earlier = new ArrayList<>();
        try (Stream<Path> siblings = Files.list(damaged.toAbsolutePath().getParent())) {
            siblings.filter(one -> one.getFileName().toString().startsWith(prefix))
                    .forEach(earlier::add);
        }
        return earlier;
    }

    private static void delete(Path tree) throws IOException {
        Files.walkFileTree(tree, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, IOException failed) throws IOException {
                Files.delete(folder);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
