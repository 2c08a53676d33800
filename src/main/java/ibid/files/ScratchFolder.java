package ibid.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A folder of this process for files on their way, below a parent that other processes may use too. A lock tells which
 * folders are in use, so that those of killed processes are deleted, and no others. Threads may share it.
 */
public final class ScratchFolder {

    private static final Logger LOG = LoggerFactory.getLogger(ScratchFolder.class);
    private static final String LOCK = ".lock";

    private final Path parent;
    private Path folder; // null until the first use, because the parent may be read-only
    private FileChannel lock; // held until the process ends

    /** Deletes what killed processes left behind. */
    public ScratchFolder(Path parent) {
        this.parent = parent;
        clean();
    }

    /** The folder; created when first asked for. */
    public synchronized Path path() throws IOException {
        if (folder == null) {
            Path made =
                    Files.createDirectories(parent).resolve(UUID.randomUUID().toString());
            lock = FileChannel.open(Path.of(made + LOCK), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            lock.lock();
            folder = made;
        }
        return Files.createDirectories(folder);
    }

    private void clean() {
        if (!Files.isDirectory(parent)) {
            return;
        }
        try (Stream<Path> children = Files.list(parent)) {
            for (Path child : children.filter(path -> !isLock(path)).toList()) {
                cleanUnlessInUse(child);
            }
            deleteLocksOfNothing();
        } catch (IOException | UncheckedIOException kept) {
            LOG.warn("cannot clean {}: {}", parent, kept.toString());
        }
    }

    private static boolean isLock(Path path) {
        return path.getFileName().toString().endsWith(LOCK);
    }

    private void cleanUnlessInUse(Path child) throws IOException {
        Path itsLock = Path.of(child + LOCK);
        if (Files.notExists(itsLock)) { // of a version without locks
            deleteAll(child);
        } else {
            cleanIfFree(child, itsLock);
        }
    }

    private static void cleanIfFree(Path child, Path itsLock) throws IOException {
        try (FileChannel channel = FileChannel.open(itsLock, StandardOpenOption.WRITE)) {
            if (channel.tryLock() != null) {
                deleteAll(child);
                Files.deleteIfExists(itsLock);
            }
        } catch (OverlappingFileLockException ours) {
            LOG.debug("{} is in use", child, ours);
        }
    }

    /** A process that was killed before it put anything into its folder. */
    private void deleteLocksOfNothing() throws IOException {
        try (Stream<Path> children = Files.list(parent)) {
            for (Path child : children.filter(ScratchFolder::isLock).toList()) {
                String name = child.getFileName().toString();
                Path of = parent.resolve(name.substring(0, name.length() - LOCK.length()));
                if (Files.notExists(of)) {
                    cleanIfFree(of, child);
                }
            }
        }
    }

    private static void deleteAll(Path folder) throws IOException {
        if (Files.notExists(folder)) {
            return;
        }
        List<Path> deepestFirst;
        try (Stream<Path> below = Files.walk(folder)) {
            deepestFirst = below.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : deepestFirst) {
            Files.deleteIfExists(path);
        }
    }
}
