package ibid.answer.extract;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.answer.Draft;
import ibid.answer.DraftSentence;
import ibid.index.Collection;
import ibid.search.comparison.ComparisonSides;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RowGroupingTest {

    @TempDir
    private Path folder;

    private Collection collection;

    @BeforeEach
    void open() {
        collection = new Collection(folder);
        collection
                .with(
                        "one",
                        "Harbour Gazette",
                        "2025-03-03",
                        "The ferry Aurelia was launched in May 2016. Norway wants the ferry Aurelia for its "
                                + "western fjords.")
                .with(
                        "two",
                        "Town Paper",
                        "2025-06-01",
                        "The ferry Aurelia was sold on 1 March 2025. Sweden calls the ferry Aurelia a wreck.");
        collection.update();
    }

    @AfterEach
    void close() {
        collection.close();
    }

    private List<DraftSentence> rows(String question) {
        Draft draft = Rankings.writer().draft(Rankings.of(collection, question));
        return draft instanceof Draft.Written written ? written.sentences() : List.of();
    }

    @Test
    void aTimelineIsInOrderOfDays() {
        assertThat(rows("Give me a timeline of the ferry Aurelia"))
                .extracting(sentence -> sentence.details().label())
                .startsWith("May 2016")
                .contains("1 March 2025")
                .isSubsetOf("May 2016", "1 March 2025");
    }

    /** Of an article of 8 November 2024; it was once dated January 2024. */
    @Test
    void aComingDayIsInTheYearToCome() {
        collection
                .with("three", "Pier News", "2024-11-08", "The ferry Aurelia will be shown to buyers on 15 January.")
                .update();
        assertThat(rows("Give me a timeline of the ferry Aurelia"))
                .extracting(sentence -> sentence.details().label())
                .contains("15 January 2025");
    }

    @Test
    void aTimelineKeepsToItsBounds() {
        assertThat(rows("What happened between 2020 and 2025 to the ferry Aurelia?"))
                .extracting(sentence -> sentence.details().label())
                .containsExactly("1 March 2025");
    }

    @Test
    void aRowHasTheDayWithinTheBoundsThoughTheSentenceNamesAnEarlierOne() {
        collection
                .with(
                        "four",
                        "Pier News",
                        "2025-09-08",
                        "The ferry Aurelia, laid up on 4 June 2018, was broken up on" + " 2 August 2025.")
                .update();
        assertThat(rows("What happened between 2020 and 2025 to the ferry Aurelia?"))
                .extracting(sentence -> sentence.details().date().orElseThrow())
                .containsExactly(LocalDate.of(2025, 3, 1), LocalDate.of(2025, 8, 2));
    }

    @Test
    void aComparisonSetsTheSidesSideBySide() {
        assertThat(rows("How do Norway and Sweden differ on the ferry Aurelia?"))
                .extracting(sentence -> sentence.details().label())
                .containsExactly("Norway", "Sweden");
    }

    @Test
    void anUncoveredSideIsNamed() {
        collection.without("two.md").update();
        Draft draft = Rankings.writer()
                .draft(Rankings.of(collection, "How do Norway and insurers differ on the ferry Aurelia?"));
        assertThat(draft)
                .isInstanceOfSatisfying(
                        Draft.Written.class,
                        written -> assertThat(written.missing()).contains("insurers"));
    }

    @Test
    void anOverviewNamesThePublisherOfEachRow() {
        assertThat(rows("What do the articles say about the ferry Aurelia?"))
                .extracting(sentence -> sentence.details().label())
                .contains("Harbour Gazette, 3 March 2025", "Town Paper, 1 June 2025");
    }

    @Test
    void readsTheTwoSidesFromTheQuestion() {
        assertThat(ComparisonSides.in("How do India and South Korea differ on an Asian NATO?"))
                .containsExactly("India", "South Korea");
        assertThat(ComparisonSides.in("What is the difference between ANZUS and SEATO?"))
                .containsExactly("ANZUS", "SEATO");
        assertThat(ComparisonSides.in("Compare the Quad with AUKUS")).containsExactly("Quad", "AUKUS");
        assertThat(ComparisonSides.in("What differs?")).isEmpty();
    }
}
