package ibid.index.update;

import ibid.IbidException;
import ibid.index.IndexSnapshot;
import ibid.index.PassageIndex;
import ibid.library.CorpusFile;
import ibid.library.CorpusFolder;
import ibid.library.EntryListing;
import ibid.library.FileFingerprint;
import ibid.library.FileState;
import ibid.library.VectorStore;
import ibid.library.shared.SharedCollection;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Updates the index from the corpus folder, reading only files that changed. Thread-safe; concurrent calls wait for
 * each other.
 */
public final class Indexer implements IndexUpdate {

    private static final Duration COMMIT_INTERVAL = Duration.ofSeconds(15);

    /** By so much two clocks may differ, and two listings of a shared folder. */
    private static final long MAX_LAG_MILLIS = Duration.ofMinutes(2).toMillis();

    private final CorpusFolder folder;
    private final PassageIndex index;
    private final VectorStore vectors;
    private final Duration commitInterval;
    private final InstantSource clock;
    private final WorkerPool workers = new WorkerPool();
    private final CorpusScanner scanner;
    private final RemovalGuard removals;
    private final WriterRole role;
    private Optional<CollectionPublisher> publisher = Optional.empty();
    private volatile boolean settled;
    private boolean swept;

    public Indexer(CorpusFolder folder, PassageIndex index, VectorStore vectors) {
        this(folder, index, vectors, COMMIT_INTERVAL);
    }

    /** @param commitInterval time between commits; a kill loses at most this much work */
    public Indexer(CorpusFolder folder, PassageIndex index, VectorStore vectors, Duration commitInterval) {
        this(folder, index, vectors, commitInterval, InstantSource.system());
    }

    /** @param clock used for the age of files */
    public Indexer(
            CorpusFolder folder,
            PassageIndex index,
            VectorStore vectors,
            Duration commitInterval,
            InstantSource clock) {
        this.folder = folder;
        this.index = index;
        this.vectors = vectors;
        this.commitInterval = commitInterval;
        this.clock = clock;
        this.scanner = new CorpusScanner(folder.reader(), workers);
        this.removals = new RemovalGuard(folder);
        this.role = new WriterRole(index);
    }

    /** With the right that it has to take before it writes. For use before the first run. */
    public Indexer sharing(WriteRight right) {
        role.share(right);
        return this;
    }

    /** And publishes what it writes. For use before the first run. */
    public Indexer publishing(SharedCollection shared) {
        publisher = Optional.of(new CollectionPublisher(shared, folder, index, role));
        role.announce(() -> {
            swept = false; // until what was replaced is removed, also if that fails now
            publish();
        });
        return this;
    }

    private void publish() {
        publisher.ifPresent(CollectionPublisher::publish);
    }

    @Override
    public Optional<WriteRight> right() {
        return Optional.of(role.right());
    }

    @Override
    public Optional<String> awaited() {
        return role.isBehind()
                ? Optional.of(role.right().holder() + " writes this index; this one follows")
                : Optional.empty();
    }

    @Override
    public boolean isSettled() {
        return settled;
    }

    /**
     * @param rebuild reads and writes all files again; embeddings still come from the cache
     * @throws IbidException INVALID if the folder is missing, BUSY if another process is writing
     */
    @Override
    public synchronized UpdateSummary run(boolean rebuild, ProgressListener progress) {
        try {
            return IndexUpdate.healing(index, () -> runOnce(rebuild, progress));
        } finally {
            role.end();
        }
    }

    private UpdateSummary runOnce(boolean rebuild, ProgressListener progress) {
        index.refresh();
        role.begin(rebuild);
        index.cluster().ifPresent(cluster -> cluster.choose(rebuild));
        long now = clock.millis();
        CorpusFolder.Listing listing = withEntries(guarded(rebuild), now);
        int removed = rebuild ? 0 : removeGone(listing, now);
        try (IndexSnapshot answering = index.snapshot()) {
            Set<String> listed = new HashSet<>();
            listing.files().forEach(file -> listed.add(file.name()));
            settled |= answering.files().keySet().stream()
                    .allMatch(name -> listed.contains(name) || listing.mayContain(name));
        }
        long began = System.currentTimeMillis();
        UpdateSummary update = updateOrFollow(rebuild, listing, now, progress).afterRemoving(removed);
        settled = true;
        publish(); // what a process that was killed had left to do
        boolean mayBeMore = !swept || update.read() > 0 || update.removed() > 0;
        if (mayBeMore && index.cluster().isPresent() && role.isWriter()) {
            sweep(began);
        }
        return update;
    }

    /** Removes from the cluster what nobody knows, but nothing that another Ibid may just have added. */
    private void sweep(long began) {
        try (IndexSnapshot snapshot = index.snapshot()) {
            if (snapshot.inCluster().isPresent()) {
                index.cluster()
                        .orElseThrow()
                        .sweep(snapshot::documentOf, snapshot.passageCount(), began - MAX_LAG_MILLIS);
            }
        }
        swept = true;
    }

    private CorpusFolder.Listing guarded(boolean rebuild) {
        try (IndexSnapshot before = index.committed()) {
            CorpusFolder.Listing listing = removals.guard(folder.list(), before.files(format()));
            if (rebuild && !listing.held().isEmpty()) {
                String why = removals.held().map(HeldRemovals::message).orElse("");
                throw new IbidException(IbidException.Code.INVALID, why); // a rebuild could not keep them
            }
            return listing;
        }
    }

    private CorpusFolder.Listing withEntries(CorpusFolder.Listing listing, long now) {
        try (IndexSnapshot before = index.committed()) {
            return new EntryListing(folder.reader(), before.files(format()), now).of(listing);
        }
    }

    @Override
    public Optional<RemovalGuard> removals() {
        return Optional.of(removals);
    }

    /**
     * Removes deleted files at once in their own generation, because reading new files may take hours.
     *
     * @return number of removed articles
     */
    private int removeGone(CorpusFolder.Listing listing, long now) {
        try (IndexSnapshot before = index.committed()) {
            UpdatePlan plan = UpdatePlan.of(listing, before.files(format()), now);
            boolean hasBoth = !plan.gone().isEmpty() && !plan.toRead().isEmpty();
            if (before.isUnfinished() || !hasBoth || !role.mayWrite()) {
                return 0;
            }
            Map<String, FileState> left = new HashMap<>(before.files());
            plan.gone().forEach(state -> left.remove(state.name()));
            List<FileFingerprint> fingerprints = new ArrayList<>(before.fingerprints());
            fingerprints.removeIf(one -> !left.containsKey(one.file()));
            CorpusScan scan = new CorpusScan(fingerprints, new ParsedFiles(folder.reader()));
            role.change(format(), true, change -> {
                change.requireBase(before.revision());
                for (FileState state : plan.gone()) {
                    UpdateTransaction.remove(change, state);
                }
                change.catalogue()
                        .set(scan.nearDuplicates(
                                file -> !left.get(file).article().isEmpty()));
                return String.format("%08x", left.keySet().hashCode());
            });
            return articles(plan.gone());
        }
    }

    /** Beside a cluster a change waits until its passages are there. */
    private UpdateSummary updateOrFollow(
            boolean rebuild, CorpusFolder.Listing listing, long now, ProgressListener progress) {
        try {
            return update(rebuild, listing, now, progress);
        } catch (IbidException busy) {
            if (!role.isToWait(busy)) {
                throw busy;
            }
            return report(UpdatePlan.of(listing, Map.of(), now), 0, Optional.empty());
        }
    }

    private UpdateSummary update(boolean rebuild, CorpusFolder.Listing listing, long now, ProgressListener progress) {
        try (IndexSnapshot before = index.committed()) {
            boolean isRebuild = rebuild || !before.format().equals(format());
            Map<String, FileState> known = isRebuild ? Map.of() : before.files();
            UpdatePlan plan = UpdatePlan.of(listing, known, now);
            if (!isRebuild && !before.isUnfinished() && plan.isEmpty() || !role.mayWrite()) {
                return report(plan, 0, Optional.empty());
            }
            Map<String, FileFingerprint> stored = new HashMap<>();
            if (!isRebuild) {
                before.fingerprints().forEach(one -> stored.put(one.file(), one));
            }
            try (CorpusScan scan = scanner.scan(plan, stored.values(), progress)) {
                List<CorpusFile> toRead = withStale(plan, known, scan);
                FileIngestion ingestion = new FileIngestion(plan, known, scan, vectors, index.cluster(), now);
                UpdateTransaction run = new UpdateTransaction(ingestion, toRead, stored);
                write(run, before, isRebuild, progress);
                if (!before.format().equals(format())) {
                    vectors.forgetOtherModels();
                }
                return report(plan, UpdatePlan.count(toRead), Optional.of(run));
            }
        }
    }

    private void write(UpdateTransaction run, IndexSnapshot before, boolean isRebuild, ProgressListener progress) {
        boolean mayKeepGeneration = !isRebuild && !before.isUnfinished();
        role.change(format(), false, change -> {
            change.requireBase(before.revision());
            if (isRebuild) {
                change.clear();
            }
            run.write(change, workers, progress, commitInterval);
            return mayKeepGeneration && run.changedNothing() ? "" : run.digest();
        });
    }

    private String format() {
        return index.format(vectors.model());
    }

    /** Adds the files whose recurring lines changed since they were indexed. */
    private static List<CorpusFile> withStale(UpdatePlan plan, Map<String, FileState> known, CorpusScan scan) {
        List<CorpusFile> toRead = new ArrayList<>(plan.toRead());
        Set<CorpusFile> already = Set.copyOf(plan.toRead());
        plan.files().stream()
                .filter(file -> !already.contains(file)
                        && known.containsKey(file.name())
                        && !plan.hidden().contains(file.name())
                        && scan.lines().isStale(file.name()))
                .forEach(toRead::add);
        return toRead;
    }

    private static int articles(List<FileState> states) {
        return (int) states.stream().filter(state -> !state.article().isEmpty()).count();
    }

    private UpdateSummary report(UpdatePlan plan, int read, Optional<UpdateTransaction> run) {
        try (IndexSnapshot now = index.snapshot()) {
            List<FileState> skipped = now.files().values().stream()
                    .filter(state -> !state.skipped().isEmpty())
                    .toList();
            return new UpdateSummary(
                    UpdatePlan.count(plan.files()),
                    read,
                    UpdatePlan.count(plan.files()) - read,
                    run.map(one -> one.count(FileIngestion.Outcome.ADDED)).orElse(0),
                    run.map(one -> one.count(FileIngestion.Outcome.CHANGED)).orElse(0),
                    articles(plan.gone()),
                    skipped,
                    now.generation());
        }
    }
}
