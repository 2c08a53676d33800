package ibid.index.update;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ibid.IbidException;
import ibid.article.ArticleId;
import ibid.index.Collection;
import ibid.index.IndexSnapshot;
import ibid.index.PassageId;
import ibid.index.PassageIndex;
import ibid.library.Catalogue;
import ibid.library.FileState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndexerTest {

    @TempDir
    private Path folder;

    private Collection collection;

    @BeforeEach
    void open() {
        collection = Collection.ofQuadAndAukus(folder);
    }

    @AfterEach
    void close() {
        collection.close();
    }

    private boolean has(String id) {
        try (IndexSnapshot snapshot = collection.index().snapshot()) {
            boolean article = snapshot.article(new ArticleId(id)).isPresent();
            assertThat(snapshot.passage(new PassageId(new ArticleId(id), 0)).isPresent())
                    .isEqualTo(article);
            return article;
        }
    }

    @Test
    void addsNewFilesAndReadsUnchangedOnesNotAgain() {
        assertThat(collection.update())
                .satisfies(update -> assertThat(update.added()).isEqualTo(2));
        int calls = collection.embedder().calls();
        UpdateSummary again = collection.update();
        assertThat(again.read()).isZero();
        assertThat(again.unchanged()).isEqualTo(2);
        assertThat(collection.embedder().calls()).isEqualTo(calls);
    }

    @Test
    void aRemovedFileIsGone() {
        collection.update();
        UpdateSummary update = collection.without("quad.md").update();
        assertThat(update.removed()).isEqualTo(1);
        assertThat(has("quad")).isFalse();
        assertThat(has("aukus")).isTrue();
    }

    @Test
    void aChangedFileReplacesItsOldSelf() {
        collection.update();
        UpdateSummary update = collection
                .with("quad", "Desk", "2024-11-04", "The Quad met in Tokyo.")
                .update();
        assertThat(update.changed()).isEqualTo(1);
        try (IndexSnapshot snapshot = collection.index().snapshot()) {
            assertThat(snapshot.article(new ArticleId("quad"))
                            .orElseThrow()
                            .text()
                            .value())
                    .isEqualTo("The Quad met in Tokyo.");
            assertThat(snapshot.articleCount()).isEqualTo(2);
        }
    }

    @Test
    void aTouchedFileWithTheSameTextKeepsItsPassages() throws IOException {
        collection.update();
        int calls = collection.embedder().calls();
        Files.setLastModifiedTime(collection.articles().resolve("quad.md"), FileTime.fromMillis(12345));
        UpdateSummary update = collection.update();
        assertThat(update.read()).isEqualTo(1);
        assertThat(update.changed()).isZero();
        assertThat(has("quad")).isTrue();
        assertThat(collection.embedder().calls()).isEqualTo(calls);
        assertThat(collection.update().read()).isZero();
    }

    @Test
    void aRebuildEmbedsNothingTwice() {
        collection.update();
        int calls = collection.embedder().calls();
        assertThat(collection.rebuild().added()).isEqualTo(2);
        assertThat(collection.embedder().calls()).isEqualTo(calls);
    }

    @Test
    void aBadFileIsSkippedWithItsReason() {
        UpdateSummary update =
                collection.with("bad.pdf", "no PDF").with("paper.pages", "PK").update();
        assertThat(update.added()).isEqualTo(2);
        assertThat(update.skipped()).extracting(FileState::name).containsExactlyInAnyOrder("bad.pdf", "paper.pages");
        assertThat(update.skipped())
                .extracting(FileState::skipped)
                .allSatisfy(reason -> assertThat(reason).isNotBlank());
        assertThat(collection.update().read()).isZero();
    }

    @Test
    void ofTwoFilesWithOneIdTheFirstWinsAndTheOtherFollows() {
        UpdateSummary update = collection
                .with("a b.md", "First of two.")
                .with("a-b.md", "Second of two.")
                .update();
        assertThat(update.skipped())
                .singleElement()
                .satisfies(file -> assertThat(file.skipped()).contains("same id as a b.md"));
        collection.without("a b.md").update();
        try (IndexSnapshot snapshot = collection.index().snapshot()) {
            assertThat(snapshot.article(new ArticleId("a-b"))
                            .orElseThrow()
                            .text()
                            .value())
                    .isEqualTo("Second of two.");
        }
        collection.with("a b.md", "First again.").update();
        try (IndexSnapshot snapshot = collection.index().snapshot()) {
            assertThat(snapshot.article(new ArticleId("a-b"))
                            .orElseThrow()
                            .text()
                            .value())
                    .isEqualTo("First again.");
            assertThat(snapshot.articleCount()).isEqualTo(3);
        }
    }

    @Test
    void anOpenSnapshotAnswersFromItsOwnGeneration() {
        collection.update();
        try (IndexSnapshot old = collection.index().snapshot()) {
            collection.without("quad.md").update();
            assertThat(old.article(new ArticleId("quad"))).isPresent();
            try (IndexSnapshot now = collection.index().snapshot()) {
                assertThat(now.article(new ArticleId("quad"))).isEmpty();
                assertThat(now.generation()).isNotEqualTo(old.generation());
            }
        }
    }

    @Test
    void anUpdateThatBreaksOffLeavesTheGenerationBefore() {
        collection.update();
        assertThatThrownBy(() -> collection.index().change("f", false, change -> {
                    change.clear();
                    throw new IOException("disk full");
                }))
                .hasMessageContaining("cannot write the index");
        assertThat(has("quad")).isTrue();
        try (Catalogue catalogue = new Catalogue(folder.resolve("catalogue.sqlite"));
                PassageIndex reopened = new PassageIndex(folder.resolve("index"), catalogue);
                IndexSnapshot snapshot = reopened.snapshot()) {
            assertThat(snapshot.articleCount()).isEqualTo(2);
        }
    }

    @Test
    void aSecondWriterIsRefused() {
        collection.update();
        try (Catalogue catalogue = new Catalogue(folder.resolve("catalogue.sqlite"));
                PassageIndex other = new PassageIndex(folder.resolve("index"), catalogue)) {
            assertThatThrownBy(() -> collection.index().change("f", false, change -> {
                        other.change("g", false, second -> "");
                        return "";
                    }))
                    .isInstanceOf(IbidException.class)
                    .hasMessageContaining("another Ibid is writing");
        }
    }

    @Test
    void theIndexIsThereAfterARestart() {
        UpdateSummary update = collection.update();
        collection.close();
        collection = new Collection(folder);
        assertThat(has("quad")).isTrue();
        UpdateSummary again = collection.update();
        assertThat(again.read()).isZero();
        assertThat(again.generation()).isEqualTo(update.generation());
        assertThat(collection.embedder().calls()).isZero();
    }
}
