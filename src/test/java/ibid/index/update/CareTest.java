package ibid.index.update;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ibid.article.ArticleId;
import ibid.index.Collection;
import ibid.index.IndexSnapshot;
import ibid.index.PassageIndex;
import ibid.library.Catalogue;
import ibid.library.CorpusFile;
import ibid.library.CorpusFolder.Listing;
import ibid.library.FileState;
import ibid.library.RetryTime;
import ibid.library.VectorStore;
import ibid.model.HashedEmbedder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Conditions that must not stop an update or make its result wrong. */
class CareTest {

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

    private static boolean has(PassageIndex index, String id) {
        try (IndexSnapshot snapshot = index.snapshot()) {
            return snapshot.article(new ArticleId(id)).isPresent();
        }
    }

    private boolean has(String id) {
        return has(collection.index(), id);
    }

    private FileState state(String name) {
        try (IndexSnapshot snapshot = collection.index().snapshot()) {
            return snapshot.files().get(name);
        }
    }

    private String generation() {
        try (IndexSnapshot snapshot = collection.index().snapshot()) {
            return snapshot.generation();
        }
    }

    /** Simulates a kill in the middle of an update. */
    private void breakOff() {
        assertThatThrownBy(() -> collection.index().change(PassageIndex.FORMAT + "hashed", false, change -> {
                    for (String name : List.of("quad", "aukus")) {
                        UpdateTransaction.remove(
                                change, new FileState(name + ".md", 0, 0, "", name, "", "", RetryTime.NEVER));
                    }
                    change.keep();
                    throw new IOException("killed");
                }))
                .hasMessageContaining("cannot write the index");
    }

    @Test
    void whatAnotherProcessRemovedIsGoneHereAtTheNextLook() {
        collection.update();
        collection.without("quad.md");
        try (Collection other = new Collection(folder)) {
            other.update();
        }
        assertThat(has("quad")).isTrue();
        assertThat(collection.update().read()).isZero();
        assertThat(has("quad")).isFalse();
    }

    @Test
    void theLastWholeGenerationAnswersAfterAKill() {
        collection.update();
        breakOff();
        assertThat(has("quad")).isTrue();
        collection.close();
        collection = new Collection(folder);
        assertThat(has("quad")).isTrue();
        assertThat(generation()).isNotEmpty();
        assertThat(collection.update().added()).isEqualTo(2);
        assertThat(has("quad")).isTrue();
    }

    @Test
    void aHalfGenerationAnswersNothing() {
        breakOff();
        collection.close();
        collection = new Collection(folder);
        assertThat(generation()).isEmpty();
        collection.update();
        assertThat(has("quad")).isTrue();
    }

    @Test
    void anIndexOfAnotherFormatIsRebuilt() {
        collection.index().change("1.old", false, writer -> "00000000");
        assertThat(generation()).isEmpty();
        assertThat(collection.update().added()).isEqualTo(2);
    }

    @Test
    void isNotSettledBeforeWhatWasRemovedIsGone() {
        collection.update();
        breakOff();
        collection.without("quad.md").close();
        collection = new Collection(folder);
        assertThat(collection.indexUpdate().isSettled()).isFalse();
        collection.update();
        assertThat(collection.indexUpdate().isSettled()).isTrue();
        assertThat(has("quad")).isFalse();
    }

    @Test
    void whatIsRemovedGoesBeforeWhatCameIsRead() {
        collection.update();
        collection.without("quad.md").with("late", "Desk", "2025-01-01", "A late article arrived.");
        boolean[] seen = new boolean[2];
        UpdateSummary update = collection.indexUpdate().run(false, (done, total, what) -> {
            seen[0] = has("quad");
            seen[1] = collection.indexUpdate().isSettled();
        });
        assertThat(seen).containsExactly(false, true);
        assertThat(update.removed()).isEqualTo(1);
        assertThat(update.added()).isEqualTo(1);
        assertThat(has("late")).isTrue();
    }

    @Test
    void aFileNameOfRareCharactersDoesNotStopIndexing() {
        collection.with("a" + "𠀀".repeat(50) + "/" + "𠀀".repeat(50) + "b.md", "The ferry Aurelia was sold.");
        assertThat(collection.update().added()).isEqualTo(3);
    }

    @Test
    void aFileOfTheSameSizeAndTimeIsReadAgainWhereItChanged() throws Exception {
        collection.update();
        Path file = collection.articles().resolve("quad.md");
        FileTime time = Files.getLastModifiedTime(file);
        Thread.sleep(20);
        Files.writeString(file, Files.readString(file).replace("Manila", "Hawaii"));
        Files.setLastModifiedTime(file, time);
        assertThat(collection.update().changed()).isEqualTo(1);
    }

    @Test
    void aFileReadWithinATickOfItsClockIsReadOnceMore() throws IOException {
        collection.close();
        collection = new Collection(folder, Duration.ZERO);
        FileTime nextSecond = FileTime.fromMillis((System.currentTimeMillis() / 1000 + 1) * 1000);
        for (String name : List.of("quad.md", "aukus.md")) {
            Files.setLastModifiedTime(collection.articles().resolve(name), nextSecond);
        }
        collection.update();
        String generation = generation();
        try (Collection later = new Collection(folder)) {
            assertThat(later.update().read()).isEqualTo(2);
            assertThat(later.update().read()).isZero();
        }
        collection.update();
        assertThat(generation()).isEqualTo(generation);
    }

    @Test
    void aPassingFailureIsTriedAgainAfterLongerAndLonger() {
        RetryTime again = RetryTime.NEVER;
        long before = 0;
        for (int tries = 0; tries < 12; tries++) {
            again = again.later(0);
            assertThat(again.at()).isGreaterThanOrEqualTo(before);
            assertThat(again.isDue(again.at())).isTrue();
            before = again.at();
        }
        assertThat(RetryTime.NEVER.isDue(Long.MAX_VALUE)).isFalse();
        assertThat(before).isEqualTo(Duration.ofHours(6).toMillis());
        CorpusFile file = new CorpusFile(folder, "a.md", 3, 1000);
        Map<String, FileState> known = Map.of("a.md", FileState.skipped(file, "", "busy", new RetryTime(5000, 1)));
        assertThat(UpdatePlan.of(new Listing(List.of(file), Set.of()), known, 4999)
                        .toRead())
                .isEmpty();
        assertThat(UpdatePlan.of(new Listing(List.of(file), Set.of()), known, 5000)
                        .toRead())
                .containsExactly(file);
    }

    @Test
    void aFileThatNeedsTooMuchMemoryIsSkippedAndTriedAgain() {
        HashedEmbedder embedder = new HashedEmbedder();
        try (Catalogue catalogue = new Catalogue(folder.resolve("other.sqlite"));
                PassageIndex index = new PassageIndex(folder.resolve("other"), catalogue)) {
            VectorStore vectors = new VectorStore(catalogue, "m", HashedEmbedder.DIMENSION, (text, sentences) -> {
                if (text.contains("Manila")) {
                    throw new OutOfMemoryError("a neighbour");
                }
                return embedder.embedPassage(text, sentences);
            });
            UpdateSummary update =
                    new Indexer(collection.folder(), index, vectors).run(false, (done, total, what) -> {});
            assertThat(update.added()).isEqualTo(1);
            assertThat(update.skipped())
                    .singleElement()
                    .satisfies(state -> assertThat(state.retry().at()).isPositive());
        }
    }

    @Test
    void whatIsBelowAFolderThatCannotBeListedStays() {
        collection.with("sub/a.md", "The ferry Aurelia was sold.").update();
        try (IndexSnapshot snapshot = collection.index().snapshot()) {
            Path sub = collection.articles().resolve("sub");
            String why = "cannot be looked at: no permission";
            CorpusFile shut = new CorpusFile(sub, "sub", 0, 0, why, CorpusFile.Part.WHOLE);
            UpdatePlan plan = UpdatePlan.of(new Listing(List.of(shut), Set.of("sub")), snapshot.files(), 0);
            assertThat(plan.gone()).extracting(FileState::name).containsExactly("aukus.md", "quad.md");
            assertThat(plan.toRead()).containsExactly(shut);
            assertThat(plan.hidden()).containsExactly("sub/a.md");
        }
    }

    @Test
    void linksAreListedAsSkippedWithTheRemedy() throws IOException {
        Files.createSymbolicLink(
                collection.articles().resolve("link.md"), collection.articles().resolve("quad.md"));
        collection.update();
        assertThat(state("link.md").skipped()).contains("links are not followed");
        assertThat(collection.update().read()).isZero();
    }

    @Test
    void aTwinNamesTheFileThatIsThereNow() {
        collection
                .with("a b.md", "First.")
                .with("a-b.md", "Second.")
                .with("a_b.md", "Third.")
                .update();
        assertThat(state("a_b.md").skipped()).contains("same id as a b.md");
        collection.without("a b.md").update();
        assertThat(state("a_b.md").skipped()).contains("same id as a-b.md");
    }

    @Test
    void aFileWithoutRunningTextIsNotAnOrigin() {
        String story = "The lighthouse at Skagen was sold on Monday to a painter from Aarhus for ninety thousand "
                + "crowns, the town said, and the painter means to live in it from next summer on, as he told the "
                + "paper of the town when he was asked.";
        collection
                .with("a.md", "# " + story)
                .with("b", "Town Paper", "2025-01-04", story)
                .with("c", "Post", "2025-01-05", story)
                .update();
        assertThat(state("a.md").article()).isEmpty();
        try (IndexSnapshot snapshot = collection.index().snapshot()) {
            assertThat(snapshot.nearDuplicates().originOf(new ArticleId("c"))).isEqualTo(new ArticleId("b"));
        }
    }
}
