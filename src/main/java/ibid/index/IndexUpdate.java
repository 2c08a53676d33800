package ibid.index;

import ibid.chunk.Chunker;
import ibid.chunk.Passage;
import ibid.corpus.Article;
import ibid.corpus.ArticleFile;
import ibid.corpus.ArticleReader;
import ibid.corpus.CorpusFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
    private static final int SCHEMA_VERSION = 2;
    private static final String TWIN = "has the same id as ";

    private final CorpusFolder folder;
    private final PassageIndex index;
    private final VectorCache vectors;
    private final ArticleReader reader = new ArticleReader();

    public IndexUpdate(CorpusFolder folder, PassageIndex index, VectorCache vectors) {
        this.folder = folder;
        this.index = index;
        this.vectors = vectors;
    }

    private enum Outcome { ADDED, CHANGED, SAME_TEXT, SKIPPED }

    /** @param documents empty where the file was skipped or its text stays as it is indexed */
    private record Looked(FileState state, Outcome outcome, List<Document> documents) {}

    /** What must be done: files to look at, states of files that are gone, and which file owns each article id. */
    private record Plan(List<ArticleFile> files, List<ArticleFile> toRead, List<FileState> gone, Map<String, String> owners) {

        static Plan of(List<ArticleFile> files, Map<String, FileState> known) {
            Map<String, String> owners = new HashMap<>();
            files.forEach(file -> owners.putIfAbsent(file.id().value(), file.name()));
            Map<String, FileState> gone = new TreeMap<>(known);
            files.forEach(file -> gone.remove(file.name()));
            List<ArticleFile> toRead = files.stream().filter(file -> {
                FileState state = known.get(file.name());
                return state == null || !state.matches(file) || state.skipped().startsWith(TWIN) == owns(owners, file);
            }).toList();
            return new Plan(files, toRead, List.copyOf(gone.values()), owners);
        }

        static boolean owns(Map<String, String> owners, ArticleFile file) {
            return owners.get(file.id().value()).equals(file.name());
        }
    }

    /**
     * @param rebuild reads and writes everything anew; embeddings still come from the cache
     * @throws ibid.IbidException INVALID if the folder is missing, BUSY if another process is writing
     */
    public synchronized Update run(boolean rebuild, Progress progress) {
        try (Snapshot before = index.snapshot()) {
            boolean anew = rebuild || !before.format().equals(format());
            Map<String, FileState> known = anew ? Map.of() : before.files();
            Plan plan = Plan.of(folder.files(), known);
            List<Looked> looked = new ArrayList<>();
            if (anew || !plan.toRead().isEmpty() || !plan.gone().isEmpty()) index.change(format(), writer -> {
                if (anew) writer.deleteAll();
                looked.addAll(write(writer, plan, known, progress));
                return digest(plan, known, looked);
            });
            return report(plan, looked);
        }
    }

    private String format() {
        return SCHEMA_VERSION + "." + EnglishText.VERSION + "." + ArticleReader.VERSION + "." + Chunker.VERSION + "." + vectors.model();
    }

    /** Deletes first, so that an id that passes from one file to another is not deleted after it was added. */
    private List<Looked> write(IndexWriter writer, Plan plan, Map<String, FileState> known, Progress progress) throws IOException {
        for (FileState state : plan.gone()) remove(writer, state);
        for (ArticleFile file : plan.toRead()) if (!Plan.owns(plan.owners(), file) && known.containsKey(file.name())) remove(writer, known.get(file.name()));
        List<Looked> looked = new ArrayList<>();
        int cores = Runtime.getRuntime().availableProcessors();
        try (ExecutorService workers = Executors.newFixedThreadPool(cores)) {
            Deque<Running> running = new ArrayDeque<>();
            for (ArticleFile file : plan.toRead()) {
                running.add(new Running(file, workers.submit(() -> look(file, known.get(file.name()), plan.owners().get(file.id().value())))));
                if (running.size() > 4 * cores) finish(writer, running.remove(), known, looked, plan, progress);   // no more in memory than keeps the cores busy
            }
            while (!running.isEmpty()) finish(writer, running.remove(), known, looked, plan, progress);
        }
        return looked;
    }

    private record Running(ArticleFile file, Future<Looked> result) {}

    private static void finish(IndexWriter writer, Running running, Map<String, FileState> known, List<Looked> looked, Plan plan, Progress progress) throws IOException {
        Looked file = await(running);
        FileState before = known.get(running.file().name());
        if (before != null && file.outcome() != Outcome.SAME_TEXT && Plan.owns(plan.owners(), running.file())) remove(writer, before);   // else done in write
        writer.updateDocument(new Term(Fields.FILE_NAME, running.file().name()), Fields.of(file.state()));
        if (!file.documents().isEmpty()) writer.addDocuments(file.documents());
        looked.add(new Looked(file.state(), file.outcome(), List.of()));
        progress.at(looked.size(), plan.toRead().size(), running.file().name());
    }

    /** Reads, cuts and embeds one file; writes nothing. */
    private Looked look(ArticleFile file, FileState before, String owner) {
        ArticleReader.Reading reading = owner.equals(file.name()) ? reader.read(file)
                : new ArticleReader.Reading.Skipped(TWIN + owner + "; rename one of them", "");
        return switch (reading) {
            case ArticleReader.Reading.Skipped skipped -> skipped(file, skipped.hash(), skipped.reason());
            case ArticleReader.Reading.Read read -> {
                Outcome outcome = outcome(before, read.article());
                FileState state = new FileState(file.name(), file.size(), file.modified(), read.article().hash(), read.article().id().value(), "");
                yield new Looked(state, outcome, outcome == Outcome.SAME_TEXT ? List.of() : documents(read.article()));
            }
        };
    }

    private static Looked skipped(ArticleFile file, String hash, String reason) {
        return new Looked(new FileState(file.name(), file.size(), file.modified(), hash, "", reason), Outcome.SKIPPED, List.of());
    }

    private static Outcome outcome(FileState before, Article article) {
        if (before == null || before.article().isEmpty()) return Outcome.ADDED;
        return before.hash().equals(article.hash()) ? Outcome.SAME_TEXT : Outcome.CHANGED;
    }

    private List<Document> documents(Article article) {
        List<Document> documents = new ArrayList<>(List.of(Fields.of(article)));
        for (Passage passage : Chunker.chunk(article)) documents.add(Fields.of(article, passage, vectors));
        return documents;
    }

    private static void remove(IndexWriter writer, FileState state) throws IOException {
        writer.deleteDocuments(new Term(Fields.FILE_NAME, state.name()));
        if (!state.article().isEmpty()) writer.deleteDocuments(new Term(Fields.ARTICLE_ID, state.article()));
    }

    /** Eight hex digits over what the collection now holds: equal collections, equal digits. */
    private static String digest(Plan plan, Map<String, FileState> known, List<Looked> looked) {
        Map<String, FileState> now = new HashMap<>(known);
        looked.forEach(file -> now.put(file.state().name(), file.state()));
        int digest = 7;
        for (ArticleFile file : plan.files()) digest = 31 * digest + (file.name() + now.get(file.name()).hash()).hashCode();
        return String.format("%08x", digest);
    }

    private Update report(Plan plan, List<Looked> looked) {
        int removed = (int) plan.gone().stream().filter(state -> !state.article().isEmpty()).count();
        try (Snapshot now = index.snapshot()) {
            List<FileState> skipped = now.files().values().stream().filter(state -> !state.skipped().isEmpty()).toList();
            return new Update(plan.files().size(), plan.toRead().size(), plan.files().size() - plan.toRead().size(),
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
