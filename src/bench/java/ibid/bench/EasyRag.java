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
 * LangChain4j's Easy RAG with its default settings, for comparison: segments of 300 tokens with an overlap of 30,
 * vectors in memory, the five nearest segments. Its time is that of retrieval alone, since no language model follows.
 * It uses the same embedding functions as Ibid.
 */
final class EasyRag {

    static final int MAX_SEGMENTS = 5;
    private static final int SEGMENT_TOKENS = 300; // dev.langchain4j.rag.easy.RecursiveDocumentSplitterFactory
    private static final int OVERLAP_TOKENS = 30;
    private static final double CHARS_PER_TOKEN =
            4.7; // mean of news text; made-up articles are cut by it, since tokenising each is slow

    private final InMemoryEmbeddingStore<TextSegment> store = new InMemoryEmbeddingStore<>();
    private final ContentRetriever retriever;
    private int segments;

    EasyRag(Embedder queries) {
        retriever = EmbeddingStoreContentRetriever.builder()
                .embeddingStore(store)
                .embeddingModel(model(queries))
                .maxResults(MAX_SEGMENTS)
                .build();
    }

    /**
     * Ingests every file of the folder as plain text, as Easy RAG treats Markdown; segments are cut by counted or by
     * estimated tokens.
     */
    void ingest(Path folder, Embedder passages, boolean counted) {
        DocumentSplitter splitter = counted
                ? DocumentSplitters.recursive(SEGMENT_TOKENS, OVERLAP_TOKENS, new HuggingFaceTokenCountEstimator())
                : DocumentSplitters.recursive(
                        (int) (SEGMENT_TOKENS * CHARS_PER_TOKEN), (int) (OVERLAP_TOKENS * CHARS_PER_TOKEN));
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

    /** The articles of the nearest segments, best first. */
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
