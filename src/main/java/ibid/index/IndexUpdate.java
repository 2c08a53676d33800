package ibid.index;

import ibid.index.Look.Outcome;
import ibid.library.CorpusFolder;
import ibid.read.ArticleReader;
import ibid.read.CorpusFile;
import ibid.read.manuscript.Fingerprint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Brings the index up to date with the corpus folder, reading only files that changed. Safe to call from any thread; calls queue. */
public final class IndexUpdate {

    private static final Duration KEEP_EVERY = Duration.ofSeconds(15);

    private final CorpusFolder folder;
    private final PassageIndex index;
    private final VectorCache vectors;
    private final Duration keepEvery;
    private final InstantSource clock;
    private final ArticleReader reader = new ArticleReader();
    private final Crew crew = new Crew();
    private volatile boolean settled;

    public IndexUpdate(CorpusFolder folder, PassageIndex index, VectorCache vectors) {
        this(folder, index, vectors, KEEP_EVERY);
    }

    /** @param keepEvery how much work a kill may cost */
    public IndexUpdate(CorpusFolder folder, PassageIndex index, VectorCache vectors, Duration keepEvery) {
        this(folder, index, vectors, keepEvery, InstantSource.system());
    }

    IndexUpdate(CorpusFolder folder, PassageIndex index, VectorCache vectors, Duration keepEvery, InstantSource clock) {
        this.folder = folder;
        this.index = index;
        this.vectors = vectors;
        this.keepEvery = keepEvery;
        this.clock = clock;
    }

    /** Whether the generation that answers holds nothing of a file that was removed while no Ibid ran. */
    public boolean isSettled() {
        return settled;
    }

    /**
     * @param rebuild reads and writes everything anew; embeddings still come from the cache
     * @throws ibid.IbidException INVALID if the folder is missing, BUSY if another process is writing
     */
    public synchronized Update run(boolean rebuild, Progress progress) {
        index.refresh();
        long now = clock.millis();
        CorpusFolder.Listing listing = folder.look();
        int removed = rebuild ? 0 : removeGone(listing, now);
        try (Snapshot answering = index.snapshot()) {
            Set<String> listed = new HashSet<>();
            listing.files().forEach(file -> listed.add(file.name()));
            settled |= answering.files().keySet().stream().allMatch(name -> listed.contains(name) || listing.hides(name));
        }
        Update update = update(rebuild, listing, now, progress).afterRemoving(removed);
        settled = true;
        return update;
    }

    /** What is removed goes at once, as a generation of its own; reading what came may take hours. @return how many articles */
    private int removeGone(CorpusFolder.Listing listing, long now) {
        try (Snapshot before = index.committed()) {
            Plan plan = Plan.of(listing, before.files(format()), now);
            if (before.isUnfinished() || plan.gone().isEmpty() || plan.toRead().isEmpty()) return 0;
            Map<String, FileState> left = new HashMap<>(before.files());
            plan.gone().forEach(state -> left.remove(state.name()));
            Ledger ledger = new Ledger(before.ledger().stream().filter(entry -> left.containsKey(entry.file())).toList());
            index.change(format(), true, writer -> {
                for (FileState state : plan.gone()) Run.remove(writer, state);
                Fields.setCopies(writer, ledger.origins(file -> !left.get(file).article().isEmpty()));
                return String.format("%08x", left.keySet().hashCode());
            });
            return articles(plan.gone());
        }
    }

    private Update update(boolean rebuild, CorpusFolder.Listing listing, long now, Progress progress) {
        try (Snapshot before = index.committed()) {
            boolean anew = rebuild || !before.format().equals(format());
            Map<String, FileState> known = anew ? Map.of() : before.files();
            Plan plan = Plan.of(listing, known, now);
            if (!anew && !before.isUnfinished() && plan.isEmpty()) return report(plan, 0, Optional.empty());
            Map<String, Ledger.Entry> prints = new HashMap<>();
            if (!anew) before.ledger().forEach(entry -> prints.put(entry.file(), entry));
            Ledger ledger = ledger(plan, prints, progress);
            List<CorpusFile> toRead = withStale(plan, known, ledger);
            Run run = new Run(new Look(plan, known, ledger, vectors, now), toRead, prints);
            index.change(format(), false, writer -> {
                if (anew) writer.deleteAll();
                run.write(writer, crew, progress, keepEvery, () -> PassageIndex.keep(writer, format()));
                return !anew && !before.isUnfinished() && run.changedNothing() ? "" : run.digest();
            });
            return report(plan, toRead.size(), Optional.of(run));
        }
    }

    private String format() {
        return PassageIndex.FORMAT + vectors.model();
    }

    /** What all files have in common: those to be read are looked through for it first, which takes a hundredth of the time embedding them does. */
    private Ledger ledger(Plan plan, Map<String, Ledger.Entry> prints, Progress progress) {
        Map<String, Ledger.Entry> entries = new HashMap<>(prints);
        plan.gone().forEach(state -> entries.remove(state.name()));
        progress.lookingThrough(0, plan.toRead().size(), "");
        try {
            crew.each(plan.toRead(), new Crew.Work<Optional<Fingerprint>>() {

                private int done;

                @Override
                public Optional<Fingerprint> on(CorpusFile file) {
                    return plan.owns(file) ? reader.fingerprint(file) : Optional.empty();
                }

                @Override
                public Optional<Fingerprint> failed(CorpusFile file, Throwable why) {
                    return Optional.empty();
                }

                @Override
                public void done(CorpusFile file, Optional<Fingerprint> print) {
                    entries.compute(file.name(), (name, before) -> print.map(found -> new Ledger.Entry(name, file.id().value(), found, before == null ? "" : before.dropped())).orElse(null));
                    progress.lookingThrough(++done, plan.toRead().size(), file.name());
                }
            });
        } catch (IOException stopped) {
            throw new UncheckedIOException("cannot look through the articles", stopped);
        }
        return new Ledger(entries.values());
    }

    /** With the files whose outlet turned out to repeat other lines than was known when they were indexed. */
    private static List<CorpusFile> withStale(Plan plan, Map<String, FileState> known, Ledger ledger) {
        List<CorpusFile> toRead = new ArrayList<>(plan.toRead());
        Set<CorpusFile> already = Set.copyOf(plan.toRead());
        plan.files().stream().filter(file -> !already.contains(file) && known.containsKey(file.name()) && !plan.hidden().contains(file.name()) && ledger.stale(file.name())).forEach(toRead::add);
        return toRead;
    }

    private static int articles(List<FileState> states) {
        return (int) states.stream().filter(state -> !state.article().isEmpty()).count();
    }

    private Update report(Plan plan, int read, Optional<Run> run) {
        try (Snapshot now = index.snapshot()) {
            List<FileState> skipped = now.files().values().stream().filter(state -> !state.skipped().isEmpty()).toList();
            return new Update(plan.files().size(), read, plan.files().size() - read, run.map(one -> one.count(Outcome.ADDED)).orElse(0), run.map(one -> one.count(Outcome.CHANGED)).orElse(0),
                    articles(plan.gone()), skipped, now.generation());
        }
    }
}
