package ibid.cli;

import ibid.answer.collection.CollectionWriter;
import ibid.answer.extract.Caution;
import ibid.answer.extract.ExtractiveWriter;
import ibid.answer.rank.SentenceRanker;
import ibid.ask.Ask;
import ibid.ask.ExtractiveAuthor;
import ibid.index.PassageIndex;
import ibid.index.update.IndexWatcher;
import ibid.index.update.Indexer;
import ibid.library.Catalogue;
import ibid.library.CorpusFolder;
import ibid.library.VectorStore;
import ibid.log.TurnLog;
import ibid.model.PassageReader;
import ibid.model.onnx.CrossEncoder;
import ibid.model.onnx.OnnxEmbedder;
import ibid.model.onnx.OnnxModel;
import ibid.search.HybridRetriever;
import ibid.search.Retriever;
import ibid.serve.Server;
import ibid.serve.ServerParts;
import ibid.serve.caller.AccessPolicy;
import ibid.suggest.SuggestedQuestions;
import ibid.verify.Verifier;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.UnaryOperator;

/**
 * A real server with the starter articles, whose retriever or reader may be replaced by a broken one. The vectors are
 * kept between runs.
 */
final class Served implements AutoCloseable {

    private final CrossEncoder model = new CrossEncoder();
    private final OnnxEmbedder embedder = new OnnxEmbedder(OnnxModel.BGE_SMALL);
    private final PassageIndex index;
    private final Catalogue catalogue;
    private final Catalogue vectorCache = new Catalogue(Path.of("target/test-vectors/catalogue.sqlite"));
    private final IndexWatcher watch;
    private final TurnLog log;
    private final Server server;

    Served(Path folder, UnaryOperator<Retriever> retrieving, UnaryOperator<PassageReader> reading) {
        catalogue = new Catalogue(folder.resolve("catalogue.sqlite"));
        index = new PassageIndex(folder.resolve("index"), catalogue);
        VectorStore vectors = new VectorStore(
                vectorCache, embedder.id(), OnnxModel.BGE_SMALL.dimension(), embedder.passages()::embedPassage);
        CorpusFolder corpus = new CorpusFolder(Path.of("corpus"));
        watch = new IndexWatcher(new Indexer(corpus, index, vectors), Duration.ofSeconds(2));
        watch.run(false, (done, total, what) -> {});
        log = new TurnLog(folder.resolve("log.sqlite"));
        Retriever retriever = retrieving.apply(new HybridRetriever(index, embedder.queries()));
        ExtractiveWriter writer = new ExtractiveWriter(SentenceRanker.with(reading.apply(model)), Caution.USUAL);
        Verifier verifier = new Verifier(model);
        SuggestedQuestions suggestions = new SuggestedQuestions(retriever, writer, index);
        server = new Server(
                        AccessPolicy.ofThisMachine(),
                        0,
                        new ServerParts(
                                new Ask(
                                        retriever,
                                        new ExtractiveAuthor(writer, verifier, suggestions),
                                        new CollectionWriter(index, retriever, writer)),
                                retriever,
                                corpus,
                                index,
                                watch,
                                log,
                                suggestions,
                                verifier))
                .start();
    }

    String url() {
        return "http://127.0.0.1:" + server.port();
    }

    Verifier verifier() {
        return new Verifier(model);
    }

    @Override
    public void close() {
        server.close();
        watch.close();
        log.close();
        index.close();
        catalogue.close();
        vectorCache.close();
        embedder.close();
        model.close();
    }
}
