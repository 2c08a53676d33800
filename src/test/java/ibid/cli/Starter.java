package ibid.cli;

import ibid.answer.collection.CollectionWriter;
import ibid.answer.extract.Caution;
import ibid.answer.extract.ExtractiveWriter;
import ibid.answer.rank.SentenceRanker;
import ibid.api.AnswerBody;
import ibid.api.ArticleBody;
import ibid.api.Turn;
import ibid.article.ArticleId;
import ibid.ask.Ask;
import ibid.ask.ExtractiveAuthor;
import ibid.ask.SourceArticle;
import ibid.ask.llm.LlmAuthor;
import ibid.ask.llm.PromptedModel;
import ibid.eval.client.OriginalArticle;
import ibid.eval.measure.Invariants;
import ibid.index.IndexSnapshot;
import ibid.index.PassageIndex;
import ibid.index.update.Indexer;
import ibid.library.Catalogue;
import ibid.library.CorpusFolder;
import ibid.library.VectorStore;
import ibid.model.Llm;
import ibid.model.onnx.CrossEncoder;
import ibid.model.onnx.OnnxEmbedder;
import ibid.model.onnx.OnnxModel;
import ibid.search.HybridRetriever;
import ibid.suggest.SuggestedQuestions;
import ibid.verify.Verifier;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The starter articles with all real parts except the language model. The vectors are kept between runs. */
final class Starter implements AutoCloseable {

    private static final Path VECTORS = Path.of("target/test-vectors");

    private final CrossEncoder model = new CrossEncoder();
    private final OnnxEmbedder embedder = new OnnxEmbedder(OnnxModel.BGE_SMALL);
    private final PassageIndex index;
    private final Catalogue catalogue;
    private final Catalogue vectorCache = new Catalogue(VECTORS.resolve("catalogue.sqlite"));
    private final HybridRetriever retriever;
    private final Verifier verifier = new Verifier(model);

    /** @param folder for the index */
    Starter(Path corpus, Path folder) {
        catalogue = new Catalogue(folder.resolve("catalogue.sqlite"));
        index = new PassageIndex(folder.resolve("index"), catalogue);
        VectorStore vectors = new VectorStore(
                vectorCache, embedder.id(), OnnxModel.BGE_SMALL.dimension(), embedder.passages()::embedPassage);
        new Indexer(new CorpusFolder(corpus), index, vectors).run(false, (done, total, what) -> {});
        retriever = new HybridRetriever(index, embedder.queries());
    }

    Ask ask(Llm llm, int window) {
        PromptedModel prompted = PromptedModel.of("test", llm, llm, false, window);
        return new Ask(retriever, new LlmAuthor(extractive(), verifier, prompted), collection());
    }

    /** Answers with the extractive writer. */
    Ask ask() {
        return new Ask(retriever, extractive(), collection());
    }

    private CollectionWriter collection() {
        return new CollectionWriter(index, retriever, new ExtractiveWriter(SentenceRanker.with(model), Caution.USUAL));
    }

    private ExtractiveAuthor extractive() {
        ExtractiveWriter writer = new ExtractiveWriter(SentenceRanker.with(model), Caution.USUAL);
        SuggestedQuestions suggestions = new SuggestedQuestions(retriever, writer, index);
        return new ExtractiveAuthor(writer, verifier, suggestions);
    }

    Verifier verifier() {
        return verifier;
    }

    List<String> breaches(Turn turn) {
        return Invariants.breaches(AnswerBody.of(turn), this::original);
    }

    Optional<OriginalArticle> original(String article) {
        try (IndexSnapshot snapshot = index.snapshot()) {
            return snapshot.article(new ArticleId(article))
                    .map(found -> new OriginalArticle(ArticleBody.of(SourceArticle.of(found, snapshot)), found.text()));
        }
    }

    /**
     * Questions of the evaluation that the articles answer and that are not follow-ups; as many as
     * {@code -Dquestions=100} says, or the given number.
     */
    static List<String> questions(int usual) {
        try {
            return Files.readAllLines(Path.of("eval/topics.tsv")).stream()
                    .skip(1)
                    .map(line -> line.split("\t"))
                    .filter(fields -> fields[2].equals("answered") && fields[3].equals("-"))
                    .map(fields -> fields[4])
                    .limit(Integer.getInteger("questions", usual))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The passages in a prompt, by their marks S1, S2 and so on. */
    static List<String> passages(String prompt) {
        return Arrays.stream(prompt.split("<passage "))
                .skip(1)
                .map(part -> part.substring(part.indexOf(">\n") + 2, part.indexOf("\n</passage>")))
                .toList();
    }

    @Override
    public void close() {
        index.close();
        catalogue.close();
        vectorCache.close();
        embedder.close();
        model.close();
    }
}
