package ibid.index.update;

import static ibid.index.Stories.story;
import static org.assertj.core.api.Assertions.assertThat;

import ibid.article.ArticleId;
import ibid.index.ArticleSummary;
import ibid.index.Collection;
import ibid.index.IndexSnapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A catalogue that is lost or replaced without its index: an update makes both consistent again. */
class CatalogueLossTest {

    @TempDir
    private Path folder;

    private Collection collection;

    @BeforeEach
    void open() {
        collection = new Collection(folder);
    }

    @AfterEach
    void close() {
        collection.close();
    }

    private Path catalogue() {
        return folder.resolve("catalogue.sqlite");
    }

    private void deleteCatalogue() throws IOException {
        for (String suffix : List.of("", "-wal", "-shm")) {
            Files.deleteIfExists(Path.of(catalogue() + suffix));
        }
    }

    private Collection with(String name, int number) {
        return collection.with(name, "Paper " + name, "2025-01-02", story(number));
    }

    private static Set<String> ids(IndexSnapshot snapshot) {
        Set<String> ids = new TreeSet<>();
        for (ArticleSummary card : snapshot.summaries()) {
            ids.add(card.id().toString());
        }
        return ids;
    }

    /** Index and catalogue contain exactly these. */
    private void assertHolds(String... names) {
        try (IndexSnapshot snapshot = collection.index().snapshot()) {
            assertThat(ids(snapshot)).containsExactlyInAnyOrder(names);
            assertThat(snapshot.articleCount()).isEqualTo(names.length);
            assertThat(snapshot.files()).hasSize(names.length);
            assertThat(snapshot.fingerprints()).hasSize(names.length);
        }
    }

    @Test
    void aDeletedCatalogueIsMadeAnewFromTheFolder() throws IOException {
        with("one", 1);
        with("two", 1);
        with("three", 3).update();
        collection.close();
        deleteCatalogue();
        open();
        try (IndexSnapshot snapshot = collection.index().snapshot()) {
            assertThat(snapshot.articleCount()).isEqualTo(snapshot.files().size());
        }
        collection.without("three.md").update();
        assertHolds("one", "two");
        try (IndexSnapshot snapshot = collection.index().snapshot()) {
            assertThat(snapshot.nearDuplicates().of(new ArticleId("one"))).containsExactly(new ArticleId("two"));
        }
        assertThat(collection.update().read()).isZero();
    }

    @Test
    void anOldCatalogueBesideANewerIndexIsCaughtUp() throws IOException {
        with("one", 1);
        with("two", 2).update();
        collection.close();
        Path old = Files.copy(catalogue(), folder.resolve("old.sqlite"));
        open();
        with("one", 7).without("two.md");
        with("three", 3).update();
        with("four", 4).update();
        with("five", 5).update();
        collection.close();
        deleteCatalogue();
        Files.copy(old, catalogue());
        open();
        try (IndexSnapshot snapshot = collection.index().snapshot()) {
            assertThat(snapshot.articleCount()).isEqualTo(snapshot.files().size());
        }
        collection.update();
        assertHolds("five", "four", "one", "three");
        try (IndexSnapshot snapshot = collection.index().snapshot()) {
            String text =
                    snapshot.article(new ArticleId("one")).orElseThrow().text().value();
            assertThat(text).isEqualTo(story(7));
        }
        assertThat(collection.update().read()).isZero();
    }
}
