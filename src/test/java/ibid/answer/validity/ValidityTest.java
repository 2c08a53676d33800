package ibid.answer.validity;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.answer.Draft;
import ibid.answer.DraftSentence;
import ibid.answer.extract.Rankings;
import ibid.index.Collection;
import ibid.search.Ranking;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValidityTest {

    @TempDir
    Path folder;

    private Collection collection;

    @BeforeEach
    void open() {
        collection = new Collection(folder);
    }

    @AfterEach
    void close() {
        collection.close();
    }

    private Draft.Extracted draft(String question) {
        collection.update();
        Ranking ranking = Rankings.of(collection, question);
        return Rankings.writer().draft(ranking);
    }

    private List<String> answer(String question) {
        return draft(question) instanceof Draft.Written written
                ? written.sentences().stream().map(DraftSentence::text).toList()
                : List.of();
    }

    private String first(String question) {
        return answer(question).getFirst();
    }

    @Test
    void whatIsRightAnswersInPlaceOfWhatWasWithdrawn() {
        collection
                .with("mine", "Mercury", "2025-06-14", "The mine at Kell has a staff of 1,900 workers.")
                .with(
                        "strike",
                        "Mercury",
                        "2025-07-21",
                        "In our report of 14 June we wrongly gave 1,900 workers. The"
                                + " mine at Kell has a staff of 1,090 workers.");
        Draft.Written draft = (Draft.Written) draft("How many workers does the mine at Kell have?");
        assertThat(draft.sentences()).noneMatch(sentence -> sentence.text().contains("1,900"));
        assertThat(draft.shortAnswer().orElseThrow().text()).contains("1,090");
    }

    @Test
    void anotherArticleThatRepeatsAWithdrawnValueDoesNotAnswerWithIt() {
        collection
                .with("mine", "Mercury", "2025-06-14", "The mine at Kell has 1,900 workers.")
                .with(
                        "strike",
                        "Mercury",
                        "2025-07-21",
                        "Our report of 14 June wrongly gave the mine at Kell 1,900" + " workers. It has 1,090 workers.")
                .with("echo", "Herald", "2025-06-20", "According to the Mercury the mine at Kell has 1,900 workers.");
        assertThat(answer("How many workers does the mine at Kell have?"))
                .noneMatch(sentence -> sentence.endsWith("the mine at Kell has 1,900 workers."));
    }

    @Test
    void theSameNumberOfSomethingElseStaysAnAnswer() {
        collection
                .with("mine", "Mercury", "2025-06-14", "The mine at Kell has 1,900 workers.")
                .with(
                        "strike",
                        "Mercury",
                        "2025-07-21",
                        "Our report of 14 June wrongly gave the mine at Kell 1,900" + " workers. It has 1,090 workers.")
                .with("school", "Herald", "2025-06-20", "The school in Port Ansel has 1,900 pupils.");
        assertThat(first("How many pupils does the school in Port Ansel have?")).contains("1,900 pupils");
    }

    @Test
    void whatWasWithdrawnIsShownBesideWhatIsRightIfItIsAskedFor() {
        collection
                .with("mine", "Mercury", "2025-06-14", "The mine at Kell has 1,900 workers.")
                .with(
                        "strike",
                        "Mercury",
                        "2025-07-21",
                        "Our report of 14 June wrongly gave the mine at Kell 1,900"
                                + " workers. It has 1,090 workers.");
        Draft.Written draft = (Draft.Written) draft("How many workers of the mine at Kell were wrongly reported?");
        assertThat(draft.sentences()).anyMatch(sentence -> sentence.text().contains("1,900"));
        assertThat(draft.sentences()).anyMatch(sentence -> sentence.text().contains("1,090"));
        assertThat(draft.shortAnswer()).isEmpty();
    }

    @Test
    void theNewestValueComesFirstAndTheOlderIsReplaced() {
        collection
                .with("old", "Wire", "2019-03-01", "The league of harbours has 14 members.")
                .with("new", "Desk", "2025-03-01", "The league of harbours has 17 members.");
        Draft.Written draft = (Draft.Written) draft("How many members does the league of harbours have?");
        assertThat(draft.sentences().getFirst().text()).contains("17 members");
        assertThat(draft.clashes()).isEmpty();
        assertThat(draft.replacements()).extracting(Draft.Replacement::value).containsExactly("14");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "The league of harbours began with twelve members.",
                "In 1949 the league of harbours had twelve members.",
                "The league of harbours still speaks of twelve members.",
                "The league of harbours was founded by twelve members."
            })
    void aValueOfThePastDoesNotAnswerHowManyThereAre(String past) {
        collection
                .with("past", "Wire", "2025-05-01", past)
                .with("now", "Desk", "2025-03-01", "The league of harbours has 32 members.");
        assertThat(answer("How many members does the league of harbours have?"))
                .singleElement()
                .asString()
                .contains("32 members");
    }

    @Test
    void aValueOfThePastAnswersAQuestionAboutThePast() {
        collection
                .with("past", "Wire", "2025-05-01", "In 1949 the league of harbours had twelve members.")
                .with("now", "Desk", "2025-03-01", "The league of harbours has 32 members.");
        assertThat(answer("How many members did the league of harbours have in 1949?"))
                .anyMatch(sentence -> sentence.contains("twelve"));
    }

    @Test
    void outletsOfOneMonthDisagreeAndDoNotReplaceEachOther() {
        collection
                .with("one", "Wire", "2025-03-01", "The league of harbours has 14 members.")
                .with("two", "Desk", "2025-03-20", "The league of harbours has 17 members.");
        Draft.Written draft = (Draft.Written) draft("How many members does the league of harbours have?");
        assertThat(draft.replacements()).isEmpty();
        assertThat(draft.clashes()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Who is prime minister of Norrholm? | Lena Brandt became prime minister of Norrholm on 3 May 2025.",
                "Who is the prime minister of Norrholm? | Ivar Holm was succeeded by Lena Brandt as prime minister of"
                        + " Norrholm.",
                "Who is prime minister of Norrholm? | The prime minister of Norrholm is Lena Brandt.",
                "Who is prime minister of Norrholm? | Norrholm's prime minister Lena Brandt spoke after her"
                        + " predecessor Ivar Holm."
            })
    void whoHoldsAnOfficeIsTheHolderAsOfTheNewestArticle(String question, String newest) {
        collection
                .with("old", "Wire", "2023-05-01", "Ivar Holm is prime minister of Norrholm. He is 60 years old.")
                .with("older", "Wire", "2024-05-01", "The prime minister of Norrholm, Ivar Holm, opened the bridge.")
                .with("new", "Desk", "2025-06-01", newest);
        assertThat(first(question)).contains("Lena Brandt");
    }

    @Test
    void aFormerHolderDoesNotHoldTheOffice() {
        collection
                .with("old", "Wire", "2024-05-01", "Lena Brandt is prime minister of Norrholm.")
                .with("new", "Desk", "2025-06-01", "The former prime minister of Norrholm, Ivar Holm, wrote a book.");
        assertThat(first("Who is prime minister of Norrholm?")).contains("Lena Brandt");
    }
}
