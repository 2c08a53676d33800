package ibid.search;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.index.Collection;
import ibid.index.IndexSnapshot;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.apache.lucene.search.ScoreDoc;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DenseSearchTest {

    @TempDir
    private Path folder;

    private Collection collection;

    @BeforeEach
    void open() {
        collection = new Collection(folder);
        for (int i = 0; i < 30; i++) {
            collection.with(
                    "article" + i,
                    i % 2 == 0 ? "Odd News" : "Even News",
                    "2024-01-" + (10 + i % 20),
                    "Number " + i + " tells of ships " + "and harbours ".repeat(1 + i % 5) + "and rain.");
        }
        collection.update();
        collection.without("article3.md"); // leaves a deleted passage in the index
        collection.update();
    }

    @AfterEach
    void close() {
        collection.close();
    }

    private static List<Integer> documents(List<ScoreDoc> hits) {
        return hits.stream().map(hit -> hit.doc).toList();
    }

    @Test
    void scanAndGraphFindTheSameInASmallCollection() throws IOException {
        float[] vector = collection.embedder().embed("ships and harbours");
        try (IndexSnapshot snapshot = collection.index().snapshot()) {
            List<ScoreDoc> scanned =
                    DenseSearch.scan(snapshot.searcher(), vector, FilterQuery.of(SearchFilters.NONE), 29);
            assertThat(documents(scanned))
                    .containsExactlyInAnyOrderElementsOf(documents(
                            DenseSearch.walk(snapshot.searcher(), vector, FilterQuery.of(SearchFilters.NONE), 29)))
                    .hasSize(29);
            assertThat(scanned)
                    .extracting(hit -> hit.score)
                    .isSortedAccordingTo((one, other) -> Float.compare(other, one));
        }
    }

    @Test
    void theScanKeepsTheFilters() throws IOException {
        SearchFilters odd =
                new SearchFilters(List.of("Odd News"), List.of(), LocalDate.MIN, LocalDate.parse("2024-01-15"));
        try (IndexSnapshot snapshot = collection.index().snapshot()) {
            List<ScoreDoc> found = DenseSearch.scan(
                    snapshot.searcher(), collection.embedder().embed("ships"), FilterQuery.of(odd), 50);
            assertThat(found)
                    .isNotEmpty()
                    .allSatisfy(hit ->
                            assertThat(snapshot.originAt(hit.doc).publisher()).isEqualTo("Odd News"))
                    .allSatisfy(hit -> assertThat(
                                    snapshot.originAt(hit.doc).published().getAsLong())
                            .isLessThanOrEqualTo(LocalDate.parse("2024-01-15").toEpochDay()));
        }
    }

    @Test
    void scoresAreCosines() throws IOException {
        try (IndexSnapshot snapshot = collection.index().snapshot()) {
            assertThat(DenseSearch.scan(
                            snapshot.searcher(),
                            collection.embedder().embed("ships"),
                            FilterQuery.of(SearchFilters.NONE),
                            5))
                    .allSatisfy(hit -> assertThat(hit.score).isBetween(-1f, 1f));
        }
    }
}
