package ibid.answer.question;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.index.Collection;
import ibid.search.HybridRetriever;
import ibid.search.Query;
import ibid.search.Ranking;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The names of a question, as the passages found write them, and what they may be told by. */
class QuestionNamesTest {

    private static final String NEWS = """
            The harbour of Bergen was closed for a day. Last week Lindqvist told the council that the Marsh Bridge
            is safe.
            Norway thanked Sweden. According to Lindqvist the Royal Yacht may pass, and so may a yacht from North Korea.
            Both signed the Helgeland Treaty.
            """;

    @TempDir
    private Path folder;

    private Collection collection;

    @BeforeEach
    void open() {
        collection = new Collection(folder).with("news", "Wire", "2025-03-04", NEWS);
        collection.update();
    }

    @AfterEach
    void close() {
        collection.close();
    }

    private QuestionAnalysis analysis(String question) {
        Ranking ranking =
                new HybridRetriever(collection.index(), collection.embedder()).retrieve(new Query(question), 12);
        return QuestionAnalysis.of(question, ranking);
    }

    private List<String> names(String question) {
        return analysis(question).names().stream().map(QuestionName::text).toList();
    }

    @Test
    void aNameWrittenSmallHasItsCapitals() {
        assertThat(analysis("what did lindqvist say about the marsh bridge").text())
                .isEqualTo("what did Lindqvist say about the Marsh Bridge");
    }

    @Test
    void aMisspeltWordIsReadAsThePassagesSpellIt() {
        String lighthouse = "The lighthouse of Skagen was painted.";
        for (String id : List.of("one", "two", "three")) {
            collection.with(id, "Wire", "2025-03-0" + id.length(), lighthouse + " Nobody saw " + id + " of them.");
        }
        collection.update();
        assertThat(analysis("Who painted the ligthhouse?").text()).isEqualTo("Who painted the lighthouse?");
        assertThat(analysis("Who saw lighthouses?").text()).isEqualTo("Who saw lighthouses?");
    }

    @Test
    void namesJoinedByDashesAreNamesOfTheirOwn() {
        assertThat(names("Who paid for the Lindqvist-Rao meeting?")).containsExactly("Lindqvist", "Rao");
        assertThat(names("Who sails in the Indo-Pacific?")).containsExactly("Indo-Pacific");
        assertThat(names("Who praised the US-Norway talks?")).contains("US", "Norway");
    }

    @Test
    void aSeatOfGovernmentMeansItsCountry() {
        QuestionName house = analysis("Who left the White House?").names().getFirst();
        assertThat(house.isMeantBy("us"::equals)).isTrue();
        assertThat(house.isMeantBy("norway"::equals)).isFalse();
    }

    @Test
    void aWordThatThePassagesAlsoWriteSmallIsNoName() {
        assertThat(names("how long was the harbour closed")).isEmpty();
    }

    @Test
    void aPartOfALongerNameIsNoName() {
        assertThat(names("may the royal one pass")).isEmpty();
        assertThat(names("who signed the treaty")).isEmpty();
        assertThat(names("who signed the helgeland treaty")).containsExactly("Helgeland Treaty");
    }

    @Test
    void aNameMayOpenTheQuestion() {
        assertThat(names("Lindqvist's remark on the harbour?")).containsExactly("Lindqvist");
    }

    @Test
    void aCountryOfTwoWordsIsOneName() {
        assertThat(names("may the north koreans pass")).containsExactly("North Koreans");
    }

    @Test
    void aCountryIsANameThoughNoPassageHasIt() {
        assertThat(names("how much does mongolia pay for the harbour")).containsExactly("Mongolia");
    }

    @Test
    void aQuestionWordHasItsApostrophe() {
        QuestionAnalysis question = analysis("whos the captain of the royal yacht");
        assertThat(question.text()).startsWith("who's the captain");
        assertThat(question.type()).isEqualTo(AnswerType.PERSON);
    }

    @Test
    void aMonthBesideANumberHasItsCapital() {
        assertThat(analysis("what did lindqvist say in dec 2022").text())
                .isEqualTo("what did Lindqvist say in Dec 2022");
    }

    @Test
    void aCapitalMayBeToldByItsCountry() {
        QuestionName beijing = analysis("How did Beijing respond?").names().getFirst();
        assertThat(beijing.isMeantBy(Set.of("china")::contains)).isTrue();
        assertThat(beijing.isMeantBy(Set.of("japan")::contains)).isFalse();
        QuestionName korea = analysis("What did Korea say?").names().getFirst();
        assertThat(korea.isMeantBy(Set.of("southkorea")::contains)).isTrue();
    }

    @Test
    void quotedWordsAreFoundInASentence() {
        QuestionAnalysis question = analysis("Who called the bridge 'a danger to shipping'?");
        assertThat(question.quotes("The pilots call it a danger to shipping.")).isTrue();
        assertThat(question.quotes("The pilots call it safe.")).isFalse();
        assertThat(analysis("What's the pilots' view of it, and who's against?").quotes("It's safe."))
                .isFalse();
    }
}
