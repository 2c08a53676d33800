package ibid.bench;

import ibid.article.Article;
import ibid.index.Chunker;
import ibid.index.Passage;
import ibid.index.PassageIndex;
import ibid.index.update.Indexer;
import ibid.library.Catalogue;
import ibid.library.CorpusFile;
import ibid.library.CorpusFolder;
import ibid.library.CorpusReader;
import ibid.library.VectorStore;
import ibid.model.onnx.OnnxEmbedder;
import ibid.model.onnx.OnnxModel;
import ibid.read.ReadResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Compares the whole indexing pipeline on made-up articles with the real embedder alone on the same texts. */
final class IndexingSpeed {

    private static final int ARTICLE_COUNT = 150;

    private IndexingSpeed() {}

    static void print(Path folder, OnnxEmbedder embedder) throws IOException {
        Path articles = Files.createDirectories(folder.resolve("articles"));
        MadeUpNews news = MadeUpNews.read();
        for (int number = 0; number < ARTICLE_COUNT; number++) {
            Files.writeString(articles.resolve("article-" + number + ".md"), news.article(-1 - number));
        }
        List<String> passages = new ArrayList<>(), sentences = new ArrayList<>();
        for (CorpusFile file : new CorpusFolder(articles).files()) {
            if (new CorpusReader().read(file) instanceof ReadResult.Success<Article>(Article article)) {
                texts(article, passages, sentences);
            }
        }
        double alone = embed(passages, embedder);
        double both = alone + embed(sentences.stream().distinct().toList(), embedder);
        long start = System.nanoTime();
        Path data = Files.createTempDirectory(folder, "index");
        try (Catalogue catalogue = new Catalogue(data.resolve("catalogue.sqlite"));
                PassageIndex index = new PassageIndex(data.resolve("index"), catalogue)) {
            VectorStore vectors = new VectorStore(
                    catalogue, OnnxModel.BGE_SMALL.name(), OnnxModel.BGE_SMALL.dimension(), embedder.passages()::embed);
            new Indexer(new CorpusFolder(articles), index, vectors).run(false, (done, total, what) -> {});
        }
        double whole = (System.nanoTime() - start) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "true embedder: %d passages with %d sentences; indexed %.1f passages/s; the embedder alone %.1f "
                        + "passages/s, with their sentences %.1f%n",
                passages.size(),
                sentences.size(),
                passages.size() / whole,
                passages.size() / alone,
                passages.size() / both);
    }

    private static void texts(Article article, List<String> passages, List<String> sentences) {
        for (Passage passage : Chunker.chunk(article)) {
            passages.add(article.imprint().title() + "\n" + article.text().slice(passage.span()));
            passage.sentences().forEach(sentence -> sentences.add(article.text().slice(sentence)));
        }
    }

    /** Seconds, on two threads. */
    private static double embed(List<String> texts, OnnxEmbedder embedder) {
        long start = System.nanoTime();
        try (ExecutorService workers = Executors.newFixedThreadPool(2)) {
            texts.forEach(text -> workers.execute(() -> embedder.passages().embed(text)));
        }
        return (System.nanoTime() - start) / 1e9;
    }
}
