package ibid.index;

import ibid.IbidException;
import ibid.files.PrivateFiles;
import ibid.library.Catalogue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexCommit;
import org.apache.lucene.index.IndexDeletionPolicy;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexOutput;
import org.apache.lucene.store.Lock;
import org.apache.lucene.store.LockObtainFailedException;

/** The folder of the index, as Lucene opens it. Threads may share it. */
final class IndexDirectory implements AutoCloseable {

    private final Path folder;
    private final Directory directory;

    IndexDirectory(Path folder) throws IOException {
        this.folder = folder;
        PrivateFiles.createFolder(folder); // or Lucene makes it, open to all
        directory = new PrivateDirectory(folder, FSDirectory.open(folder));
    }

    /** Keeps what Lucene writes to its owner, as the other files of the data folder. */
    private static final class PrivateDirectory extends FilterDirectory {

        private final Path folder;

        PrivateDirectory(Path folder, Directory lucenes) {
            super(lucenes);
            this.folder = folder;
        }

        @Override
        public IndexOutput createOutput(String name, IOContext context) throws IOException {
            return restricted(super.createOutput(name, context));
        }

        @Override
        public IndexOutput createTempOutput(String prefix, String suffix, IOContext context) throws IOException {
            return restricted(super.createTempOutput(prefix, suffix, context));
        }

        @Override
        public Lock obtainLock(String name) throws IOException {
            Lock lock = super.obtainLock(name);
            PrivateFiles.restrict(folder.resolve(name));
            return lock;
        }

        private IndexOutput restricted(IndexOutput made) throws IOException {
            PrivateFiles.restrict(folder.resolve(made.getName()));
            return made;
        }
    }

    /** Makes an empty index if there is none. */
    void create() throws IOException {
        PrivateFiles.createFolder(folder);
        if (!DirectoryReader.indexExists(directory)) {
            openWriter().close();
        }
    }

    IndexWriter openWriter() throws IOException {
        try {
            return new IndexWriter(
                    directory,
                    new IndexWriterConfig(new TermAnalyzer()).setIndexDeletionPolicy(new WholeCommitPolicy()));
        } catch (LockObtainFailedException taken) {
            throw new IbidException(
                    IbidException.Code.BUSY,
                    "another Ibid is writing this index; wait for it, stop it, or give this one its own --data DIR",
                    taken);
        }
    }

    /** Keeps the last complete generation besides newer commits, so that it can answer after a kill. */
    private static final class WholeCommitPolicy extends IndexDeletionPolicy {

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

    /** Oldest first. */
    List<IndexCommit> commits() throws IOException {
        return DirectoryReader.listCommits(directory);
    }

    /**
     * Rolls the catalogue back to the revisions that commits name. Only called while the index is locked for writing.
     *
     * @return the revision of the newest commit
     */
    long rollBack(Catalogue catalogue) throws IOException {
        long newest = 0;
        long oldest = Long.MAX_VALUE;
        for (IndexCommit commit : commits()) {
            newest = Math.max(0, CommitLabels.revision(commit.getUserData(), catalogue.identity()));
            oldest = Math.min(oldest, newest);
        }
        if (!catalogue.holds(newest)) {
            oldest = newest + 1; // an older catalogue was restored: no commit names its content
        }
        catalogue.rollBack(newest, oldest);
        return newest;
    }

    boolean isOf(DirectoryReader reader) {
        return reader.directory() == directory;
    }

    boolean holds(Collection<String> files) throws IOException {
        return Set.of(directory.listAll()).containsAll(files);
    }

    /** Identifies the folder; another one of the same name, made after a damaged one was moved aside, has another. */
    Object key() throws IOException {
        return Files.readAttributes(folder, BasicFileAttributes.class).fileKey();
    }

    long freeBytes() {
        Path data = folder.toAbsolutePath().getParent();
        try {
            return Files.getFileStore(data).getUsableSpace();
        } catch (IOException gone) {
            throw new UncheckedIOException("cannot see how much is free in " + data, gone);
        }
    }

    @Override
    public void close() throws IOException {
        directory.close();
    }
}
