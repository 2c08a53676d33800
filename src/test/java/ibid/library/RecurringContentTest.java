package ibid.library;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.article.ArticleId;
import ibid.index.Collection;
import ibid.index.IndexSnapshot;
import ibid.index.UpdateSummary;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecurringContentTest {

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

    /** Six paragraphs that no other number has. */
    private static String story(int number) {
        return IntStream.range(0, 6)
                .mapToObj(i -> "Paragraph " + word(number * 7 + i) + " tells how the " + word(number + i * 3)
                        + " boat met the " + word(number * 5 + i) + " pilot near " + word(number * 11 + i)
                        + " and sailed on.")
                .collect(Collectors.joining("\n\n"));
    }

    private static String word(int number) {
        return "w" + Integer.toString(Math.abs(number * 7919 + 13), 26).replaceAll("\\d", "q");
    }

    private String text(String article) {
        try (IndexSnapshot snapshot = collection.index().snapshot()) {
            return snapshot.article(new ArticleId(article)).orElseThrow().text().value();
        }
    }

    private List<String> removed(String article) {
        try (IndexSnapshot snapshot = collection.index().snapshot()) {
            return snapshot.article(new ArticleId(article)).orElseThrow().removed();
        }
    }

    @Test
    void aLineThatThreeFilesOfAnOutletHaveIsTakenOutOfAllOfThem() {
        for (int i = 0; i < 2; i++)
            collection.with("story" + i, "Harbour Gazette", "2025-01-0" + (i + 1), story(i) + "\n\n" + BOX);
        collection.update();
        assertThat(text("story0")).contains(BOX);
        collection.with("story2", "Harbour Gazette", "2025-01-03", story(2) + "\n\n" + BOX);
        UpdateSummary update = collection.update();
        assertThat(update.added()).isEqualTo(1);
        assertThat(update.changed()).isEqualTo(2);
        for (int i = 0; i < 3; i++) {
            assertThat(text("story" + i)).doesNotContain(BOX).contains("sailed on.");
            assertThat(removed("story" + i)).contains(BOX);
        }
        assertThat(collection.update().read()).isZero();
    }

    @Test
    void itComesBackWhereTheFilesThatShareItAreGone() {
        for (int i = 0; i < 3; i++)
            collection.with("story" + i, "Harbour Gazette", "2025-01-0" + (i + 1), story(i) + "\n\n" + BOX);
        collection.update();
        collection.without("story2.md").update();
        assertThat(text("story0")).contains(BOX);
    }

    @Test
    void linesOfOtherOutletsAreNobodysFurniture() {
        for (int i = 0; i < 3; i++)
            collection.with("story" + i, "Paper " + word(i), "2025-01-0" + (i + 1), story(i) + "\n\n" + BOX);
        collection.update();
        assertThat(text("story0")).contains(BOX);
    }

    @Test
    void theBackgroundThatFollowUpStoriesRepeatIsNoFurniture() {
        String background = "The summit of 1986 in Reykjavik ended without a treaty after two days of talks.";
        for (int i = 0; i < 4; i++)
            collection.with(
                    "story" + i,
                    "Harbour Gazette",
                    "2025-01-0" + (i + 1),
                    story(i) + "\n\n" + background + "\n\n" + story(i + 40));
        collection.update();
        for (int i = 0; i < 4; i++) assertThat(text("story" + i)).contains(background);
    }

    @Test
    void filesOfUnknownOutletsHaveNoFurnitureInCommon() {
        for (int i = 0; i < 4; i++) collection.with("story" + i, "", "2025-01-0" + (i + 1), story(i) + "\n\n" + BOX);
        collection.update();
        assertThat(text("story0")).contains(BOX);
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
            assertThat(snapshot.copies().of(new ArticleId("one"))).containsExactly(new ArticleId("two"));
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
            assertThat(snapshot.copies().of(new ArticleId("one"))).containsExactly(new ArticleId("two"));
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
            assertThat(snapshot.copies().originOf(new ArticleId("late"))).isEqualTo(new ArticleId("first"));
            assertThat(snapshot.copies().of(new ArticleId("first")))
                    .containsExactly(new ArticleId("late"), new ArticleId("middle"));
            assertThat(snapshot.copies().of(new ArticleId("other"))).isEmpty();
        }
    }

    /** B is like A and like C, who are not like one another. */
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
                assertThat(snapshot.copies().of(new ArticleId(names.get(0))))
                        .as("%s", names)
                        .hasSize(2);
                assertThat(snapshot.copies().originOf(new ArticleId(names.get(2))))
                        .isEqualTo(new ArticleId(names.get(0)));
            }
        }
    }

    @Test
    void aThousandCopiesTakeNoMillionLooks() {
        List<RecurringContent.Entry> entries = new java.util.ArrayList<>();
        collection
                .with("one", "Paper A", "2025-01-02", story(1) + "\n\n" + story(2))
                .update();
        try (IndexSnapshot snapshot = collection.index().snapshot()) {
            RecurringContent.Entry one = snapshot.ledger().getFirst();
            for (int i = 0; i < 20_000; i++)
                entries.add(new RecurringContent.Entry("f" + i + ".md", "f" + i, one.print(), ""));
        }
        org.junit.jupiter.api.Assertions.assertTimeout(
                java.time.Duration.ofSeconds(20),
                () -> assertThat(new RecurringContent(entries).origins(file -> true))
                        .hasSize(20_000)
                        .containsEntry("f77", "f0"));
    }

    @Test
    void copiesDoNotMakeTheirLinesFurniture() {
        for (int i = 0; i < 4; i++) collection.with("copy" + i, "Harbour Gazette", "2025-01-0" + (i + 1), story(4));
        collection.update();
        assertThat(text("copy3")).isEqualTo(text("copy0")).contains("sailed on.");
    }

    @Test
    void articlesWrittenByAFormKeepTheirWords() {
        for (int i = 0; i < 4; i++)
            collection.with(
                    "weather" + i,
                    "Harbour Gazette",
                    "2025-01-0" + (i + 1),
                    "Day " + word(i)
                            + " is like this.\n\nThe wind comes from the west.\n\nThe sea is calm at the mole.\n\nThe night is dry and mild.\n\nSmall boats may leave the harbour.");
        collection.update();
        assertThat(text("weather2")).contains("The wind comes from the west.", "Small boats may leave the harbour.");
    }

    @Test
    void theOrderInWhichFilesCameChangesNothing() {
        for (int i = 0; i < 3; i++)
            collection
                    .with("story" + i, "Harbour Gazette", "2025-01-0" + (i + 1), story(i) + "\n\n" + BOX)
                    .update();
        String generation = generation();
        collection.rebuild();
        assertThat(generation().replaceFirst(".*-", "")).isEqualTo(generation.replaceFirst(".*-", ""));
    }

    private String generation() {
        try (IndexSnapshot snapshot = collection.index().snapshot()) {
            return snapshot.generation();
        }
    }
}
