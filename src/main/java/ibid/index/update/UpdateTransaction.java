package ibid.index.update;

import ibid.index.IndexChange;
import ibid.library.CorpusFile;
import ibid.library.FileFingerprint;
import ibid.library.FileState;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes one update: the documents and the state of each file go into index and catalogue. Not thread-safe. */
final class UpdateTransaction {

    private final FileIngestion ingestion;
    private final List<CorpusFile> toRead;
    private final Map<String, FileFingerprint> stored;
    private final List<FileIngestion.Ingested> ingested = new ArrayList<>();

    /** @param stored fingerprints as the catalogue holds them, by file */
    UpdateTransaction(FileIngestion ingestion, List<CorpusFile> toRead, Map<String, FileFingerprint> stored) {
        this.ingestion = ingestion;
        this.toRead = toRead;
        this.stored = stored;
    }

    /** Deletes first, so that an id that passes from one file to another is not deleted after it was added. */
    void write(IndexChange change, WorkerPool workers, ProgressListener progress, Duration commitInterval)
            throws IOException {
        for (FileState state : ingestion.plan().gone()) {
            remove(change, state);
        }
        for (CorpusFile file : toRead) {
            FileState before = ingestion.known().get(file.name());
            if (before != null && !ingestion.plan().owns(file)) {
                remove(change, before);
            }
        }
        workers.each(toRead, new Ingesting(change, progress, commitInterval));
        Map<String, FileState> now = states();
        change.catalogue()
                .set(ingestion
                        .scan()
                        .nearDuplicates(name -> now.containsKey(name)
                                && !now.get(name).article().isEmpty()));
    }

    private final class Ingesting implements WorkerPool.Work<FileIngestion.Ingested> {

        private final IndexChange change;
        private final ProgressListener progress;
        private final Duration commitInterval;
        private long committedAt = System.nanoTime();

        Ingesting(IndexChange change, ProgressListener progress, Duration commitInterval) {
            this.change = change;
            this.progress = progress;
            this.commitInterval = commitInterval;
        }

        @Override
        public FileIngestion.Ingested on(CorpusFile file) {
            return ingestion.ingest(file);
        }

        @Override
        public FileIngestion.Ingested failed(CorpusFile file, Throwable cause) {
            String reason = cause instanceof OutOfMemoryError
                    ? "it takes more memory than Ibid has now"
                    : "a fault in Ibid, written to its log: " + cause;
            return ingestion.skipped(file, "", reason, true);
        }

        @Override
        public void done(CorpusFile file, FileIngestion.Ingested result) throws IOException {
            change.requireRight();
            write(change, file, result);
            progress.at(ingested.size(), toRead.size(), file.name());
            if (System.nanoTime() - committedAt < commitInterval.toNanos()) {
                return;
            }
            change.keep();
            committedAt = System.nanoTime();
        }
    }

    private void write(IndexChange change, CorpusFile file, FileIngestion.Ingested found) throws IOException {
        FileState before = ingestion.known().get(file.name());
        boolean isRewritten = found.outcome() != FileIngestion.Outcome.SAME_TEXT;
        if (before != null && isRewritten && ingestion.plan().owns(file)) {
            remove(change, before); // else it was removed at the start
        }
        FileIngestion.Ingested written = add(change, file, found);
        change.catalogue().put(written.state());
        writeFingerprint(change, file, written);
        ingested.add(written.withoutDocuments());
    }

    /**
     * Also for an unchanged file, because the stored fingerprint may be from a moment when the file was being written.
     */
    private void writeFingerprint(IndexChange change, CorpusFile file, FileIngestion.Ingested written) {
        Optional<FileFingerprint> fingerprint = ingestion.scan().fingerprint(file.name());
        if (fingerprint.isEmpty()) {
            change.catalogue().removeFingerprint(file.name());
            return;
        }
        boolean isStored = fingerprint.get().equals(stored.get(file.name()));
        if (!isStored || written.outcome() != FileIngestion.Outcome.SAME_TEXT) {
            change.catalogue().put(fingerprint.get());
        }
    }

    private FileIngestion.Ingested add(IndexChange change, CorpusFile file, FileIngestion.Ingested found)
            throws IOException {
        try {
            change.add(found.documents());
            return found;
        } catch (IllegalArgumentException tooLong) {
            String reason = "it holds what no index takes: " + tooLong.getMessage();
            return ingestion.skipped(file, found.state().hash(), reason, false);
        }
    }

    /** Removes a file from index and catalogue. */
    static void remove(IndexChange change, FileState state) throws IOException {
        change.catalogue().remove(state.name());
        change.removeArticle(state.article());
    }

    private Map<String, FileState> states() {
        Map<String, FileState> states = new HashMap<>(ingestion.known());
        for (FileState gone : ingestion.plan().gone()) {
            states.remove(gone.name());
        }
        for (FileIngestion.Ingested one : ingested) {
            states.put(one.state().name(), one.state());
        }
        return states;
    }

    /** Whether the collection's content is unchanged, because files were only checked again. */
    boolean changedNothing() {
        return ingestion.plan().gone().isEmpty() && ingested.stream().allMatch(this::changedNothing);
    }

    private boolean changedNothing(FileIngestion.Ingested one) {
        FileState before = ingestion.known().get(one.state().name());
        return switch (one.outcome()) {
            case SAME_TEXT -> true;
            case ADDED, CHANGED -> false;
            case ENTRIES -> before == null || before.article().isEmpty();
            case SKIPPED ->
                before != null && before.skipped().equals(one.state().skipped());
        };
    }

    /** Digest of the collection's content, eight hex digits; equal for equal collections. */
    String digest() {
        Map<String, FileState> states = states();
        int digest = 7;
        for (CorpusFile file : ingestion.plan().files()) {
            FileState state = states.get(file.name());
            String content = file.name()
                    + state.hash()
                    + state.article()
                    + ingestion.scan().lines().of(file.name());
            digest = 31 * digest + content.hashCode();
        }
        return String.format("%08x", digest);
    }

    int count(FileIngestion.Outcome outcome) {
        int count = 0;
        for (FileIngestion.Ingested one : ingested) {
            if (one.outcome() == outcome) {
                count++;
            }
        }
        return count;
    }
}
