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
 * The index on disk. Readers always see one whole generation of index and catalogue: a change becomes visible with
 * its commit, all of it at once, and a change that breaks off leaves the generation before it in place. Threads may
 * share it.
 */
public final class PassageIndex implements AutoCloseable {

    private static final Logger VECTOR_ADVICE =
            Logger.getLogger("org.apache.lucene.internal.vectorization"); // kept, or its level is lost

    static {
        // Lucene recommends an incubating module on every start; searching is quick without it and starting quicker.
        VECTOR_ADVICE.setLevel(Level.SEVERE);
    }

    /** Begins the name of every format; records of another shape, or made by other rules, are not read. */
    public static final String FORMAT =
            "7." + TermAnalyzer.VERSION + "." + ArticleReader.VERSION + "." + Chunker.VERSION + ".";

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
     * The newest whole generation whose records this version can read. Half an index would answer as if it were all.
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

    /** The generation of that commit; empty where the commit and the catalogue do not belong together. */
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

    /** Shares with the reader that answers now what the two have in common. */
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

    /** Keeps the last whole generation beside what was written since: after a kill it goes on answering. */
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

    /** The generation that answers now. The caller closes it. */
    public IndexSnapshot snapshot() {
        while (true) {
            IndexSnapshot snapshot = current;
            if (snapshot.tryOpen()) {
                return snapshot; // else it was replaced and closed this very moment
            }
        }
    }

    /**
     * The last state written, whole or not: what an update goes on from; empty where index and catalogue do not
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

    /** A change to the index: what it writes is seen by nobody until it returns, and by nobody ever if it throws. */
    public interface Change {

        /**
         * Returns a digest of what the collection then holds; empty where that is what it held before, and keeps its
         * name.
         */
        String write(IndexChange change) throws IOException;
    }

    /**
     * Makes the change the next generation.
     *
     * @param moreFollows whether more is to follow, for which an update must go on even where it finds nothing new
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
     * Has the catalogue hold what commits name, and no more. Only while writing the index is locked.
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
            oldest = newest + 1; // an older catalogue was put back: what it holds is of no commit
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

    /** Has the newest whole generation answer, whoever wrote it: other processes may share the index. */
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
