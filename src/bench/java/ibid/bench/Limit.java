package ibid.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.management.OperatingSystemMXBean;
import ibid.article.Article;
import ibid.index.Chunker;
import ibid.index.IndexFields;
import ibid.index.PassageIndex;
import ibid.index.update.Indexer;
import ibid.language.Span;
import ibid.library.Catalogue;
import ibid.library.CorpusFile;
import ibid.library.CorpusFolder;
import ibid.library.CorpusReader;
import ibid.library.VectorStore;
import ibid.library.VectorStore.PassageText;
import ibid.model.Embedder;
import ibid.model.onnx.OnnxEmbedder;
import ibid.model.onnx.OnnxModel;
import ibid.read.ReadResult;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiFunction;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;

/**
 * Compares indexing with the limits of the machine: the reader, the encoder and Lucene alone on the same articles, on
 * all cores. Articles are the shared news if present, else made up. Argument: their number, default 100.
 */
public final class Limit {

    private static final OperatingSystemMXBean MACHINE =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private static final int THREADS = Runtime.getRuntime().availableProcessors();

    private final Path folder;
    private final List<PassageText> texts = Collections.synchronizedList(new ArrayList<>());

    private Limit(Path folder) {
        this.folder = folder;
    }

    public static void main(String[] arguments) throws Exception {
        int articles = arguments.length == 0 ? 100 : Integer.parseInt(arguments[0]);
        Path folder = Files.createTempDirectory("limit");
        System.out.println(write(folder.resolve("articles"), articles) + " files in " + folder);
        new Limit(folder).print();
    }

    private static int write(Path folder, int articles) throws IOException {
        Files.createDirectories(folder);
        Path news = LabelledSet.DATA.resolve("news/articles.jsonl");
        boolean isReal = Files.exists(news);
        List<String> lines = isReal ? Files.readAllLines(news) : Collections.nCopies(articles, "");
        MadeUpNews madeUp = isReal ? null : MadeUpNews.read();
        int count = Math.min(articles, lines.size());
        for (int number = 0; number < count; number++) {
            String text = isReal ? markdown(lines.get(number)) : madeUp.article(number);
            Files.writeString(folder.resolve(String.format("a%05d.md", number)), text);
        }
        return count;
    }

    private static String markdown(String line) throws IOException {
        JsonNode article = new ObjectMapper().readTree(line);
        return "---\ntitle: " + article.path("title") + "\n---\n\n"
                + article.path("text").asText();
    }

    private record Cost(double seconds, double cpuSeconds) {

        static Cost of(Callable<?> work) throws Exception {
            long busy = MACHINE.getProcessCpuTime(), start = System.nanoTime();
            work.call();
            return new Cost((System.nanoTime() - start) / 1e9, (MACHINE.getProcessCpuTime() - busy) / 1e9);
        }

        void print(String what, int passages) {
            System.out.printf(
                    Locale.ROOT,
                    "%-44s%9.1f s%9.1f CPU s%9.1f passages/s%9.2f CPU ms a passage%n",
                    what,
                    seconds,
                    cpuSeconds,
                    passages / seconds,
                    1000 * cpuSeconds / passages);
        }
    }

    private void print() throws Exception {
        Cost.of(() -> index("warm-up", this::nothing));
        texts.clear();
        Cost rest = Cost.of(() -> index("no-encoder", this::nothing));
        Set<PassageText> unique = new LinkedHashSet<>(texts);
        int passages = unique.size();
        System.out.printf(
                Locale.ROOT,
                "%d passages with %d sentences, %d threads, load average %.1f%n",
                passages,
                unique.stream().mapToInt(text -> text.sentences().size()).sum(),
                THREADS,
                MACHINE.getSystemLoadAverage());
        List<Article> articles = new ArrayList<>();
        Cost.of(() -> read(articles)).print("reader alone", passages);
        List<List<Document>> documents = documents(articles);
        Cost.of(() -> write(documents)).print("Lucene alone", passages);
        rest.print("everything but the encoder", passages);
        try (OnnxEmbedder embedder = new OnnxEmbedder(OnnxModel.BGE_SMALL)) {
            Embedder encoder = embedder.passages();
            parallel(new ArrayList<>(unique).subList(0, Math.min(20, passages)), text -> encoder.embed(text.text()));
            Cost bare = Cost.of(() -> parallel(unique, text -> encoder.embed(text.text())));
            bare.print("encoder alone, passages", passages);
            Cost whole = Cost.of(() -> index("true", encoder::embed));
            whole.print("indexing", passages);
            Cost again = Cost.of(() -> parallel(unique, text -> encoder.embed(text.text())));
            again.print("encoder alone once more, as the load changes", passages);
            Cost apart = Cost.of(() -> parallel(unique, text -> apart(encoder).embed(text.text(), text.sentences())));
            apart.print("encoder alone, each sentence apart", passages);
            double bareCpu = (bare.cpuSeconds() + again.cpuSeconds()) / 2;
            System.out.printf(
                    Locale.ROOT,
                    "indexing has %.3f of the encoder's speed by processor time, %.3f by the clock; load %.1f%n",
                    bareCpu / whole.cpuSeconds(),
                    (bare.seconds() + again.seconds()) / 2 / whole.seconds(),
                    MACHINE.getSystemLoadAverage());
        }
    }

    private static Embedder apart(Embedder encoder) {
        return encoder::embed;
    }

    private List<float[]> nothing(String text, List<Span> sentences) {
        texts.add(new PassageText(text, sentences));
        float[] vector = new float[OnnxModel.BGE_SMALL.dimension()];
        vector[Math.floorMod(text.hashCode(), vector.length)] = 1;
        return Collections.nCopies(1 + sentences.size(), vector);
    }

    private int index(String name, BiFunction<String, List<Span>, List<float[]>> embed) {
        Path data = folder.resolve(name);
        try (Catalogue catalogue = new Catalogue(data.resolve("catalogue.sqlite"));
                PassageIndex index = new PassageIndex(data.resolve("index"), catalogue)) {
            VectorStore vectors = new VectorStore(catalogue, "m", OnnxModel.BGE_SMALL.dimension(), embed);
            Indexer indexer = new Indexer(new CorpusFolder(folder.resolve("articles")), index, vectors);
            return indexer.run(false, (done, total, what) -> {}).added();
        }
    }

    private int read(List<Article> articles) throws Exception {
        List<Article> read = Collections.synchronizedList(articles);
        parallel(new CorpusFolder(folder.resolve("articles")).files(), (CorpusFile file) -> {
            if (new CorpusReader().read(file) instanceof ReadResult.Success<Article>(Article article)) {
                read.add(article);
            }
        });
        return articles.size();
    }

    private List<List<Document>> documents(List<Article> articles) {
        List<List<Document>> documents = new ArrayList<>();
        try (Catalogue catalogue = new Catalogue(folder.resolve("lucene.sqlite"))) {
            VectorStore vectors = new VectorStore(catalogue, "m", OnnxModel.BGE_SMALL.dimension(), this::nothing);
            for (Article article : articles) {
                documents.add(IndexFields.of(article, Chunker.chunk(article), vectors, Optional.empty()));
            }
        }
        return documents;
    }

    private int write(List<List<Document>> documents) throws IOException {
        try (Directory directory = FSDirectory.open(folder.resolve("lucene"));
                IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
            for (List<Document> some : documents) {
                writer.addDocuments(some);
            }
            writer.commit();
        }
        return documents.size();
    }

    private interface Work<T> {

        void on(T one) throws Exception;
    }

    private static <T> int parallel(Collection<T> all, Work<T> work) throws Exception {
        try (ExecutorService workers = Executors.newFixedThreadPool(THREADS)) {
            for (T one : all) {
                workers.submit(() -> {
                    work.on(one);
                    return one;
                });
            }
        }
        return all.size();
    }
}
