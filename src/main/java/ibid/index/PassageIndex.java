package ibid.index;

import ibid.IbidException;
import ibid.read.ArticleReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexCommit;
import org.apache.lucene.index.IndexDeletionPolicy;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;

/**
 * The index on disk. Readers always see one whole generation: a change becomes visible with its commit, all of it at once, and a
 * change that breaks off leaves the generation before it in place. Threads may share it.
 */
public final class PassageIndex implements AutoCloseable {

    private static final java.util.logging.Logger VECTOR_ADVICE = java.util.logging.Logger.getLogger(
            "org.apache.lucene.internal.vectorization"); // kept, or its level is lost

    static {
        // Lucene recommends an incubating module on every start; searching is quick without it and starting quicker.
        VECTOR_ADVICE.setLevel(java.util.logging.Level.SEVERE);
    }

    /** Begins the name of every format; records of another shape, or made by other rules, are not read. */
    static final String FORMAT =
            "4." + TermAnalyzer.VERSION + "." + ArticleReader.VERSION + "." + Chunker.VERSION + ".";

    private final Directory directory;
    private volatile IndexSnapshot current;

    public PassageIndex(Path folder) {
        try {
            directory = FSDirectory.open(folder);
            current = new IndexSnapshot(openOrCreate());
        } catch (IOException unusable) {
            throw new UncheckedIOException("cannot open the index in " + folder, unusable);
        }
    }

    private DirectoryReader openOrCreate() throws IOException {
        if (!DirectoryReader.indexExists(directory)) openWriter().close();
        return answering();
    }

    /** The newest whole generation whose records this version can read; where there is none, nothing: half an index would answer as if it were all. */
    private DirectoryReader answering() throws IOException {
        for (IndexCommit commit : DirectoryReader.listCommits(directory).reversed())
            if (answers(commit)) return DirectoryReader.open(commit);
        Directory nothing = new ByteBuffersDirectory();
        new IndexWriter(nothing, new IndexWriterConfig()).close();
        return DirectoryReader.open(nothing);
    }

    private static boolean answers(IndexCommit commit) throws IOException {
        return isWhole(commit)
                && commit.getUserData().getOrDefault("format", "").startsWith(FORMAT);
    }

    private static boolean isWhole(IndexCommit commit) throws IOException {
        return !commit.getUserData().getOrDefault("generation", "").isEmpty();
    }

    /** Keeps the last whole generation beside what was written since: after a kill it goes on answering. */
    private static final class KeepWhole extends IndexDeletionPolicy {

        @Override
        public void onInit(List<? extends IndexCommit> commits) throws IOException {
            onCommit(commits);
        }

        @Override
        public void onCommit(List<? extends IndexCommit> commits) throws IOException {
            boolean whole = false;
            for (int at = commits.size() - 1; at >= 0; at--) {
                IndexCommit commit = commits.get(at);
                if (at < commits.size() - 1 && (whole || !isWhole(commit))) commit.delete();
                whole |= isWhole(commit);
            }
        }
    }

    /** The generation that answers now. The caller closes it. */
    public IndexSnapshot snapshot() {
        while (true) {
            IndexSnapshot snapshot = current;
            if (snapshot.tryOpen()) return snapshot; // else it was replaced and closed this very moment
        }
    }

    /** The last state written, whole or not: what an update goes on from. The caller closes it. */
    synchronized IndexSnapshot committed() {
        try {
            DirectoryReader newest = current.reader().directory() == directory
                    ? DirectoryReader.openIfChanged(current.reader())
                    : DirectoryReader.open(directory);
            return newest == null ? snapshot() : new IndexSnapshot(newest);
        } catch (IOException broken) {
            throw new UncheckedIOException("cannot read the index", broken);
        }
    }

    /** Keeps what was written so far, as no generation: after a kill an update goes on from there. */
    static void keep(IndexWriter writer, String format) throws IOException {
        writer.setLiveCommitData(
                Map.of("generation", "", "updated", "", "format", format).entrySet());
        writer.commit();
    }

    /** A change to the index: what it writes is seen by nobody until it returns, and by nobody ever if it throws. */
    interface Change {

        /** Returns a digest of what the collection then holds; empty where that is what it held before, and keeps its name. */
        String write(IndexWriter writer) throws IOException;
    }

    /**
     * Makes the change the next generation.
     *
     * @param rest whether more is to follow, for which an update must go on even where it finds nothing new
     */
    synchronized void change(String format, boolean rest, Change change) {
        try (IndexWriter writer = openWriter()) {
            boolean whole = false;
            try {
                Map<String, String> before = new TreeMap<>();
                writer.getLiveCommitData().forEach(label -> before.put(label.getKey(), label.getValue()));
                String digest = change.write(writer);
                writer.setLiveCommitData((digest.isEmpty() ? before : labels(digest, format, rest)).entrySet());
                writer.commit();
                whole = true;
            } finally {
                if (!whole) writer.rollback();
            }
        } catch (IOException full) {
            throw new UncheckedIOException("cannot write the index", full);
        }
        refresh();
    }

    private static Map<String, String> labels(String digest, String format, boolean rest) {
        String now = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
        return Map.of(
                "generation",
                now.replaceAll("[-:]", "") + "-" + digest,
                "updated",
                now,
                "format",
                format,
                "rest",
                String.valueOf(rest));
    }

    private IndexWriter openWriter() throws IOException {
        try {
            return new IndexWriter(
                    directory, new IndexWriterConfig(new TermAnalyzer()).setIndexDeletionPolicy(new KeepWhole()));
        } catch (LockObtainFailedException taken) {
            throw new IbidException(
                    IbidException.Code.BUSY,
                    "another Ibid is writing this index; wait for it, stop it, or give this one its own --data DIR",
                    taken);
        }
    }

    /** Has the newest whole generation answer, whoever wrote it: other processes may share the index. */
    synchronized void refresh() {
        try {
            Optional<DirectoryReader> newest = newer();
            if (newest.isEmpty()) return;
            IndexSnapshot older = current;
            current = new IndexSnapshot(newest.get());
            older.close();
        } catch (IOException broken) {
            throw new UncheckedIOException("cannot reopen the index", broken);
        }
    }

    private Optional<DirectoryReader> newer() throws IOException {
        for (IndexCommit commit : DirectoryReader.listCommits(directory).reversed()) {
            if (answers(commit))
                return Optional.ofNullable(
                        current.reader().directory() == directory
                                ? DirectoryReader.openIfChanged(current.reader(), commit)
                                : DirectoryReader.open(commit));
        }
        return Optional.empty();
    }

    @Override
    public synchronized void close() {
        current.close();
        try {
            directory.close();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
