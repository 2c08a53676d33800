package ibid.index.update;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ibid.IbidException;
import ibid.article.ArticleId;
import ibid.index.Collection;
import ibid.index.IndexSnapshot;
import ibid.library.Intake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A collection of nine articles whose folder loses files. */
class RemovalGuardTest {

    @TempDir
    private Path folder;

    private Collection collection;

    @BeforeEach
    void write() {
        collection = new Collection(folder);
        for (int number = 1; number <= 9; number++) {
            collection.with("a" + number, "Desk", "2025-01-0" + number, "Ship number " + number + " came to Zenda.");
        }
        collection.update();
    }

    @AfterEach
    void close() {
        collection.close();
    }

    private int articles() {
        try (IndexSnapshot snapshot = collection.index().snapshot()) {
            return snapshot.articleCount();
        }
    }

    private RemovalGuard guard() {
        return collection.indexUpdate().removals().orElseThrow();
    }

    private void delete(int from, int to) {
        for (int number = from; number <= to; number++) {
            collection.without("a" + number + ".md");
        }
    }

    @Test
    void mostOfTheCollectionGoneAtOnceIsKeptUntilItIsAccepted() {
        delete(1, 6);
        collection.with("new", "Desk", "2025-02-01", "A tenth ship came.");
        assertThat(collection.update().removed()).isZero();
        assertThat(articles()).isEqualTo(10);
        HeldRemovals held = guard().held().orElseThrow();
        assertThat(held.articles()).isEqualTo(6);
        assertThat(held.of()).isEqualTo(9);
        assertThat(held.message()).contains("6 of 9 articles").contains("./ibid index --accept-removals");
        assertThat(collection.update().read()).isZero();
        guard().accept();
        delete(7, 7); // later than the word, and alone: a usual removal
        assertThat(collection.update().removed()).isEqualTo(7);
        assertThat(guard().held()).isEmpty();
        assertThat(articles()).isEqualTo(3);
    }

    @Test
    void anEmptiedFolderIsKeptAndGoesOnWhenTheFilesAreBack() throws IOException {
        Path away = folder.resolve("away");
        Files.move(collection.articles(), away);
        Files.createDirectory(collection.articles());
        collection.update();
        assertThat(articles()).isEqualTo(9);
        assertThat(guard().held()).isPresent();
        Files.delete(collection.articles());
        Files.move(away, collection.articles());
        assertThat(collection.update().read()).isZero();
        assertThat(guard().held()).isEmpty();
    }

    @Test
    void whatIsGoneAfterTheWordIsAskedForAgain() {
        delete(1, 5);
        collection.update();
        guard().accept();
        collection.update();
        assertThat(articles()).isEqualTo(4);
        delete(6, 9);
        collection.update();
        assertThat(articles()).isEqualTo(4);
        guard().acceptAll();
        collection.update();
        assertThat(articles()).isZero();
    }

    @Test
    void aFewFilesAreRemovedWithoutAWord() {
        delete(1, 4);
        assertThat(collection.update().removed()).isEqualTo(4);
        delete(5, 8);
        assertThat(collection.update().removed()).isEqualTo(4);
        delete(9, 9);
        assertThat(collection.update().removed()).isEqualTo(1);
    }

    @Test
    void whatIbidRemovedIsNotHeld() {
        Intake intake = new Intake(collection.folder());
        for (int number = 1; number <= 9; number++) {
            assertThat(intake.remove(new ArticleId("a" + number))).isTrue();
        }
        assertThat(collection.update().removed()).isEqualTo(9);
        assertThat(guard().held()).isEmpty();
    }

    @Test
    void movedFilesAreNotHeld() throws IOException {
        Path sub = Files.createDirectory(collection.articles().resolve("2025"));
        try (Stream<Path> files = Files.list(collection.articles())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.move(file, sub.resolve(file.getFileName()));
            }
        }
        collection.update();
        assertThat(guard().held()).isEmpty();
        assertThat(articles()).isEqualTo(9);
    }

    @Test
    void aRebuildIsRefusedInsteadOfLosingWhatIsHeld() {
        delete(1, 9);
        assertThatThrownBy(collection::rebuild)
                .isInstanceOf(IbidException.class)
                .hasMessageContaining("9 of 9 articles");
        assertThat(articles()).isEqualTo(9);
        guard().acceptAll();
        assertThat(collection.rebuild().files()).isZero();
        assertThat(List.of(articles())).containsExactly(0);
    }
}
