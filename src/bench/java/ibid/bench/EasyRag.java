package ibid.bench;

import dev.langchain4j.data.document.Document;
import dev.langchain4j.data.document.DocumentSplitter;
import dev.langchain4j.data.document.Metadata;
import dev.langchain4j.data.document.splitter.DocumentSplitters;
import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.HuggingFaceTokenCountEstimator;
import dev.langchain4j.model.output.Response;
import dev.langchain4j.rag.content.Content;
import dev.langchain4j.rag.content.retriever.ContentRetriever;
import dev.langchain4j.rag.content.retriever.EmbeddingStoreContentRetriever;
import dev.langchain4j.rag.query.Query;
import dev.langchain4j.store.embedding.EmbeddingStoreIngestor;
import dev.langchain4j.store.embedding.inmemory.InMemoryEmbeddingStore;
import ibid.library.CorpusFile;
import ibid.library.CorpusFolder;
import ibid.model.Embedder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * LangChain4j's Easy RAG as its artefact sets it up, beside Ibid: 300 tokens a segment with 30 of overlap, vectors in
 * memory, the five nearest. It ends where a language model would begin, so its time is that of finding alone. Its
 * vectors come from the same functions as Ibid's.
 */
final class EasyRag {

    static final int RESULTS = 5;
    private static final int TOKENS = 300; // dev.langchain4j.rag.easy.RecursiveDocumentSplitterFactory
    private static final int OVERLAP = 30;
    private static final double CHARACTERS =
            4.7; // of news a token, so that made-up articles need not be tokenised time and again

    private final InMemoryEmbeddingStore<TextSegment> store = new InMemoryEmbeddingStore<>();
    private final ContentRetriever retriever;
    private int segments;

    EasyRag(Embedder queries) {
        retriever = EmbeddingStoreContentRetriever.builder()
                .embeddingStore(store)
                .embeddingModel(model(queries))
                .maxResults(RESULTS)
                .build();
    }

    /**
     * Takes in every file of the folder, as plain text, as Easy RAG takes Markdown, cut by counted or by estimated
     * tokens.
     */
    void ingest(Path folder, Embedder passages, boolean counted) {
        DocumentSplitter splitter = counted
                ? DocumentSplitters.recursive(TOKENS, OVERLAP, new HuggingFaceTokenCountEstimator())
                : DocumentSplitters.recursive((int) (TOKENS * CHARACTERS), (int) (OVERLAP * CHARACTERS));
        EmbeddingStoreIngestor ingestor = EmbeddingStoreIngestor.builder()
                .documentSplitter(splitter)
                .embeddingModel(model(text -> {
                    segments++;
                    return passages.embed(text);
                }))
                .embeddingStore(store)
                .build();
        for (CorpusFile file : new CorpusFolder(folder).files()) {
            try {
                ingestor.ingest(Document.from(
                        Files.readString(file.path()),
                        Metadata.from("file_name", file.id().value())));
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
    }

    int segments() {
        return segments;
    }

    /** The articles of the segments found, best first. */
    List<String> find(String question) {
        return retriever.retrieve(Query.from(question)).stream()
                .map(Content::textSegment)
                .map(segment -> segment.metadata().getString("file_name"))
                .toList();
    }

    private static EmbeddingModel model(Embedder embedder) {
        return new EmbeddingModel() {
            @Override
            public Response<List<Embedding>> embedAll(List<TextSegment> segments) {
                return Response.from(segments.stream()
                        .map(segment -> Embedding.from(embedder.embed(segment.text())))
                        .toList());
            }
        };
    }
}
