package ibid.index.update;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.article.ArticleId;
import ibid.index.Collection;
import ibid.index.IndexSnapshot;
import ibid.library.FileState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file of several articles in the folder: each entry is indexed, changed and removed by itself. */
class EntriesTest {

    private static final String FERRY =
            "{\"id\": \"ferry\", \"title\": \"Ferry sold\", \"publisher\": \"Orve Courier\","
                    + " \"date\": \"2024-09-03\", \"text\": \"The ferry Aurelia was sold for three million.\"}\n";
    private static final String GATE =
            "{\"id\": \"gate\", \"title\": \"Gate shut\", \"text\": \"The gate of Orve was shut on Sunday.\"}\n";
    private static final String QUAY =
            "{\"id\": \"quay\", \"title\": \"Quay closed\", \"text\": \"The quay was closed after the storm.\"}\n";

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

    private List<String> ids() {
        try (IndexSnapshot snapshot = collection.index().snapshot()) {
            return snapshot.articles().stream()
                    .map(article -> article.id().value().replaceFirst("-[0-9a-f]{10}$", ""))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void eachEntryIsAnArticleAndAnUnchangedFileIsNotReadAgain() {
        UpdateSummary update = collection
                .with("export.jsonl", FERRY + GATE + "{broken\n" + QUAY)
                .update();
        assertThat(update.added()).isEqualTo(3);
        assertThat(update.files()).isEqualTo(4);
        assertThat(ids()).containsExactly("export-jsonl-ferry", "export-jsonl-gate", "export-jsonl-quay");
        assertThat(update.skipped()).singleElement().satisfies(entry -> {
            assertThat(entry.name()).isEqualTo("export.jsonl/line-3");
            assertThat(entry.skipped()).isEqualTo("line 3: it is not a JSON object");
        });
        int calls = collection.embedder().calls();
        UpdateSummary again = collection.update();
        assertThat(again.read()).isZero();
        assertThat(again.generation()).isEqualTo(update.generation());
        assertThat(collection.embedder().calls()).isEqualTo(calls);
    }

    @Test
    void anEditOfOneEntryChangesThatOneOnly() {
        collection.with("export.jsonl", FERRY + GATE + QUAY).update();
        int calls = collection.embedder().calls();
        String edited = QUAY + "{broken\n" + FERRY.replace("three", "four") + GATE;
        UpdateSummary update = collection.with("export.jsonl", edited).update();
        assertThat(update.changed()).isEqualTo(1);
        assertThat(update.added()).isZero();
        assertThat(update.removed()).isZero();
        assertThat(collection.embedder().calls()).isEqualTo(calls + calls / 3);
        assertThat(ids()).hasSize(3);
        try (IndexSnapshot snapshot = collection.index().snapshot()) {
            assertThat(snapshot.articles())
                    .anyMatch(article -> article.text().value().contains("four million"))
                    .noneMatch(article -> article.text().value().contains("three million"));
        }
    }

    @Test
    void anEntryThatIsTakenOutIsGoneAndTheFileTakesAllWithIt() {
        collection
                .with("export.jsonl", FERRY + GATE + QUAY)
                .with("note.md", "The mayor left.")
                .update();
        assertThat(collection.with("export.jsonl", FERRY + QUAY).update().removed())
                .isEqualTo(1);
        assertThat(ids()).containsExactly("export-jsonl-ferry", "export-jsonl-quay", "note");
        assertThat(collection.without("export.jsonl").update().removed()).isEqualTo(2);
        assertThat(ids()).containsExactly("note");
        try (IndexSnapshot snapshot = collection.index().snapshot()) {
            assertThat(snapshot.files()).containsOnlyKeys("note.md");
        }
    }

    @Test
    void aTouchedFileIsLookedThroughAndNothingOfItIsReadAgain() throws IOException {
        collection.with("export.jsonl", FERRY + GATE).update();
        Files.setLastModifiedTime(collection.articles().resolve("export.jsonl"), FileTime.fromMillis(12345));
        UpdateSummary update = collection.update();
        assertThat(update.changed() + update.added() + update.removed()).isZero();
        assertThat(update.read()).isZero();
    }

    @Test
    void aRebuildAndARestartKeepTheEntries() {
        collection.with("export.jsonl", FERRY + GATE).update();
        int calls = collection.embedder().calls();
        assertThat(collection.rebuild().added()).isEqualTo(2);
        assertThat(collection.embedder().calls()).isEqualTo(calls);
        collection.close();
        collection = new Collection(folder);
        assertThat(collection.update().read()).isZero();
        assertThat(ids()).hasSize(2);
    }

    @Test
    void aFileThatBecomesOneArticleOrSeveralChangesItsArticles() {
        collection.with("export.json", FERRY).update();
        assertThat(ids()).containsExactly("export-json");
        collection.with("export.json", "[" + FERRY + "," + GATE + "]").update();
        assertThat(ids()).containsExactly("export-json-ferry", "export-json-gate");
        UpdateSummary back = collection.with("export.json", GATE).update();
        assertThat(ids()).containsExactly("export-json");
        assertThat(back.skipped()).isEmpty();
        collection.with("export.json", "nothing").update();
        assertThat(ids()).isEmpty();
    }

    @Test
    void aFileWithTheIdOfAFileOfSeveralIsSkippedWithTheMend() {
        UpdateSummary update = collection
                .with("export jsonl.md", "The mayor left.")
                .with("export.jsonl", FERRY + GATE)
                .update();
        assertThat(update.skipped())
                .extracting(FileState::skipped)
                .containsExactly("has the same id as export.jsonl; rename one of them");
        assertThat(collection.update().read()).isZero();
    }

    @Test
    void theSameEntryInTwoFilesIsACopyOfTheOther() {
        String text =
                "The council of Orve sold the ferry Aurelia to the island of Vik for three million crowns on Monday,"
                        + " after eleven years in which she had carried sheep, mail and more than two hundred thousand"
                        + " people across the sound, the harbour master said in a letter that was read on the quay.";
        String long_ = FERRY.replace("The ferry Aurelia was sold for three million.", text);
        collection.with("a.jsonl", long_ + GATE).with("b.jsonl", long_ + QUAY).update();
        try (IndexSnapshot snapshot = collection.index().snapshot()) {
            List<String> copies =
                    List.copyOf(snapshot.nearDuplicates().origins().keySet());
            assertThat(copies).hasSize(2).allMatch(id -> id.contains("jsonl-ferry"));
            assertThat(snapshot.article(new ArticleId(copies.getFirst()))).isPresent();
        }
    }

    @Test
    void manyArticlesThatAreGoneWithOneFileWereMeant() {
        StringBuilder many = new StringBuilder();
        for (int i = 0; i < 12; i++) {
            many.append(QUAY.replace("\"quay\"", "\"quay" + i + "\""));
        }
        collection
                .with("export.jsonl", many.toString())
                .with("note.md", "The mayor left.")
                .update();
        assertThat(collection.without("export.jsonl").update().removed()).isEqualTo(12);
    }
}
