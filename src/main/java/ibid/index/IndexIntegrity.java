package ibid.index;

import ibid.IbidException;
import ibid.storage.Quarantine;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexCommit;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.Lock;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.util.IORunnable;
import org.apache.lucene.util.IOSupplier;

/**
 * Whether the files of the index are whole, by Lucene's checksums. Lucene itself compares them only when it merges, so
 * that damage would be answered from. A damaged index is moved aside. Threads may share it.
 */
public final class IndexIntegrity {

    /**
     * An index up to this size is verified before it is opened. Every byte of it is read once, which a start can wait
     * for at a gigabyte; a larger one is verified by the first update, while the server answers.
     */
    private static final long MAX_BYTES_AT_OPENING = 1L << 30;

    /** Finds what a disk does by itself, seldom enough that reading the whole index hardly counts. */
    private static final Duration INTERVAL = Duration.ofHours(1);

    private record Stamp(long bytes, long modified) {

        static Stamp of(Path file) throws IOException {
            return new Stamp(Files.size(file), Files.getLastModifiedTime(file).toMillis());
        }
    }

    private final Path folder;
    private volatile boolean suspected;
    private volatile long verifiedAt = System.nanoTime();
    private volatile Map<String, Stamp> stamps = Map.of();

    public IndexIntegrity(Path folder) {
        this.folder = folder;
    }

    /** What is wrong with the index; empty if it is whole or there is none. Reads every byte; changes nothing. */
    public Optional<String> damage() throws IOException {
        return damage(true);
    }

    private Optional<String> damage(boolean wantsChecksums) throws IOException {
        if (Files.notExists(folder)) {
            return Optional.empty();
        }
        if (!Files.isDirectory(folder)) {
            return Optional.of("it is a file, not a folder");
        }
        try (FSDirectory directory = FSDirectory.open(folder)) {
            if (!DirectoryReader.indexExists(directory)) {
                return hasSegments() ? Optional.of("its list of segments is missing") : Optional.empty();
            }
            for (IndexCommit commit : DirectoryReader.listCommits(directory)) {
                verify(commit, wantsChecksums);
            }
            return Optional.empty();
        } catch (IllegalArgumentException | IllegalStateException | IndexOutOfBoundsException broken) {
            return Optional.of(broken.toString()); // Lucene says so of names and numbers that it does not know
        } catch (CorruptIndexException broken) {
            return Optional.of(broken.getOriginalMessage());
        } catch (IOException broken) {
            if (!isDamage(broken)) {
                throw broken;
            }
            return Optional.of(String.valueOf(broken.getMessage()));
        }
    }

    private static void verify(IndexCommit commit, boolean wantsChecksums) throws IOException {
        try (DirectoryReader reader = DirectoryReader.open(commit)) {
            for (LeafReaderContext leaf : reader.leaves()) {
                if (wantsChecksums) {
                    leaf.reader().checkIntegrity();
                }
            }
        }
    }

    private boolean hasSegments() throws IOException {
        return fileNames().stream().anyMatch(name -> name.startsWith("_"));
    }

    private List<String> fileNames() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    /** Whether it says that the index is damaged, not that it could not be read this time. */
    private static boolean isDamage(IOException failure) {
        return failure instanceof CorruptIndexException
                || failure instanceof IndexFormatTooNewException
                || failure instanceof IndexFormatTooOldException
                || failure instanceof EOFException
                || failure instanceof FileNotFoundException
                || failure instanceof NoSuchFileException;
    }

    /**
     * What a read of the index gives.
     *
     * @param what the failure in words: "the search failed"
     */
    <T> T reading(String what, IOSupplier<T> read) {
        try {
            return read.get();
        } catch (IOException | IndexOutOfBoundsException | IllegalArgumentException | NullPointerException broken) {
            throw failure(what, broken); // the last three are what Lucene's decoders throw at damaged bytes
        }
    }

    /** The same for work without a result. */
    void running(String what, IORunnable work) {
        reading(what, () -> {
            work.run();
            return null;
        });
    }

    /**
     * The exception for a failed read, after which the next update verifies the index. Damaged bytes also make Lucene's
     * decoders reach outside an array; who does so in our code has a bug, whose exception is returned as it is.
     */
    private RuntimeException failure(String what, Exception failure) {
        if (failure instanceof IOException unreadable && !isDamage(unreadable)) {
            suspect();
            return new UncheckedIOException(what, unreadable);
        }
        if (failure instanceof RuntimeException bug && !isOfLucene(bug)) {
            return bug;
        }
        suspect();
        return damaged(failure);
    }

    private static boolean isOfLucene(RuntimeException failure) {
        return Arrays.stream(failure.getStackTrace())
                .map(StackTraceElement::getClassName)
                .filter(name -> !name.startsWith("java.") && !name.startsWith("jdk."))
                .findFirst()
                .filter(name -> name.startsWith("org.apache.lucene."))
                .isPresent();
    }

    private static IbidException damaged(Exception failure) {
        return new IbidException(
                IbidException.Code.DAMAGED,
                "the index is damaged; it is made anew from the articles, ask again in a moment",
                failure);
    }

    /** The next update verifies the index. */
    void suspect() {
        suspected = true;
    }

    /** Names the files in use, which nobody may change. */
    void watch(Collection<String> files) throws IOException {
        Map<String, Stamp> now = new HashMap<>();
        for (String file : files) {
            Stamp known = stamps.get(file);
            now.put(file, known == null ? Stamp.of(folder.resolve(file)) : known);
        }
        stamps = now;
    }

    /** Whether the index must be verified: a file in use was touched, a read failed, or it is time. */
    boolean isDue() {
        return suspected || System.nanoTime() - verifiedAt > INTERVAL.toNanos() || isTouched();
    }

    private boolean isTouched() {
        try {
            for (Map.Entry<String, Stamp> file : stamps.entrySet()) {
                if (!Stamp.of(folder.resolve(file.getKey())).equals(file.getValue())) {
                    return true;
                }
            }
            return false;
        } catch (IOException gone) {
            return true;
        }
    }

    /** Moves the index aside if it is damaged. The checksums of a large one are left to the first update. */
    Optional<IndexDamage> quarantineBeforeOpening() throws IOException {
        boolean isSmall = !Files.isDirectory(folder) || bytes() <= MAX_BYTES_AT_OPENING;
        Optional<IndexDamage> damage = quarantine(isSmall);
        suspected = !isSmall;
        return damage;
    }

    private long bytes() throws IOException {
        long bytes = 0;
        for (String name : fileNames()) {
            bytes += Files.size(folder.resolve(name));
        }
        return bytes;
    }

    /** Verifies the index, and moves it aside if it is damaged. */
    Optional<IndexDamage> quarantine() throws IOException {
        Optional<IndexDamage> damage = quarantine(true);
        suspected = false;
        stamps = Map.of();
        verifiedAt = System.nanoTime();
        return damage;
    }

    private Optional<IndexDamage> quarantine(boolean wantsChecksums) throws IOException {
        Optional<String> found = damage(wantsChecksums);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        if (!Files.isDirectory(folder)) {
            return Optional.of(moveAside(found.get()));
        }
        try (FSDirectory directory = FSDirectory.open(folder);
                Lock alone = directory.obtainLock(IndexWriter.WRITE_LOCK_NAME)) {
            alone.ensureValid();
            return damage(wantsChecksums).map(this::moveAside); // looked at again: it may have been written meanwhile
        } catch (LockObtainFailedException taken) {
            throw new IbidException(
                    IbidException.Code.BUSY,
                    "the index in " + folder + " is damaged (" + found.get() + ") and another Ibid is writing to it;"
                            + " wait for it, or stop it",
                    taken);
        }
    }

    private IndexDamage moveAside(String found) {
        return new IndexDamage(found, Instant.now(), Quarantine.moveAside(folder));
    }
}
