package ibid.index;

import ibid.IbidException;
import ibid.library.Catalogue;
import ibid.library.CatalogueSnapshot;
import ibid.read.ArticleReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
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
 * The index on disk. Readers always see one complete generation of index and catalogue. A change becomes visible
 * atomically with its commit; a change that fails leaves the generation before it in place. Threads may share it.
 */
public final class PassageIndex implements AutoCloseable {

    private static final Logger VECTOR_ADVICE =
            Logger.getLogger("org.apache.lucene.internal.vectorization"); // kept, or its level is lost with it

    static {
        // Lucene recommends an incubating module on every start. Search is fast without it, and the start is faster.
        VECTOR_ADVICE.setLevel(Level.SEVERE);
    }

    /** Prefix of every format. Records of another shape or made by other rules are not read. */
    public static final String FORMAT =
            "8." + TermAnalyzer.VERSION + "." + ArticleReader.VERSION + "." + Chunker.VERSION + ".";

    private final Directory directory;
    private final Catalogue catalogue;
    private volatile IndexSnapshot current;

    /** @param catalogue of the same folder of articles, which no other index uses */
    public PassageIndex(Path folder, Catalogue catalogue) {
        this.catalogue = catalogue;
        try {
            directory = FSDirectory.open(folder);
            if (!DirectoryReader.indexExists(directory)) {
                openWriter().close();
            }
            current = openNewest().orElseGet(() -> empty(0));
        } catch (IOException unusable) {
            throw new UncheckedIOException("cannot open the index in " + folder, unusable);
        }
    }

    /**
     * The newest complete generation whose records this version can read. A partial index would answer as if it were
     * complete.
     */
    private Optional<IndexSnapshot> openNewest() throws IOException {
        for (IndexCommit commit : DirectoryReader.listCommits(directory).reversed()) {
            CommitLabels labels = CommitLabels.of(commit.getUserData());
            if (!labels.isWhole() || !labels.format().startsWith(FORMAT)) {
                continue;
            }
            Optional<IndexSnapshot> snapshot = open(commit);
            if (snapshot.isPresent()) {
                return snapshot;
            }
        }
        return Optional.empty();
    }

    /** The generation of that commit; empty if the commit and the catalogue do not belong together. */
    private Optional<IndexSnapshot> open(IndexCommit commit) throws IOException {
        if (current != null && current.isOf(commit)) {
            return Optional.of(snapshot());
        }
        Optional<CatalogueSnapshot> files = files(commit);
        if (files.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new IndexSnapshot(openReader(commit), catalogue, files.get()));
    }

    private Optional<CatalogueSnapshot> files(IndexCommit commit) throws IOException {
        long revision = CommitLabels.revision(commit.getUserData(), catalogue.identity());
        return revision < 0 ? Optional.empty() : catalogue.snapshot(revision);
    }

    /** Shares segments with the current reader. */
    private DirectoryReader openReader(IndexCommit commit) throws IOException {
        return current != null && current.reader().directory() == directory
                ? DirectoryReader.openIfChanged(current.reader(), commit)
                : DirectoryReader.open(commit);
    }

    private IndexSnapshot empty(long revision) {
        try {
            Directory nothing = new ByteBuffersDirectory();
            new IndexWriter(nothing, new IndexWriterConfig()).close();
            return new IndexSnapshot(DirectoryReader.open(nothing), catalogue, CatalogueSnapshot.empty(revision));
        } catch (IOException impossible) {
            throw new UncheckedIOException("an index in memory failed", impossible);
        }
    }

    /** Keeps the last complete generation besides newer commits, so that it can answer after a kill. */
    private static final class KeepWhole extends IndexDeletionPolicy {

        @Override
        public void onInit(List<? extends IndexCommit> commits) throws IOException {
            onCommit(commits);
        }

        @Override
        public void onCommit(List<? extends IndexCommit> commits) throws IOException {
            boolean hasWhole = false;
            for (IndexCommit commit : commits.reversed()) {
                boolean isWhole = CommitLabels.of(commit.getUserData()).isWhole();
                boolean isNewest = commit == commits.getLast();
                if (!isNewest && (hasWhole || !isWhole)) {
                    commit.delete();
                }
                hasWhole |= isWhole;
            }
        }
    }

    /** The current generation. The caller closes it. */
    public IndexSnapshot snapshot() {
        while (true) {
            IndexSnapshot snapshot = current;
            if (snapshot.tryOpen()) {
                return snapshot; // else it was replaced and closed meanwhile
            }
        }
    }

    /**
     * The last state written, complete or not, from which an update continues; empty if index and catalogue do not
     * belong together. The caller closes it.
     */
    public synchronized IndexSnapshot committed() {
        try {
            IndexCommit newest = DirectoryReader.listCommits(directory).getLast();
            long revision = Math.max(0, CommitLabels.revision(newest.getUserData(), catalogue.identity()));
            return open(newest).orElseGet(() -> empty(revision));
        } catch (IOException broken) {
            throw new UncheckedIOException("cannot read the index", broken);
        }
    }

    /** A change to the index. Its writes become visible when it returns, and are discarded if it throws. */
    public interface Change {

        /**
         * Returns a digest of the collection's new content; empty if the content did not change, so that the generation
         * keeps its id.
         */
        String write(IndexChange change) throws IOException;
    }

    /**
     * Makes the change the next generation.
     *
     * @param moreFollows whether more changes follow, so that an update must continue even if it finds nothing new
     */
    public synchronized void change(String format, boolean moreFollows, Change change) {
        try (IndexWriter writer = openWriter()) {
            boolean committed = false;
            try {
                IndexChange next = new IndexChange(writer, catalogue, format, rollBackCatalogue());
                String digest = change.write(next);
                next.commit(digest, moreFollows);
                committed = true;
            } finally {
                if (!committed) {
                    writer.rollback();
                }
            }
        } catch (IOException full) {
            throw new UncheckedIOException("cannot write the index", full);
        }
        refresh();
    }

    /**
     * Rolls the catalogue back to the revisions that commits name. Only called while the index is locked for writing.
     *
     * @return the revision of the newest commit
     */
    private long rollBackCatalogue() throws IOException {
        long newest = 0;
        long oldest = Long.MAX_VALUE;
        for (IndexCommit commit : DirectoryReader.listCommits(directory)) {
            newest = Math.max(0, CommitLabels.revision(commit.getUserData(), catalogue.identity()));
            oldest = Math.min(oldest, newest);
        }
        if (!catalogue.holds(newest)) {
            oldest = newest + 1; // an older catalogue was restored: no commit names its content
        }
        catalogue.rollBack(newest, oldest);
        return newest;
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

    /** Makes the newest complete generation the current one. Another process may have written it. */
    public synchronized void refresh() {
        try {
            Optional<IndexSnapshot> newest = openNewest();
            if (newest.isEmpty()) {
                return;
            }
            IndexSnapshot older = current;
            current = newest.get();
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
