package ibid.index;

import ibid.chunk.Chunker;
import ibid.chunk.Passage;
import ibid.corpus.Article;
import ibid.corpus.ArticleFile;
import ibid.corpus.ArticleReader;
import ibid.corpus.CorpusFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.Term;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings the index up to date with the corpus folder, reading only files that changed. Safe to call from any thread; calls queue. */
public final class IndexUpdate {

    private static final Logger LOG = LoggerFactory.getLogger(IndexUpdate.class);
    private static final int SCHEMA_VERSION = 3;
    private static final Duration KEEP_EVERY = Duration.ofSeconds(15);

    private final CorpusFolder folder;
    private final PassageIndex index;
    private final VectorCache vectors;
    private final Duration keepEvery;
    private final ArticleReader reader = new ArticleReader();

    public IndexUpdate(CorpusFolder folder, PassageIndex index, VectorCache vectors) {
        this(folder, index, vectors, KEEP_EVERY);
    }

    /** @param keepEvery how much work a kill may cost */
    public IndexUpdate(CorpusFolder folder, PassageIndex index, VectorCache vectors, Duration keepEvery) {
        this.folder = folder;
        this.index = index;
        this.vectors = vectors;
        this.keepEvery = keepEvery;
    }

    private enum Outcome { ADDED, CHANGED, SAME_TEXT, SKIPPED }

    /** @param documents empty where the file was skipped or its text stays as it is indexed */
    private record Looked(FileState state, Outcome outcome, List<Document> documents) {}

    /** One run: what to do, what was known, what the files have in common, what was done. */
    private record Run(Plan plan, List<ArticleFile> toRead, Map<String, FileState> known, Ledger ledger, List<Looked> looked) {}

    /**
     * @param rebuild reads and writes everything anew; embeddings still come from the cache
     * @throws ibid.IbidException INVALID if the folder is missing, BUSY if another process is writing
     */
    public synchronized Update run(boolean rebuild, Progress progress) {
        try (Snapshot before = index.committed()) {
            boolean anew = rebuild || !before.format().equals(format());
            Map<String, FileState> known = anew ? Map.of() : before.files();
            Plan plan = Plan.of(folder.files(), known);
            boolean unfinished = before.generation().isEmpty();
            if (!anew && !unfinished && plan.toRead().isEmpty() && plan.gone().isEmpty()) return report(plan, List.of(), List.of());
            Ledger ledger = ledger(plan, known, anew ? List.of() : before.ledger());
            Run run = new Run(plan, withStale(plan, known, ledger), known, ledger, new ArrayList<>());
            index.change(format(), writer -> {
                if (anew) writer.deleteAll();
                write(writer, run, progress);
                Fields.setCopies(writer, ledger.origins());
                return digest(run);
            });
            return report(plan, run.toRead(), run.looked());
        }
    }

    private String format() {
        return SCHEMA_VERSION + "." + EnglishText.VERSION + "." + ArticleReader.VERSION + "." + Chunker.VERSION + "." + vectors.model();
    }

    /** What all files have in common: those to be read are looked through for it first, which takes a hundredth of the time embedding them does. */
    private Ledger ledger(Plan plan, Map<String, FileState> known, List<Ledger.Entry> before) {
        Map<String, Ledger.Entry> entries = new HashMap<>();
        before.forEach(entry -> entries.put(entry.file(), entry));
        plan.gone().forEach(state -> entries.remove(state.name()));
        Map<String, Optional<Ledger.Entry>> read = new ConcurrentHashMap<>();
        plan.toRead().parallelStream().forEach(file -> read.put(file.name(), !plan.owns(file) ? Optional.empty() : reader.fingerprint(file).map(print -> new Ledger.Entry(file.name(), file.id().value(), print, ""))));
        read.forEach((name, entry) -> entry.ifPresentOrElse(found -> entries.put(name, as(entries.get(name), found)), () -> entries.remove(name)));
        return new Ledger(entries.values());
    }

    private static Ledger.Entry as(Ledger.Entry indexed, Ledger.Entry found) {
        return indexed == null ? found : new Ledger.Entry(found.file(), found.article(), found.print(), indexed.dropped());
    }

    /** With the files whose outlet turned out to repeat other lines than was known when they were indexed. */
    private static List<ArticleFile> withStale(Plan plan, Map<String, FileState> known, Ledger ledger) {
        List<ArticleFile> toRead = new ArrayList<>(plan.toRead());
        Set<ArticleFile> already = Set.copyOf(plan.toRead());
        plan.files().stream().filter(file -> !already.contains(file) && known.containsKey(file.name()) && ledger.stale(file.name())).forEach(toRead::add);
        return toRead;
    }

    /** Deletes first, so that an id that passes from one file to another is not deleted after it was added. */
    private void write(IndexWriter writer, Run run, Progress progress) throws IOException {
        for (FileState state : run.plan().gone()) remove(writer, state);
        for (ArticleFile file : run.toRead()) if (!run.plan().owns(file) && run.known().containsKey(file.name())) remove(writer, run.known().get(file.name()));
        int cores = Runtime.getRuntime().availableProcessors();
        long kept = System.nanoTime();
        try (ExecutorService workers = Executors.newFixedThreadPool(cores)) {
            Deque<Running> running = new ArrayDeque<>();
            for (ArticleFile file : run.toRead()) {
                running.add(new Running(file, workers.submit(() -> look(file, run))));
                if (running.size() > 4 * cores) finish(writer, running.remove(), run, progress);   // no more in memory than keeps the cores busy
                if (System.nanoTime() - kept < keepEvery.toNanos()) continue;
                PassageIndex.keep(writer, format());
                kept = System.nanoTime();
            }
            while (!running.isEmpty()) finish(writer, running.remove(), run, progress);
        }
    }

    private record Running(ArticleFile file, Future<Looked> result) {}

    private static void finish(IndexWriter writer, Running running, Run run, Progress progress) throws IOException {
        Looked file = await(running);
        String name = running.file().name();
        FileState before = run.known().get(name);
        if (before != null && file.outcome() != Outcome.SAME_TEXT && run.plan().owns(running.file())) remove(writer, before);   // else done in write
        writer.updateDocument(new Term(Fields.FILE_NAME, name), Fields.of(file.state()));
        Ledger.Entry entry = run.ledger().entry(name);
        if (file.outcome() != Outcome.SAME_TEXT && entry != null) writer.updateDocument(new Term(Fields.PRINT_OF, name), Fields.of(entry));
        if (!file.documents().isEmpty()) writer.addDocuments(file.documents());
        run.looked().add(new Looked(file.state(), file.outcome(), List.of()));
        progress.at(run.looked().size(), run.toRead().size(), name);
    }

    /** Reads, cuts and embeds one file; writes nothing. */
    private Looked look(ArticleFile file, Run run) {
        String owner = run.plan().owner(file);
        ArticleReader.Reading reading = owner.equals(file.name()) ? reader.read(file, run.ledger().furniture(file.name()))
                : new ArticleReader.Reading.Skipped(Plan.TWIN + owner + "; rename one of them", "");
        return switch (reading) {
            case ArticleReader.Reading.Skipped skipped -> skipped(file, skipped.hash(), skipped.reason());
            case ArticleReader.Reading.Read read -> {
                Outcome outcome = outcome(run.known().get(file.name()), read.article(), run.ledger().stale(file.name()));
                FileState state = new FileState(file.name(), file.size(), file.modified(), read.article().hash(), read.article().id().value(), "");
                yield new Looked(state, outcome, outcome == Outcome.SAME_TEXT ? List.of() : documents(read.article()));
            }
        };
    }

    private static Looked skipped(ArticleFile file, String hash, String reason) {
        return new Looked(new FileState(file.name(), file.size(), file.modified(), hash, "", reason), Outcome.SKIPPED, List.of());
    }

    private static Outcome outcome(FileState before, Article article, boolean stale) {
        if (before == null || before.article().isEmpty()) return Outcome.ADDED;
        return before.hash().equals(article.hash()) && !stale ? Outcome.SAME_TEXT : Outcome.CHANGED;
    }

    private List<Document> documents(Article article) {
        List<Document> documents = new ArrayList<>(List.of(Fields.of(article)));
        for (Passage passage : Chunker.chunk(article)) documents.add(Fields.of(article, passage, vectors));
        return documents;
    }

    private static void remove(IndexWriter writer, FileState state) throws IOException {
        writer.deleteDocuments(new Term(Fields.FILE_NAME, state.name()));
        writer.deleteDocuments(new Term(Fields.PRINT_OF, state.name()));
        if (!state.article().isEmpty()) writer.deleteDocuments(new Term(Fields.ARTICLE_ID, state.article()));
    }

    /** Eight hex digits over what the collection now holds: equal collections, equal digits. */
    private static String digest(Run run) {
        Map<String, FileState> now = new HashMap<>(run.known());
        run.looked().forEach(file -> now.put(file.state().name(), file.state()));
        int digest = 7;
        for (ArticleFile file : run.plan().files()) digest = 31 * digest + (file.name() + now.get(file.name()).hash() + run.ledger().furniture(file.name())).hashCode();
        return String.format("%08x", digest);
    }

    private Update report(Plan plan, List<ArticleFile> read, List<Looked> looked) {
        int removed = (int) plan.gone().stream().filter(state -> !state.article().isEmpty()).count();
        try (Snapshot now = index.snapshot()) {
            List<FileState> skipped = now.files().values().stream().filter(state -> !state.skipped().isEmpty()).toList();
            return new Update(plan.files().size(), read.size(), plan.files().size() - read.size(),
                    count(looked, Outcome.ADDED), count(looked, Outcome.CHANGED), removed, skipped, now.generation());
        }
    }

    private static int count(List<Looked> looked, Outcome outcome) {
        return (int) looked.stream().filter(file -> file.outcome() == outcome).count();
    }

    /** One file that trips Ibid up does not stop the others; a full disk does. */
    private static Looked await(Running running) throws IOException {
        try {
            return running.result().get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("indexing was interrupted", stopped);
        } catch (ExecutionException failed) {
            switch (failed.getCause()) {
                case UncheckedIOException disk -> throw disk;
                case Error grave -> throw grave;
                case null, default -> {
                    LOG.error("reading {} failed", running.file().name(), failed.getCause());
                    return skipped(running.file(), "", "a fault in Ibid, written to its log: " + failed.getCause());
                }
            }
        }
    }
}
