package ibid.index.update;

import ibid.article.Article;
import ibid.index.Chunker;
import ibid.index.IndexChange;
import ibid.index.IndexFields;
import ibid.index.IndexSnapshot;
import ibid.index.PassageIndex;
import ibid.index.StoredJson;
import ibid.index.cluster.ClusterGeneration;
import ibid.library.FileState;
import ibid.library.NearDuplicates;
import ibid.library.shared.SharedCollection;
import ibid.library.shared.SharedFile;
import ibid.library.shared.SharedGeneration;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Brings the index of a process without a folder up to date with the generation that was published last. It embeds
 * nothing: the passages are in a cluster. Thread-safe; concurrent calls wait for each other.
 */
public final class CollectionFollower implements IndexUpdate {

    /** In place of the embedder's id in the format, so that an Ibid with a folder makes such an index anew. */
    private static final String TAKEN_IN = "published";

    private static final int TEXTS_AT_ONCE = 100; // some 20 KB each
    private static final Duration COMMIT_INTERVAL = Duration.ofSeconds(15);

    private final SharedCollection shared;
    private final PassageIndex index;
    private volatile boolean settled;
    private volatile Optional<String> awaited = Optional.empty();

    /** @param index with a cluster */
    public CollectionFollower(SharedCollection shared, PassageIndex index) {
        this.shared = shared;
        this.index = index;
    }

    @Override
    public boolean isSettled() {
        return settled;
    }

    @Override
    public Optional<String> awaited() {
        return awaited;
    }

    @Override
    public Optional<WriteRight> right() {
        return Optional.empty();
    }

    @Override
    public Optional<RemovalGuard> removals() {
        return Optional.empty();
    }

    @Override
    public synchronized UpdateSummary run(boolean rebuild, ProgressListener progress) {
        if (rebuild) {
            throw IndexUpdate.noFolder();
        }
        return IndexUpdate.healing(index, () -> runOnce(progress));
    }

    private UpdateSummary runOnce(ProgressListener progress) {
        index.refresh();
        Optional<SharedGeneration> published = shared.published();
        if (published.isEmpty()) {
            awaited = Optional.of(
                    "no articles are in the database yet; start ./ibid index --watch where their folder is");
            return summary(new Taken());
        }
        Taken taken = takeIn(published.get(), progress);
        awaited = Optional.empty();
        settled = true;
        return summary(taken);
    }

    /** What a run took in; counts are articles. */
    private static final class Taken {

        private int added;
        private int changed;
        private int removed;

        private void count(FileState before) {
            if (before == null || before.article().isEmpty()) {
                added++;
            } else {
                changed++;
            }
        }
    }

    private Taken takeIn(SharedGeneration published, ProgressListener progress) {
        Taken taken = new Taken();
        ClusterGeneration generation = ClusterGeneration.of(published.format()).orElseThrow();
        index.cluster().orElseThrow().follow(generation);
        String format = index.format(TAKEN_IN);
        try (IndexSnapshot before = index.committed()) {
            boolean isThere = before.generation().equals(published.generation())
                    && before.format().equals(format);
            if (!isThere) {
                Map<String, SharedFile> files = shared.files(published);
                index.change(format, false, change -> {
                    change.requireBase(before.revision());
                    change.name(published.generation(), published.updated());
                    write(change, before, files, taken, progress);
                    return published.generation();
                });
            }
        }
        return taken;
    }

    private void write(
            IndexChange change,
            IndexSnapshot before,
            Map<String, SharedFile> files,
            Taken taken,
            ProgressListener progress)
            throws IOException {
        boolean isOfOurs = before.format().startsWith(PassageIndex.FORMAT + TAKEN_IN);
        if (!isOfOurs) {
            change.clear();
        }
        SortedMap<String, FileState> known = isOfOurs ? before.files() : new TreeMap<>();
        for (FileState state : known.values()) { // first, so that an id may pass from one file to another
            SharedFile now = files.get(state.name());
            if (now == null || !hasSameText(now, state)) {
                UpdateTransaction.remove(change, state);
                taken.removed += now == null && !state.article().isEmpty() ? 1 : 0;
            }
        }
        add(change, textsToAdd(change, known, files.values(), taken), progress);
        change.catalogue().set(new NearDuplicates(origins(files.values())));
    }

    /** Also puts the states of the other files into the catalogue. */
    private static List<SharedFile> textsToAdd(
            IndexChange change, Map<String, FileState> known, Collection<SharedFile> files, Taken taken) {
        List<SharedFile> toAdd = new ArrayList<>();
        for (SharedFile file : files) {
            FileState state = known.get(file.name());
            if (!file.text().isEmpty() && (state == null || !hasSameText(file, state))) {
                toAdd.add(file);
                taken.count(state);
            } else if (!file.state().equals(state)) {
                change.catalogue().put(file.state());
            }
        }
        return toAdd;
    }

    private static Map<String, String> origins(Collection<SharedFile> files) {
        Map<String, String> origins = new HashMap<>();
        for (SharedFile file : files) {
            if (!file.origin().isEmpty()) {
                origins.put(file.state().article(), file.origin());
            }
        }
        return origins;
    }

    private static boolean hasSameText(SharedFile file, FileState state) {
        return file.text().equals(state.hash()) && file.state().article().equals(state.article());
    }

    private void add(IndexChange change, List<SharedFile> files, ProgressListener progress) throws IOException {
        long committedAt = System.nanoTime();
        for (int from = 0; from < files.size(); from += TEXTS_AT_ONCE) {
            List<SharedFile> some = files.subList(from, Math.min(files.size(), from + TEXTS_AT_ONCE));
            Map<String, String> texts =
                    shared.texts(some.stream().map(SharedFile::text).toList());
            for (SharedFile file : some) {
                Article article = StoredJson.article(texts.get(file.text()));
                change.add(IndexFields.withoutVectors(article, Chunker.chunk(article)));
                change.catalogue().put(file.state());
            }
            progress.at(from + some.size(), files.size(), some.getLast().name());
            if (System.nanoTime() - committedAt > COMMIT_INTERVAL.toNanos()) {
                change.keep();
                committedAt = System.nanoTime();
            }
        }
    }

    private UpdateSummary summary(Taken taken) {
        try (IndexSnapshot now = index.snapshot()) {
            List<FileState> skipped = now.files().values().stream()
                    .filter(state -> !state.skipped().isEmpty())
                    .toList();
            int files = (int) now.files().values().stream()
                    .filter(state -> !state.holdsEntries())
                    .count();
            int read = taken.added + taken.changed;
            return new UpdateSummary(
                    files, read, files - read, taken.added, taken.changed, taken.removed, skipped, now.generation());
        }
    }
}
