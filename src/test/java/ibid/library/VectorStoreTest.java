package ibid.library;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.model.HashedEmbedder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VectorStoreTest {

    @TempDir
    private Path folder;

    private final HashedEmbedder embedder = new HashedEmbedder();

    private VectorStore open() {
        return new VectorStore(folder, "m", HashedEmbedder.DIMENSION, embedder::embed);
    }

    @Test
    void embedsATextOnceForGood() {
        float[] first;
        try (VectorStore cache = open()) {
            first = cache.of("the summit in Vientiane");
            assertThat(cache.of("the summit in Vientiane")).isEqualTo(first);
        }
        try (VectorStore cache = open()) {
            assertThat(cache.of("the summit in Vientiane")).isEqualTo(first);
        }
        assertThat(embedder.calls()).isEqualTo(1);
    }

    @Test
    void halfPrecisionKeepsTheDirection() {
        try (VectorStore cache = open()) {
            float[] kept = cache.of("carrier strike group in the Pacific"),
                    exact = embedder.embed("carrier strike group in the Pacific");
            double dot = 0;
            for (int i = 0; i < kept.length; i++) dot += kept[i] * exact[i];
            assertThat(dot).isBetween(0.999, 1.001);
        }
    }

    @Test
    void aRecordCutOffByACrashIsDropped() throws IOException {
        try (VectorStore cache = open()) {
            cache.of("whole");
        }
        Files.write(folder.resolve("m.vectors"), new byte[] {1, 2, 3}, StandardOpenOption.APPEND);
        try (VectorStore cache = open()) {
            assertThat(cache.size()).isEqualTo(1);
            cache.of("after the crash");
        }
        try (VectorStore cache = open()) {
            assertThat(cache.size()).isEqualTo(2);
            cache.of("whole");
            cache.of("after the crash");
        }
        assertThat(embedder.calls()).isEqualTo(2);
    }

    @Test
    void manyThreadsGetTheSameVectors() throws Exception {
        try (VectorStore cache = open();
                ExecutorService pool = Executors.newFixedThreadPool(8)) {
            var futures = java.util.stream.IntStream.range(0, 200)
                    .mapToObj(i -> pool.submit(() -> cache.of("text " + i % 20)))
                    .toList();
            for (int i = 0; i < 200; i++) assertThat(futures.get(i).get()).isEqualTo(cache.of("text " + i % 20));
            assertThat(cache.size()).isEqualTo(20);
        }
    }

    @Test
    void twoThatAppendAtOnceLoseNothing() throws Exception {
        try (VectorStore one = open();
                VectorStore other = open();
                ExecutorService pool = Executors.newFixedThreadPool(2)) {
            var writing = java.util.stream.Stream.of(one, other)
                    .map(cache -> pool.submit(() -> {
                        for (int i = 0; i < 300; i++) cache.of((cache == one ? "one " : "other ") + i);
                    }))
                    .toList();
            for (var writer : writing) writer.get();
        }
        int calls = embedder.calls();
        try (VectorStore cache = open()) {
            assertThat(cache.size()).isEqualTo(600);
            for (int i = 0; i < 300; i++)
                assertThat(cache.of("one " + i))
                        .isEqualTo(HalfVectors.decode(
                                HalfVectors.encode(embedder.embed("one " + i)), 0, HashedEmbedder.DIMENSION));
        }
        assertThat(calls).isEqualTo(600);
    }
}
