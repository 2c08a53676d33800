package ibid.index;

import ibid.index.cluster.ClusterGeneration;
import ibid.index.cluster.PassageCluster;
import ibid.library.Catalogue;
import ibid.library.CatalogueSnapshot;
import ibid.read.ArticleReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.logging.Level;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexCommit;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The index on disk. Readers always see one complete generation of index and catalogue. A change becomes visible
 * atomically with its commit; a change that fails leaves the generation before it in place. Threads may share it.
 */
public final class PassageIndex implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PassageIndex.class);
    private static final java.util.logging.Logger VECTOR_ADVICE = // kept, or its level is lost with it
            java.util.logging.Logger.getLogger("org.apache.lucene.internal.vectorization");

    static {
        // Lucene recommends an incubating module on every start. Search is fast without it, and the start is faster.
        VECTOR_ADVICE.setLevel(Level.SEVERE);
    }

    /** Prefix of every format. Records of another shape or made by other rules are not read. */
    public static final String FORMAT =
            "9." + TermAnalyzer.VERSION + "." + ArticleReader.VERSION + "." + Chunker.VERSION + ".";

    private final Path folder;
    private final IndexDirectory directory;
    private final Catalogue catalogue;
    private final Optional<PassageCluster> cluster;
    private final IndexIntegrity integrity;
    private volatile IndexSnapshot current;
    private volatile Optional<IndexDamage> damage;
    private Object openedFolder;

    /**
     * Opens the index, or an empty one in place of a damaged one.
     *
     * @param catalogue of the same folder of articles, which no other index uses
     */
    public PassageIndex(Path folder, Catalogue catalogue) {
        this(folder, catalogue, Optional.empty());
    }

    /** @param cluster that has the vectors, and is searched in place of this index; its owner closes it */
    public PassageIndex(Path folder, Catalogue catalogue, Optional<PassageCluster> cluster) {
        this.folder = folder;
        this.catalogue = catalogue;
        this.cluster = cluster;
        this.integrity = new IndexIntegrity(folder);
        try {
            damage = integrity.quarantineBeforeOpening();
            damage.ifPresent(PassageIndex::report);
            directory = new IndexDirectory(folder);
            directory.create();
            current = openNewest().orElseGet(() -> empty(0));
            watchFiles();
        } catch (IOException unusable) {
            throw new UncheckedIOException("cannot open the index in " + folder + " (" + unusable + ")", unusable);
        }
    }

    private static void report(IndexDamage damage) {
        LOG.warn(
                "the index was damaged ({}); it is now {} and is made anew from the articles",
                damage.found(),
                damage.aside());
    }

    /** The cluster that has the vectors. */
    public Optional<PassageCluster> cluster() {
        return cluster;
    }

    /** The format of records that are written now. */
    public String format(String model) {
        return FORMAT + model + cluster.map(PassageCluster::label).orElse("");
    }

    /** Where it is kept; beside it is what else Ibid makes. */
    public Path folder() {
        return folder;
    }

    /** Present from the moment when the index was found damaged until it is complete again. */
    public Optional<IndexDamage> damage() {
        return damage;
    }

    /** Verifies the index if there is reason to. A damaged one is moved aside, and an update makes it anew. */
    public void heal() {
        if (integrity.isDue()) {
            isHealedAfterFailure();
        }
    }

    /** Verifies the index. @return whether it was damaged and is now empty */
    public synchronized boolean isHealedAfterFailure() {
        try {
            Optional<IndexDamage> found = integrity.quarantine();
            if (found.isPresent()) {
                damage = found;
                report(found.get());
            }
            if (found.isPresent() || isReplaced()) {
                directory.create();
                replace(empty(0));
                refresh();
            }
            watchFiles();
            return found.isPresent();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot verify the index (" + unreadable + ")", unreadable);
        }
    }

    /** Whether the files in use were deleted, or another process made a new index. */
    private boolean isReplaced() throws IOException {
        return !Objects.equals(directory.key(), openedFolder) || !directory.holds(filesInUse());
    }

    private Collection<String> filesInUse() throws IOException {
        return directory.isOf(current.reader())
                ? current.reader().getIndexCommit().getFileNames()
                : List.of();
    }

    private void watchFiles() throws IOException {
        integrity.watch(filesInUse());
    }

    private void replace(IndexSnapshot newest) {
        IndexSnapshot older = current;
        current = newest;
        older.close();
    }

    /**
     * The newest complete generation whose records this version can read. A partial index would answer as if it were
     * complete.
     */
    private Optional<IndexSnapshot> openNewest() throws IOException {
        for (IndexCommit commit : directory.commits().reversed()) {
            CommitLabels labels = CommitLabels.of(commit.getUserData());
            boolean hasVectors = ClusterGeneration.of(labels.format()).isEmpty();
            if (!labels.isWhole() || !labels.format().startsWith(FORMAT) || !hasVectors && cluster.isEmpty()) {
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
        return Optional.of(new IndexSnapshot(openReader(commit), catalogue, files.get(), integrity));
    }

    private Optional<CatalogueSnapshot> files(IndexCommit commit) throws IOException {
        long revision = CommitLabels.revision(commit.getUserData(), catalogue.identity());
        return revision < 0 ? Optional.empty() : catalogue.snapshot(revision);
    }

    /** Shares segments with the current reader, unless another process put a new index in place of a damaged one. */
    private DirectoryReader openReader(IndexCommit commit) throws IOException {
        Object now = directory.key();
        boolean isSameFolder = Objects.equals(now, openedFolder);
        openedFolder = now;
        return isSameFolder && current != null && directory.isOf(current.reader())
                ? DirectoryReader.openIfChanged(current.reader(), commit)
                : DirectoryReader.open(commit);
    }

    private IndexSnapshot empty(long revision) {
        try {
            Directory nothing = new ByteBuffersDirectory();
            new IndexWriter(nothing, new IndexWriterConfig()).close();
            return new IndexSnapshot(
                    DirectoryReader.open(nothing), catalogue, CatalogueSnapshot.empty(revision), integrity);
        } catch (IOException impossible) {
            throw new UncheckedIOException("an index in memory failed", impossible);
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
        return integrity.reading("cannot read the index", () -> {
            IndexCommit newest = directory.commits().getLast();
            long revision = Math.max(0, CommitLabels.revision(newest.getUserData(), catalogue.identity()));
            return open(newest).orElseGet(() -> empty(revision));
        });
    }

    /**
     * Makes the change the next generation.
     *
     * @param moreFollows whether more changes follow, so that an update must continue even if it finds nothing new
     */
    public synchronized void change(String format, boolean moreFollows, IndexChange.Writing change) {
        IndexChange made = integrity.reading("cannot write the index", () -> write(format, moreFollows, change));
        refresh();
        made.end();
    }

    private IndexChange write(String format, boolean moreFollows, IndexChange.Writing change) throws IOException {
        try (IndexWriter writer = directory.openWriter()) {
            boolean committed = false;
            try {
                IndexChange next = new IndexChange(writer, catalogue, format, directory.rollBack(catalogue), cluster);
                String digest = change.write(next);
                next.commit(digest, moreFollows);
                committed = true;
                return next;
            } finally {
                if (!committed) {
                    writer.rollback();
                }
            }
        }
    }

    /** What is free on its disk. */
    public long freeBytes() {
        return directory.freeBytes();
    }

    /** Makes the newest complete generation the current one. Another process may have written it. */
    public synchronized void refresh() {
        integrity.running("cannot reopen the index", () -> {
            Optional<IndexSnapshot> newest = openNewest();
            if (newest.isPresent()) {
                replace(newest.get());
                damage = Optional.empty();
                watchFiles();
            }
        });
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
