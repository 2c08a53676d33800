package ibid.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ibid.embedding.EmbeddedPassage;
import ibid.embedding.TokenVectors;
import ibid.language.Span;
import ibid.model.HashedEmbedder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VectorStoreTest {

    @TempDir
    private Path folder;

    private final HashedEmbedder embedder = new HashedEmbedder();

    private Catalogue open() {
        return new Catalogue(folder.resolve("catalogue.sqlite"));
    }

    private VectorStore store(Catalogue catalogue, String model) {
        return new VectorStore(catalogue, model, HashedEmbedder.DIMENSION, embedder::embedPassage);
    }

    private static float[] vector(VectorStore store, String text) {
        return vectors(store, List.of(text)).getFirst();
    }

    /** The vectors of passages without sentences. */
    private static List<float[]> vectors(VectorStore store, List<String> texts) {
        return store
                .vectors(texts.stream()
                        .map(text -> new VectorStore.PassageText(text, List.of()))
                        .toList())
                .stream()
                .map(EmbeddedPassage::whole)
                .toList();
    }

    @Test
    void embedsATextOnceForGood() {
        float[] first;
        try (Catalogue catalogue = open()) {
            first = vector(store(catalogue, "m"), "the summit in Vientiane");
        }
        try (Catalogue catalogue = open()) {
            VectorStore store = store(catalogue, "m");
            List<float[]> vectors = vectors(store, List.of("new", "the summit in Vientiane", "new"));
            assertThat(vectors.get(1)).isEqualTo(first);
            assertThat(vectors.get(2)).isEqualTo(vectors.get(0));
            assertThat(store(catalogue, "m").count()).isEqualTo(2);
            assertThat(store.vectors(List.of())).isEmpty();
        }
        assertThat(embedder.calls()).isEqualTo(2);
    }

    @Test
    void sentencesAreKeptWithTheirPassageAndAgainWhenTheyEndElsewhere() {
        String text = "The summit met. It ended.";
        List<Span> two = List.of(new Span(0, 15), new Span(16, 25));
        VectorStore.PassageText passage = new VectorStore.PassageText(text, two);
        try (Catalogue catalogue = open()) {
            VectorStore store = store(catalogue, "m");
            EmbeddedPassage first = store.vectors(List.of(passage)).getFirst();
            assertThat(first.sentences())
                    .containsExactly(
                            TokenVectors.encode(embedder.embed("The summit met.")),
                            TokenVectors.encode(embedder.embed("It ended.")));
            int calls = embedder.calls();
            assertThat(store.vectors(List.of(passage, passage))).allSatisfy(again -> {
                assertThat(again.bytes()).isEqualTo(first.bytes());
            });
            assertThat(embedder.calls()).isEqualTo(calls);
            List<Span> one = List.of(new Span(0, 25));
            assertThat(store.vectors(List.of(new VectorStore.PassageText(text, one)))
                            .getFirst()
                            .sentences())
                    .hasSize(1);
        }
    }

    @Test
    void anEmbedderThatForgetsASentenceIsNotBelieved() {
        try (Catalogue catalogue = open()) {
            VectorStore store = new VectorStore(
                    catalogue,
                    "m",
                    HashedEmbedder.DIMENSION,
                    (text, sentences) -> embedder.embedPassage(text, List.of()));
            assertThatThrownBy(() ->
                            store.vectors(List.of(new VectorStore.PassageText("It ended.", List.of(new Span(0, 9))))))
                    .isInstanceOf(IllegalStateException.class);
            assertThat(store.count()).isZero();
        }
    }

    @Test
    void vectorsOfOtherModelsAreForgotten() {
        try (Catalogue catalogue = open()) {
            vector(store(catalogue, "old"), "text");
            vector(store(catalogue, "new"), "text");
            store(catalogue, "new").forgetOtherModels();
            assertThat(store(catalogue, "old").count()).isZero();
            assertThat(store(catalogue, "new").count()).isEqualTo(1);
        }
    }

    @Test
    void eachModelHasItsOwnVectors() {
        try (Catalogue catalogue = open()) {
            vector(store(catalogue, "m"), "text");
            vector(store(catalogue, "n"), "text");
            assertThat(store(catalogue, "m").count()).isEqualTo(1);
        }
        assertThat(embedder.calls()).isEqualTo(2);
    }

    @Test
    void halfPrecisionKeepsTheDirection() {
        try (Catalogue catalogue = open()) {
            float[] kept = vector(store(catalogue, "m"), "carrier strike group in the Pacific");
            float[] exact = embedder.embed("carrier strike group in the Pacific");
            double dot = 0;
            for (int i = 0; i < kept.length; i++) {
                dot += kept[i] * exact[i];
            }
            assertThat(dot).isBetween(0.999, 1.001);
        }
    }

    @Test
    void moreTextsThanAStatementTakesAreFoundAgain() {
        List<String> texts = IntStream.range(0, 1200).mapToObj(i -> "text " + i).toList();
        try (Catalogue catalogue = open()) {
            VectorStore store = store(catalogue, "m");
            List<float[]> first = vectors(store, texts);
            List<float[]> again = vectors(store, texts);
            for (int i = 0; i < texts.size(); i++) {
                assertThat(again.get(i)).isEqualTo(first.get(i));
            }
        }
        assertThat(embedder.calls()).isEqualTo(1200);
    }

    @Test
    void manyThreadsGetTheSameVectors() throws Exception {
        try (Catalogue catalogue = open();
                ExecutorService pool = Executors.newFixedThreadPool(8)) {
            VectorStore store = store(catalogue, "m");
            List<Future<float[]>> found = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                String text = "text " + i % 20;
                found.add(pool.submit(() -> vector(store, text)));
            }
            for (int i = 0; i < 200; i++) {
                assertThat(found.get(i).get()).isEqualTo(vector(store, "text " + i % 20));
            }
            assertThat(store(catalogue, "m").count()).isEqualTo(20);
        }
    }

    @Test
    void twoCataloguesOfOneFileLoseNothing() throws Exception {
        try (Catalogue one = open();
                Catalogue other = open();
                ExecutorService pool = Executors.newFixedThreadPool(2)) {
            List<Future<?>> writers = new ArrayList<>();
            for (Catalogue catalogue : List.of(one, other)) {
                VectorStore store = store(catalogue, "m");
                String prefix = catalogue == one ? "one " : "other ";
                writers.add(pool.submit(() -> {
                    for (int i = 0; i < 100; i++) {
                        vector(store, prefix + i);
                    }
                }));
            }
            for (Future<?> writer : writers) {
                writer.get();
            }
            assertThat(store(one, "m").count()).isEqualTo(200);
        }
        assertThat(embedder.calls()).isEqualTo(200);
    }

    private void harm(String sql) {
        try (Catalogue catalogue = open()) {
            int rows = catalogue.database().write(handle -> handle.execute(sql));
            assertThat(rows).isEqualTo(1);
        }
    }

    @Test
    void aDamagedVectorIsMadeAnew() {
        float[] whole;
        try (Catalogue catalogue = open()) {
            whole = vector(store(catalogue, "m"), "the summit in Vientiane");
        }
        int calls = 1;
        for (String sql : List.of(
                "UPDATE vector SET vector = substr(vector, 3) || substr(vector, 1, 2)", // same length, other order
                "UPDATE vector SET vector = substr(vector, 1, 100)",
                "UPDATE vector SET vector = x''",
                "UPDATE vector SET checksum = checksum + 1",
                "UPDATE vector SET checksum = NULL")) {
            harm(sql);
            try (Catalogue catalogue = open()) {
                assertThat(vector(store(catalogue, "m"), "the summit in Vientiane"))
                        .as(sql)
                        .isEqualTo(whole);
                assertThat(embedder.calls()).as(sql).isEqualTo(++calls);
                assertThat(vector(store(catalogue, "m"), "the summit in Vientiane"))
                        .isEqualTo(whole);
                assertThat(embedder.calls()).as(sql).isEqualTo(calls);
            }
        }
    }
}
