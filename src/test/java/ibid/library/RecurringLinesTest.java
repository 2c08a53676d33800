package ibid.library;

import static ibid.index.Stories.story;
import static ibid.index.Stories.word;
import static org.assertj.core.api.Assertions.assertThat;

import ibid.article.ArticleId;
import ibid.index.Collection;
import ibid.index.IndexSnapshot;
import ibid.index.update.UpdateSummary;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecurringLinesTest {

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
        for (int i = 0; i < 2; i++) {
            collection.with("story" + i, "Harbour Gazette", "2025-01-0" + (i + 1), story(i) + "\n\n" + BOX);
        }
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

    /** A page whose names say nothing, with furniture in elements like the paragraphs'. */
    private static String page(int number) {
        String[] own = story(number).split("\n\n");
        return "<html><head><title>Story " + word(number) + "</title><meta property=\"og:site_name\""
                + " content=\"Sound Tribune\"></head><body><div class=\"c1\"><h1>Story " + word(number) + "</h1>"
                + "<p>Listen to this article, read by a voice that a program made.</p><p>" + own[0] + "</p><p>" + own[1]
                + "</p><p>" + BOX + "</p><p>" + own[2] + "</p><p>Article continues after this advertisement</p><p>"
                + own[3] + "</p><p>" + own[4] + "</p><p>The Tribune is owned by its readers, and every subscription"
                + " keeps a reporter on the quay.</p><p>" + own[5] + "</p><p>The Tribune corrects its mistakes as soon"
                + " as it learns of them.</p></div></body></html>";
    }

    @Test
    void ofAnArchiveOfPagesOnlyTheArticlesOwnParagraphsAreLeft() {
        for (int i = 0; i < 12; i++) {
            collection.with("page" + i + ".html", page(i));
        }
        collection.update();
        for (int i = 0; i < 12; i++) {
            assertThat(text("page" + i + "-html")).isEqualTo(story(i));
        }
    }

    @Test
    void itComesBackWhereTheFilesThatShareItAreGone() {
        for (int i = 0; i < 3; i++) {
            collection.with("story" + i, "Harbour Gazette", "2025-01-0" + (i + 1), story(i) + "\n\n" + BOX);
        }
        collection.update();
        collection.without("story2.md").update();
        assertThat(text("story0")).contains(BOX);
    }

    @Test
    void linesOfOtherOutletsAreNotFurniture() {
        for (int i = 0; i < 3; i++) {
            collection.with("story" + i, "Paper " + word(i), "2025-01-0" + (i + 1), story(i) + "\n\n" + BOX);
        }
        collection.update();
        assertThat(text("story0")).contains(BOX);
    }

    @Test
    void repeatedBackgroundIsNotFurniture() {
        String background = "The summit of 1986 in Reykjavik ended without a treaty after two days of talks.";
        for (int i = 0; i < 4; i++) {
            collection.with(
                    "story" + i,
                    "Harbour Gazette",
                    "2025-01-0" + (i + 1),
                    story(i) + "\n\n" + background + "\n\n" + story(i + 40));
        }
        collection.update();
        for (int i = 0; i < 4; i++) {
            assertThat(text("story" + i)).contains(background);
        }
    }

    @Test
    void filesOfUnknownOutletsHaveNoFurnitureInCommon() {
        for (int i = 0; i < 4; i++) {
            collection.with("story" + i, "", "2025-01-0" + (i + 1), story(i) + "\n\n" + BOX);
        }
        collection.update();
        assertThat(text("story0")).contains(BOX);
    }

    @Test
    void copiesDoNotMakeTheirLinesFurniture() {
        for (int i = 0; i < 4; i++) {
            collection.with("copy" + i, "Harbour Gazette", "2025-01-0" + (i + 1), story(4));
        }
        collection.update();
        assertThat(text("copy3")).isEqualTo(text("copy0")).contains("sailed on.");
    }

    @Test
    void articlesWrittenByAFormKeepTheirWords() {
        for (int i = 0; i < 4; i++) {
            collection.with(
                    "weather" + i,
                    "Harbour Gazette",
                    "2025-01-0" + (i + 1),
                    "Day " + word(i)
                            + " is like this.\n\nThe wind comes from the west.\n\nThe sea is calm at the "
                            + "mole.\n\nThe night is dry and mild.\n\nSmall boats may leave the harbour.");
        }
        collection.update();
        assertThat(text("weather2")).contains("The wind comes from the west.", "Small boats may leave the harbour.");
    }

    @Test
    void theOrderInWhichFilesCameChangesNothing() {
        for (int i = 0; i < 3; i++) {
            collection
                    .with("story" + i, "Harbour Gazette", "2025-01-0" + (i + 1), story(i) + "\n\n" + BOX)
                    .update();
        }
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
