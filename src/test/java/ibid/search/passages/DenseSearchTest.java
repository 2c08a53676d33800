package ibid.search.passages;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.index.Collection;
import ibid.index.IndexFields;
import ibid.index.IndexSnapshot;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DenseSearchTest {

    private static final Query PASSAGES = new TermQuery(new Term(IndexFields.KIND, "passage"));
    private static final LocalDate LAST_DAY = LocalDate.parse("2024-01-15");

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
            List<ScoreDoc> scanned = DenseSearch.scan(snapshot.searcher(), vector, PASSAGES, 29);
            assertThat(documents(scanned))
                    .containsExactlyInAnyOrderElementsOf(
                            documents(DenseSearch.walk(snapshot.searcher(), vector, PASSAGES, 29)))
                    .hasSize(29);
            assertThat(scanned)
                    .extracting(hit -> hit.score)
                    .isSortedAccordingTo((one, other) -> Float.compare(other, one));
        }
    }

    @Test
    void theScanKeepsTheFilters() throws IOException {
        Query odd = new BooleanQuery.Builder()
                .add(PASSAGES, Occur.FILTER)
                .add(new TermQuery(new Term(IndexFields.PUBLISHER, "Odd News")), Occur.FILTER)
                .add(LongPoint.newRangeQuery(IndexFields.PUBLISHED, 0, LAST_DAY.toEpochDay()), Occur.FILTER)
                .build();
        try (IndexSnapshot snapshot = collection.index().snapshot()) {
            List<ScoreDoc> found =
                    DenseSearch.scan(snapshot.searcher(), collection.embedder().embed("ships"), odd, 50);
            assertThat(found)
                    .isNotEmpty()
                    .allSatisfy(hit ->
                            assertThat(snapshot.originAt(hit.doc).publisher()).isEqualTo("Odd News"))
                    .allSatisfy(hit -> assertThat(
                                    snapshot.originAt(hit.doc).published().getAsLong())
                            .isLessThanOrEqualTo(LAST_DAY.toEpochDay()));
        }
    }

    @Test
    void scoresAreCosines() throws IOException {
        try (IndexSnapshot snapshot = collection.index().snapshot()) {
            assertThat(DenseSearch.scan(
                            snapshot.searcher(), collection.embedder().embed("ships"), PASSAGES, 5))
                    .allSatisfy(hit -> assertThat(hit.score).isBetween(-1f, 1f));
        }
    }
}
