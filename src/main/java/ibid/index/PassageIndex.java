package ibid.index;

import ibid.IbidException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;

/**
 * The index on disk. Readers always see one whole generation: a change becomes visible with its commit, all of it at once, and a
 * change that breaks off leaves the generation before it in place. Threads may share it.
 */
public final class PassageIndex implements AutoCloseable {

    private static final java.util.logging.Logger VECTOR_ADVICE = java.util.logging.Logger.getLogger("org.apache.lucene.internal.vectorization");   // kept, or its level is lost

    static {
        // Lucene recommends an incubating module on every start; searching is quick without it and starting quicker.
        VECTOR_ADVICE.setLevel(java.util.logging.Level.SEVERE);
    }

    private final Directory directory;
    private volatile Snapshot current;

    public PassageIndex(Path folder) {
        try {
            directory = FSDirectory.open(folder);
            current = new Snapshot(openOrCreate());
        } catch (IOException unusable) {
            throw new UncheckedIOException("cannot open the index in " + folder, unusable);
        }
    }

    private DirectoryReader openOrCreate() throws IOException {
        try {
            return DirectoryReader.open(directory);
        } catch (IndexNotFoundException first) {
            openWriter().close();
            return DirectoryReader.open(directory);
        }
    }

    /** The generation that answers now. The caller closes it. */
    public Snapshot snapshot() {
        while (true) {
            Snapshot snapshot = current;
            if (snapshot.tryOpen()) return snapshot;   // else it was replaced and closed this very moment
        }
    }

    /** The last state written, whole or not: what an update goes on from. The caller closes it. */
    synchronized Snapshot committed() {
        try {
            DirectoryReader newer = DirectoryReader.openIfChanged(current.reader());
            return newer == null ? snapshot() : new Snapshot(newer);
        } catch (IOException broken) {
            throw new UncheckedIOException("cannot read the index", broken);
        }
    }

    /** Keeps what was written so far, as no generation: after a kill an update goes on from there. */
    static void keep(IndexWriter writer, String format) throws IOException {
        writer.setLiveCommitData(Map.of("generation", "", "updated", "", "format", format).entrySet());
        writer.commit();
    }

    /** A change to the index: what it writes is seen by nobody until it returns, and by nobody ever if it throws. */
    interface Change {

        /** Returns a digest of what the collection then holds. */
        String write(IndexWriter writer) throws IOException;
    }

    /** Makes the change the next generation. */
    synchronized void change(String format, Change change) {
        try (IndexWriter writer = openWriter()) {
            boolean whole = false;
            try {
                String digest = change.write(writer);
                String now = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
                writer.setLiveCommitData(Map.of("generation", now.replaceAll("[-:]", "") + "-" + digest, "updated", now, "format", format).entrySet());
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

    private IndexWriter openWriter() throws IOException {
        try {
            return new IndexWriter(directory, new IndexWriterConfig(new EnglishText()));
        } catch (LockObtainFailedException taken) {
            throw new IbidException(IbidException.Code.BUSY, "another Ibid is writing this index; wait for it, stop it, or give this one its own --data DIR", taken);
        }
    }

    private void refresh() {
        try {
            DirectoryReader newer = DirectoryReader.openIfChanged(current.reader());
            if (newer == null) return;
            Snapshot older = current;
            current = new Snapshot(newer);
            older.close();
        } catch (IOException broken) {
            throw new UncheckedIOException("cannot reopen the index", broken);
        }
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
