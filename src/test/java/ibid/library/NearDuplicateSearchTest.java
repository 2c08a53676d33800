package ibid.library;

import static ibid.index.Stories.story;
import static org.assertj.core.api.Assertions.assertThat;

import ibid.article.ArticleId;
import ibid.index.Collection;
import ibid.index.IndexSnapshot;
import ibid.read.manuscript.LineHashes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NearDuplicateSearchTest {

    private static final String BOX = "Get the harbour letter every morning, free of charge, in your box.";

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

    @Test
    void theSameShortTextIsACopyAndALikeOneIsNot() {
        collection
                .with("one", "Paper A", "2025-01-02", "The ferry Aurelia was sold to Bergen for two million crowns.")
                .with("two", "Paper B", "2025-01-03", "The ferry Aurelia was sold to Bergen for two million crowns.")
                .with(
                        "three",
                        "Paper C",
                        "2025-01-04",
                        "The ferry Aurelia was sold to Bergen for nine million crowns.");
        collection.update();
        try (IndexSnapshot snapshot = collection.index().snapshot()) {
            assertThat(snapshot.nearDuplicates().of(new ArticleId("one"))).containsExactly(new ArticleId("two"));
        }
    }

    @Test
    void textsWithoutSpacesAreComparedByTheirSigns() {
        String story = "東京の港で働く人々は月曜日に新しい船を迎えた。市長は演説で協力を約束した。" + "船は来週から毎日二回この港と北の島を結ぶ予定で、料金は千円になると会社が発表した。";
        collection
                .with("one", "Paper A", "2025-01-02", story)
                .with("two", "Paper B", "2025-01-03", story.replace("千円", "二千円"));
        collection.update();
        try (IndexSnapshot snapshot = collection.index().snapshot()) {
            assertThat(snapshot.nearDuplicates().of(new ArticleId("one"))).containsExactly(new ArticleId("two"));
        }
    }

    @Test
    void copiesAreKeptAndTheEarliestIsTheirOrigin() {
        collection
                .with("late", "Third Paper", "2025-01-09", story(4) + "\n\nOur own reporter was there too.")
                .with("first", "Harbour Gazette", "2025-01-02", story(4))
                .with("middle", "Town Paper", "2025-01-05", "A wire story.\n\n" + story(4))
                .with("other", "Town Paper", "2025-01-05", story(9));
        collection.update();
        try (IndexSnapshot snapshot = collection.index().snapshot()) {
            assertThat(snapshot.articleCount()).isEqualTo(4);
            assertThat(snapshot.nearDuplicates().originOf(new ArticleId("late")))
                    .isEqualTo(new ArticleId("first"));
            assertThat(snapshot.nearDuplicates().of(new ArticleId("first")))
                    .containsExactly(new ArticleId("late"), new ArticleId("middle"));
            assertThat(snapshot.nearDuplicates().of(new ArticleId("other"))).isEmpty();
        }
    }

    /** B is similar to A and to C, which are not similar to each other. */
    @Test
    void copiesOfCopiesAreCopiesWhateverTheirNames() {
        for (List<String> names : List.of(
                List.of("a", "b", "c"), List.of("b", "a", "c"), List.of("c", "b", "a"), List.of("b", "c", "a"))) {
            String shared = story(1) + "\n\n" + story(2) + "\n\n" + story(3);
            collection
                    .with(names.get(0), "Paper A", "2025-01-02", story(20) + "\n\n" + story(21) + "\n\n" + shared)
                    .with(names.get(1), "Paper B", "2025-01-03", shared)
                    .with(names.get(2), "Paper C", "2025-01-04", shared + "\n\n" + story(30) + "\n\n" + story(31))
                    .update();
            try (IndexSnapshot snapshot = collection.index().snapshot()) {
                assertThat(snapshot.nearDuplicates().of(new ArticleId(names.get(0))))
                        .as("%s", names)
                        .hasSize(2);
                assertThat(snapshot.nearDuplicates().originOf(new ArticleId(names.get(2))))
                        .isEqualTo(new ArticleId(names.get(0)));
            }
        }
    }

    private static FileFingerprint copy(FileFingerprint one, String name) {
        return new FileFingerprint(
                name + ".md",
                name,
                one.outlet(),
                one.published(),
                one.words(),
                one.lines(),
                one.signature(),
                LineHashes.NONE);
    }

    @Test
    void aThousandCopiesTakeNoMillionLooks() {
        List<FileFingerprint> files = new ArrayList<>();
        collection
                .with("one", "Paper A", "2025-01-02", story(1) + "\n\n" + story(2))
                .update();
        try (IndexSnapshot snapshot = collection.index().snapshot()) {
            FileFingerprint one = snapshot.fingerprints().getFirst();
            for (int i = 0; i < 20_000; i++) {
                files.add(copy(one, "f" + i));
            }
        }
        NearDuplicates found = NearDuplicateSearch.find(files, new RecurringLines(files));
        assertThat(found.origins()).hasSize(20_000).containsEntry("f77", "f0");
    }
}
