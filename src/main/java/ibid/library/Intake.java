package ibid.library;

import ibid.IbidException;
import ibid.article.Article;
import ibid.article.ArticleId;
import ibid.files.DiskSync;
import ibid.files.ScratchFolder;
import ibid.read.ReadResult;
import ibid.read.entries.ArticleEntry;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;

/**
 * Adds uploaded files to the corpus folder and moves removed files out of it. Only a file that can be read as an
 * article is added, atomically, and what is added or removed is on the disk at return. Removed and replaced files are
 * kept in the hidden folder {@code .removed}. Threads may share it.
 */
public final class Intake {

    private static final String INCOMING = ".incoming";
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS'Z'").withZone(ZoneOffset.UTC);

    private static final int MAX_READ_AT_ONCE = 2; // each may take hundreds of megabytes of memory

    private final Semaphore reading = new Semaphore(MAX_READ_AT_ONCE);
    private final CorpusFolder folder;
    private final DiskSync disk;
    private final ScratchFolder incoming;

    public Intake(CorpusFolder folder) {
        this(folder, DiskSync.FSYNC);
    }

    Intake(CorpusFolder folder, DiskSync disk) {
        this.folder = folder;
        this.disk = disk;
        this.incoming = new ScratchFolder(folder.path().resolve(INCOMING));
    }

    /** Where files are put that are being sent. */
    public Path incoming() {
        try {
            return incoming.path();
        } catch (IOException unwritable) {
            throw unwritable(unwritable);
        }
    }

    /** @param replace whether it may replace a file of the same name with other bytes */
    public IntakeOutcome take(String sent, InputStream bytes, boolean replace) {
        String name = UploadName.composed(sent);
        String objection = UploadName.objection(name);
        if (!objection.isEmpty()) {
            return new IntakeOutcome.Refused(name, objection);
        }
        try {
            Path waiting = Files.createDirectories(
                    incoming.path().resolve(UUID.randomUUID().toString()));
            Path file = waiting.resolve(name);
            try {
                Files.copy(bytes, file);
                return readFirst(CorpusFile.at(file, name)) instanceof ReadResult.Skipped<Article> skipped
                        ? new IntakeOutcome.Refused(name, skipped.reason())
                        : place(file, name, replace);
            } finally {
                Files.deleteIfExists(file);
                Files.deleteIfExists(waiting);
            }
        } catch (InvalidPathException elsewhere) {
            return new IntakeOutcome.Refused(name, "its name cannot be a file's on this machine");
        } catch (IOException unwritable) {
            throw unwritable(unwritable);
        }
    }

    /** Of a file that holds several articles: the first that can be read. */
    private ReadResult<Article> readFirst(CorpusFile file) {
        ReadResult<Article> last = new ReadResult.Skipped<>("", "", false);
        for (ArticleEntry entry : folder.reader().entries(file)) {
            if (entry.problem().isEmpty()) {
                last = read(file.entry(entry.name(), entry.end() - entry.start(), file.modified(), ""));
            }
            if (last instanceof ReadResult.Success<Article>) {
                return last;
            }
        }
        boolean isOne = folder.reader().entries(file).isEmpty();
        return isOne ? read(file) : last;
    }

    private ReadResult<Article> read(CorpusFile file) {
        CorpusReader reader = folder.reader();
        reading.acquireUninterruptibly();
        try {
            return reader.parseAhead(file).thenTry(parsed -> reader.typeset(parsed, Set.of()));
        } finally {
            reading.release();
        }
    }

    private synchronized IntakeOutcome place(Path file, String name, boolean replace) throws IOException {
        Path target = folder.path().resolve(name);
        Optional<CorpusFile> twin = filesWithId(ArticleId.ofFile(name))
                .filter(other -> !other.name().equals(name))
                .findFirst();
        if (twin.isPresent()) {
            return new IntakeOutcome.Taken(
                    name, "its id would be that of " + twin.get().name() + "; rename it", false);
        }
        if (!Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            return new IntakeOutcome.Added(move(file, target, name));
        }
        if (!Files.isRegularFile(target, LinkOption.NOFOLLOW_LINKS)) {
            return new IntakeOutcome.Taken(name, "a folder or a link has this name; rename the file", false);
        }
        if (Files.mismatch(file, target) < 0) {
            return new IntakeOutcome.Unchanged(CorpusFile.at(target, name));
        }
        if (!replace) {
            return new IntakeOutcome.Taken(
                    name,
                    "a file of this name is there with other contents; rename this one, or send it with ?replace=true",
                    true);
        }
        Path kept = freeRemovedFolder().resolve(name);
        Files.createDirectories(kept.getParent());
        Files.copy(target, kept, StandardCopyOption.COPY_ATTRIBUTES);
        disk.force(kept);
        disk.force(kept.getParent());
        disk.force(kept.getParent().getParent());
        long before = Files.getLastModifiedTime(target).toMillis();
        if (Files.getLastModifiedTime(file).toMillis() <= before) {
            Files.setLastModifiedTime(
                    file, FileTime.fromMillis(before + 1)); // or the index would treat it as the old file
        }
        return new IntakeOutcome.Replaced(move(file, target, name));
    }

    /** On the disk when it returns, bytes and name. */
    private CorpusFile move(Path file, Path target, String name) throws IOException {
        disk.force(file);
        Files.move(file, target, StandardCopyOption.ATOMIC_MOVE);
        disk.force(target.getParent());
        return CorpusFile.at(target, name);
    }

    /**
     * Moves away the article's file and any other file with the same article id, because old answers refer to the
     * article by its id.
     *
     * @return whether there was one
     */
    public synchronized boolean remove(ArticleId id) {
        List<CorpusFile> files = filesWithId(id).toList();
        try {
            Path removed = files.isEmpty() ? folder.path() : freeRemovedFolder();
            for (CorpusFile file : files) {
                moveTo(file.path(), removed.resolve(file.name()));
            }
            return !files.isEmpty();
        } catch (IOException unwritable) {
            throw unwritable(unwritable);
        }
    }

    /**
     * Moves back what was last put away of an article that is not in the folder.
     *
     * @return whether there was anything
     */
    public synchronized boolean restore(ArticleId id) {
        if (filesWithId(id).findAny().isPresent()) {
            throw new IbidException(
                    IbidException.Code.CONFLICT,
                    "an article “" + id + "” is in the collection; remove it first, then restore the other");
        }
        try {
            Optional<Path> last = lastRemovedFolder(id);
            for (Path file : last.map(removed -> filesWithId(removed, id)).orElse(List.of())) {
                moveTo(file, folder.path().resolve(last.get().relativize(file).toString()));
            }
            return last.isPresent();
        } catch (IOException unwritable) {
            throw unwritable(unwritable);
        }
    }

    /** On the disk when it returns, in the one folder and out of the other. */
    private void moveTo(Path from, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        Files.move(from, to);
        disk.force(to.getParent());
        if (!to.getParent().equals(folder.path())) { // which was there, and of a relative path has no parent
            disk.force(to.getParent().getParent());
        }
        disk.force(from.getParent());
    }

    private Optional<Path> lastRemovedFolder(ArticleId id) throws IOException {
        Path removed = folder.path().resolve(CorpusFolder.REMOVED);
        if (!Files.isDirectory(removed)) {
            return Optional.empty();
        }
        try (Stream<Path> times = Files.list(removed)) {
            return times.sorted(Comparator.reverseOrder())
                    .filter(time -> !filesWithId(time, id).isEmpty())
                    .findFirst();
        }
    }

    private static List<Path> filesWithId(Path removed, ArticleId id) {
        try (Stream<Path> files = Files.walk(removed)) {
            return files.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .filter(file -> ArticleId.ofFile(nameIn(removed, file)).equals(id))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot look through " + removed, unreadable);
        }
    }

    private static String nameIn(Path removed, Path file) {
        return removed.relativize(file).toString().replace('\\', '/');
    }

    private Stream<CorpusFile> filesWithId(ArticleId id) {
        return folder.files().stream().filter(file -> file.id().equals(id));
    }

    /** A place for what is removed now: a folder named by the time of removal. */
    private Path freeRemovedFolder() throws IOException {
        Path removed = folder.path().resolve(CorpusFolder.REMOVED);
        String stamp = STAMP.format(Instant.now());
        Path free = removed.resolve(stamp);
        for (int number = 2; Files.exists(free, LinkOption.NOFOLLOW_LINKS); number++) {
            free = removed.resolve(stamp + "-" + number);
        }
        return Files.createDirectories(free);
    }

    private IbidException unwritable(IOException cause) {
        return new IbidException(
                IbidException.Code.BUSY,
                "the corpus folder " + folder.path() + " cannot be written to ("
                        + cause.getClass().getSimpleName() + "); give Ibid leave to write there, and room",
                cause);
    }
}
