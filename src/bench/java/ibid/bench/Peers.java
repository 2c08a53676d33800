package ibid.bench;

import com.sun.management.OperatingSystemMXBean;
import ibid.api.Json;
import ibid.article.ArticleId;
import ibid.index.IndexSnapshot;
import ibid.index.PassageIndex;
import ibid.index.update.Indexer;
import ibid.library.Catalogue;
import ibid.library.CorpusFile;
import ibid.library.CorpusFolder;
import ibid.library.VectorStore;
import ibid.model.onnx.OnnxEmbedder;
import ibid.model.onnx.OnnxModel;
import ibid.search.HybridRetriever;
import ibid.search.Query;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * Compares finding with other frameworks, which have the same embedding model, articles and questions, and their usual
 * settings otherwise: LangChain4j's Easy RAG, and, where a Python is named that has llama-index-core, haystack-ai,
 * onnxruntime and tokenizers, LlamaIndex's CitationQueryEngine and Haystack's hybrid pipeline. One client. Argument:
 * that Python, or nothing.
 */
public final class Peers {

    private static final OperatingSystemMXBean MACHINE =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private static final String MODEL = OnnxModel.BGE_SMALL.name();

    /** Times in seconds; busy is processor time. */
    private record Row(
            String name,
            int pieces,
            double indexed,
            double indexBusy,
            int questions,
            double took,
            double busy,
            int found) {

        static Row read(String line) {
            String[] cells = line.split("\t");
            return new Row(
                    cells[0],
                    Integer.parseInt(cells[1]),
                    Double.parseDouble(cells[2]),
                    Double.parseDouble(cells[3]),
                    Integer.parseInt(cells[4]),
                    Double.parseDouble(cells[5]),
                    Double.parseDouble(cells[6]),
                    Integer.parseInt(cells[7]));
        }

        void print() {
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %d | %.1f | %.0f | %.1f | %.0f | %d of %d |%n",
                    name,
                    pieces,
                    pieces / indexed,
                    1000 * indexBusy / pieces,
                    questions / took,
                    1000 * busy / questions,
                    found,
                    questions);
        }
    }

    private Peers() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path work = Files.createTempDirectory("peers");
        LabelledSet set = LabelledSet.own();
        List<LabelledSet.Labelled> questions = set.questions().stream()
                .filter(question -> !question.gold().isEmpty())
                .toList();
        System.out.println("load " + Files.readString(Path.of("/proc/loadavg")).strip());
        System.out.println(
                "| | pieces | indexed/s | processor ms a piece | found/s | processor ms a question | gold |");
        System.out.println("|---|---:|---:|---:|---:|---:|---:|");
        try (OnnxEmbedder embedder = new OnnxEmbedder(OnnxModel.BGE_SMALL)) {
            embedder.loaded();
            ibid(work, set.folder(), questions, embedder).print();
            easyRag(set.folder(), questions, embedder).print();
        }
        if (arguments.length > 0) {
            python(arguments[0], work, set.folder(), questions);
        }
        System.out.println("load " + Files.readString(Path.of("/proc/loadavg")).strip());
    }

    private static Row ibid(Path work, Path articles, List<LabelledSet.Labelled> questions, OnnxEmbedder embedder) {
        try (Catalogue catalogue = new Catalogue(work.resolve("catalogue.sqlite"));
                PassageIndex index = new PassageIndex(work.resolve("index"), catalogue)) {
            VectorStore vectors = new VectorStore(
                    catalogue, embedder.id(), OnnxModel.BGE_SMALL.dimension(), embedder.passages()::embedPassage);
            Indexer update = new Indexer(new CorpusFolder(articles), index, vectors);
            long start = System.nanoTime();
            long busy = MACHINE.getProcessCpuTime();
            update.run(false, (done, total, what) -> {});
            double indexed = seconds(System.nanoTime() - start);
            double indexBusy = seconds(MACHINE.getProcessCpuTime() - busy);
            HybridRetriever retriever = new HybridRetriever(index, embedder.queries());
            try (IndexSnapshot snapshot = index.snapshot()) {
                return asked(
                        "Ibid",
                        snapshot.passageCount(),
                        indexed,
                        indexBusy,
                        questions,
                        question -> retriever.retrieve(new Query(question), EasyRag.MAX_SEGMENTS).hits().stream()
                                .map(hit -> hit.article().id().value())
                                .toList());
            }
        }
    }

    private static Row easyRag(Path articles, List<LabelledSet.Labelled> questions, OnnxEmbedder embedder) {
        EasyRag easyRag = new EasyRag(embedder.passages()); // it adds no prefix to a query
        long start = System.nanoTime();
        long busy = MACHINE.getProcessCpuTime();
        easyRag.ingest(articles, embedder.passages(), true);
        double indexed = seconds(System.nanoTime() - start);
        double indexBusy = seconds(MACHINE.getProcessCpuTime() - busy);
        return asked("LangChain4j Easy RAG", easyRag.segments(), indexed, indexBusy, questions, easyRag::find);
    }

    private static Row asked(
            String name,
            int pieces,
            double indexed,
            double indexBusy,
            List<LabelledSet.Labelled> questions,
            Function<String, List<String>> find) {
        int found = 0;
        for (LabelledSet.Labelled question : questions) { // which also warms it up
            List<String> articles = find.apply(question.question());
            found += question.gold().stream().map(ArticleId::value).anyMatch(articles::contains) ? 1 : 0;
        }
        long start = System.nanoTime();
        long busy = MACHINE.getProcessCpuTime();
        questions.forEach(question -> find.apply(question.question()));
        double took = seconds(System.nanoTime() - start);
        double findBusy = seconds(MACHINE.getProcessCpuTime() - busy);
        return new Row(name, pieces, indexed, indexBusy, questions.size(), took, findBusy, found);
    }

    private static double seconds(long nanos) {
        return nanos / 1e9;
    }

    private static void python(String python, Path work, Path articles, List<LabelledSet.Labelled> questions)
            throws IOException, InterruptedException {
        Path named = Files.createDirectories(work.resolve("articles"));
        for (CorpusFile file : new CorpusFolder(articles).files()) {
            Files.copy(file.path(), named.resolve(file.id().value() + ".md"));
        }
        StringBuilder lines = new StringBuilder();
        for (LabelledSet.Labelled question : questions) {
            List<String> gold = question.gold().stream().map(ArticleId::value).toList();
            lines.append(Json.write(Map.of("question", question.question(), "gold", gold)))
                    .append('\n');
        }
        Path asked = Files.writeString(work.resolve("questions.jsonl"), lines);
        Process peers = new ProcessBuilder(
                        python,
                        "src/bench/peers.py",
                        named.toString(),
                        asked.toString(),
                        unpacked(MODEL + ".onnx", work),
                        unpacked(MODEL + "-tokenizer.json", work))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader rows = peers.inputReader(StandardCharsets.UTF_8)) {
            for (String row = rows.readLine(); row != null; row = rows.readLine()) {
                Row.read(row).print();
            }
        }
        if (peers.waitFor() != 0) {
            throw new IllegalStateException(python + " ended with " + peers.exitValue());
        }
    }

    private static String unpacked(String resource, Path work) throws IOException {
        try (InputStream in = OnnxModel.class.getResourceAsStream("/" + resource)) {
            Path file = work.resolve(resource);
            Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
            return file.toString();
        }
    }
}
