package ibid.bench;

import ibid.ask.UserQuestion;
import ibid.embedding.EmbeddedPassage;
import ibid.index.IndexSnapshot;
import ibid.index.PassageIndex;
import ibid.index.update.Indexer;
import ibid.language.Span;
import ibid.library.Catalogue;
import ibid.library.CorpusFolder;
import ibid.library.VectorStore;
import ibid.model.Embedder;
import ibid.model.onnx.CrossEncoder;
import ibid.model.onnx.OnnxEmbedder;
import ibid.model.onnx.OnnxModel;
import ibid.search.HybridRetriever;
import ibid.search.Query;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Measures how fast Ibid and LangChain4j's Easy RAG answer when the starter articles are mixed with many made-up
 * passages. Arguments: the number of passages, then the parts to run (default all): "answer", "rag" (Easy RAG).
 */
public final class Scale {

    private static final Path WORK = Path.of("target/bench/scale");
    private static final int BASE_SENTENCES = 3000;
    private static final int SECONDS = 10;

    private Scale() {}

    public static void main(String[] arguments) throws IOException {
        List<String> wanted = List.of(arguments);
        int passages = Integer.parseInt(wanted.getFirst());
        Path folder = WORK.resolve(wanted.getFirst());
        List<LabelledSet.Labelled> questions = LabelledSet.own().questions();
        System.out.printf(
                "%d passages, %d questions, %s heap, load average %s%n",
                passages, questions.size(), Runtime.getRuntime().maxMemory() >> 20, load());
        try (CrossEncoder model = new CrossEncoder();
                OnnxEmbedder embedder = new OnnxEmbedder(OnnxModel.BGE_SMALL);
                Catalogue catalogue = new Catalogue(folder.resolve("catalogue.sqlite"));
                PassageIndex index = new PassageIndex(folder.resolve("index"), catalogue)) {
            MadeUpNews news = MadeUpNews.read();
            Embedder cheap = cheap(news, embedder);
            build(folder, passages, news, index, catalogue, cheap, embedder);
            if (wants(wanted, "answer")) {
                answer(index, questions, embedder, model);
            }
            if (wants(wanted, "rag")) {
                beside(folder, questions, embedder, cheap);
            }
        }
        System.out.println("load average " + load());
    }

    private static boolean wants(List<String> wanted, String part) {
        return wanted.size() == 1 || wanted.contains(part);
    }

    private static Embedder cheap(MadeUpNews news, OnnxEmbedder embedder) {
        List<String> some = new ArrayList<>(news.sentences());
        Collections.shuffle(some, new Random(1));
        return some.isEmpty()
                ? embedder.passages()
                : cached(some.subList(0, Math.min(BASE_SENTENCES, some.size())), embedder);
    }

    private static Embedder cached(List<String> sentences, OnnxEmbedder embedder) {
        try (Catalogue catalogue = new Catalogue(WORK.resolve("catalogue.sqlite"))) {
            VectorStore vectors = new VectorStore(
                    catalogue, embedder.id(), OnnxModel.BGE_SMALL.dimension(), embedder.passages()::embedPassage);
            return new CheapVectors(
                    sentences,
                    text -> vectors.vectors(List.of(new VectorStore.PassageText(
                                    text, List.of(new Span(0, text.codePointCount(0, text.length()))))))
                            .getFirst());
        }
    }

    /** Indexes the starter articles with real vectors, then the rest with cheap ones. */
    private static void build(
            Path folder,
            int passages,
            MadeUpNews news,
            PassageIndex index,
            Catalogue catalogue,
            Embedder cheap,
            OnnxEmbedder embedder)
            throws IOException {
        Path articles = folder.resolve("articles");
        AtomicReference<Embedder> embed = new AtomicReference<>(embedder.passages());
        BiFunction<String, List<Span>, EmbeddedPassage> current =
                (text, sentences) -> embed.get().embedPassage(text, sentences);
        VectorStore vectors = new VectorStore(catalogue, embedder.id(), OnnxModel.BGE_SMALL.dimension(), current);
        Indexer update = new Indexer(new CorpusFolder(articles), index, vectors);
        if (!Files.exists(articles)) {
            MadeUpNews.own(articles);
            update.run(false, (done, total, what) -> {});
            embed.set(cheap);
            long writing = System.nanoTime();
            news.write(articles, passages);
            long start = System.nanoTime();
            update.run(false, (done, total, what) -> {});
            double seconds = (System.nanoTime() - start) / 1e9;
            System.out.printf(
                    Locale.ROOT,
                    "indexed in %.0f s, %.0f passages/s with cheap vectors (files written in %.0f s)%n",
                    seconds,
                    passages / seconds,
                    (start - writing) / 1e9);
        }
        try (IndexSnapshot snapshot = index.snapshot()) {
            System.out.printf(
                    "holds %d articles, %d passages in %d segments; sentences of %s%n",
                    snapshot.articleCount(),
                    snapshot.passageCount(),
                    snapshot.searcher().getIndexReader().leaves().size(),
                    news.real() ? "other news" : "the starter articles");
        }
    }

    private static void answer(
            PassageIndex index, List<LabelledSet.Labelled> questions, OnnxEmbedder embedder, CrossEncoder model)
            throws IOException {
        List<String> texts =
                questions.stream().map(LabelledSet.Labelled::question).toList();
        Timed warming = new Timed(index, embedder.queries(), model);
        for (int round = 0; round < 2; round++) {
            texts.forEach(warming::ask);
        }
        Timed timed = new Timed(index, embedder.queries(), model);
        System.out.println("one client, load average " + load());
        texts.forEach(timed::ask);
        texts.forEach(timed::searchByMeaning);
        timed.times().print();
        for (int clients : List.of(1, 8, 50)) {
            new Clients(clients, SECONDS)
                    .ask(
                            "Ibid, answers",
                            texts,
                            question -> timed.ask().answer(new UserQuestion(question), event -> {}));
        }
        HybridRetriever retriever = new HybridRetriever(index, embedder.queries());
        new Clients(8, SECONDS)
                .ask(
                        "Ibid, retrieval alone",
                        texts,
                        question -> retriever.retrieve(new Query(question), EasyRag.MAX_SEGMENTS));
        recall(
                "Ibid",
                questions,
                question -> retriever.retrieve(new Query(question), EasyRag.MAX_SEGMENTS).hits().stream()
                        .map(hit -> hit.article().id().value())
                        .toList());
        memory("after answering");
    }

    private static void beside(Path folder, List<LabelledSet.Labelled> questions, OnnxEmbedder embedder, Embedder cheap)
            throws IOException {
        List<String> texts =
                questions.stream().map(LabelledSet.Labelled::question).toList();
        EasyRag easyRag = new EasyRag(embedder.passages()); // Easy RAG adds no prefix to a query
        long start = System.nanoTime();
        easyRag.ingest(Path.of("corpus"), embedder.passages(), true);
        for (Path part : made(folder)) {
            easyRag.ingest(part, cheap, false);
        }
        System.out.printf(
                Locale.ROOT,
                "Easy RAG: %d segments in %.0f s%n",
                easyRag.segments(),
                (System.nanoTime() - start) / 1e9);
        texts.forEach(easyRag::find); // warm-up
        for (int clients : List.of(1, 8)) {
            new Clients(clients, SECONDS).ask("Easy RAG, retrieval alone", texts, easyRag::find);
        }
        recall("Easy RAG", questions, easyRag::find);
        memory("with Easy RAG's store in memory");
    }

    private static List<Path> made(Path folder) throws IOException {
        try (var parts = Files.list(folder.resolve("articles"))) {
            return parts.filter(Files::isDirectory).sorted().toList();
        }
    }

    private static void recall(
            String whose, List<LabelledSet.Labelled> questions, Function<String, List<String>> find) {
        List<LabelledSet.Labelled> judged = questions.stream()
                .filter(question -> !question.gold().isEmpty())
                .toList();
        long found = judged.stream()
                .filter(question -> find.apply(question.question()).stream()
                        .anyMatch(article -> question.gold().stream()
                                .anyMatch(gold -> gold.value().equals(article))))
                .count();
        System.out.printf(
                Locale.ROOT,
                "%s: an article that answers is among the first %d for %d of %d questions (%.3f)%n",
                whose,
                EasyRag.MAX_SEGMENTS,
                found,
                judged.size(),
                (double) found / judged.size());
    }

    private static void memory(String when) throws IOException {
        System.gc();
        String resident = Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmRSS"))
                .findFirst()
                .orElse("VmRSS unknown");
        System.out.println(resident.replaceAll("\\s+", " ") + " " + when);
    }

    private static String load() throws IOException {
        return Files.readString(Path.of("/proc/loadavg")).replaceAll("^(\\S+ \\S+).*\\s*$", "$1");
    }
}
