package ibid.answer.parts;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.answer.AnswerShape;
import ibid.answer.Draft;
import ibid.answer.DraftSentence;
import ibid.answer.extract.Rankings;
import ibid.index.Collection;
import ibid.search.Ranking;
import ibid.search.parts.SubQuestions;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Over real rankings of a small collection; every word of it is made up. */
class PartDraftsTest {

    @TempDir
    private Path folder;

    private Collection collection;

    @BeforeEach
    void open() {
        collection = new Collection(folder);
        collection
                .with(
                        "choir",
                        "Town Paper",
                        "2025-02-01",
                        "The Lindau Choir has 80 members. The Lindau Choir was founded in 1901.")
                .with(
                        "orchestra",
                        "Town Paper",
                        "2025-03-01",
                        "The Bregenz Orchestra has 55 members. The Bregenz Orchestra was founded in 1950.")
                .with("bridge", "Harbour Gazette", "2025-03-03", "The Kattegat bridge was opened in 1999. It is long.");
        collection.update();
    }

    @AfterEach
    void close() {
        collection.close();
    }

    private Draft.Extracted draft(String question) {
        SubQuestions questions = SubQuestions.of(question);
        List<Draft.Extracted> drafts = questions.questions().stream()
                .map(part -> Rankings.writer().draft(ranking(part)))
                .toList();
        return PartDrafts.joined(questions, drafts);
    }

    private Ranking ranking(String question) {
        return Rankings.of(collection, question);
    }

    private Draft.Written written(String question) {
        return (Draft.Written) draft(question);
    }

    @Test
    void theSideWithTheGreaterValueIsTheShortAnswer() {
        Draft.Written draft = written("Which has more members, the Lindau Choir or the Bregenz Orchestra?");

        assertThat(draft.shape()).isEqualTo(AnswerShape.COMPARISON);
        assertThat(draft.shortAnswer().orElseThrow().text())
                .startsWith("the Lindau Choir: 80")
                .endsWith("against 55");
        assertThat(draft.shortAnswer().orElseThrow().citations()).hasSizeGreaterThanOrEqualTo(2);
        assertThat(draft.sentences())
                .extracting(sentence -> sentence.details().label())
                .containsExactly("the Lindau Choir", "the Bregenz Orchestra");
        assertThat(draft.missing()).isEmpty();
    }

    @Test
    void theLesserValueWinsWhereLessIsAskedFor() {
        Draft.Written draft = written("Which has fewer members, the Lindau Choir or the Bregenz Orchestra?");

        assertThat(draft.shortAnswer().orElseThrow().text()).startsWith("the Bregenz Orchestra: 55");
    }

    @Test
    void theEarlierDayWins() {
        Draft.Written draft = written("Which was founded first, the Lindau Choir or the Bregenz Orchestra?");

        assertThat(draft.shortAnswer().orElseThrow().text()).startsWith("the Lindau Choir: 1901");
    }

    @Test
    void aSideThatIsNotFoundIsNamedAndNothingIsCompared() {
        Draft.Written draft = written("Which has more members, the Lindau Choir or the Zanzibar Band?");

        assertThat(draft.shortAnswer()).isEmpty();
        assertThat(draft.missing()).isEqualTo("I found nothing to compare for “the Zanzibar Band”.");
    }

    @Test
    void aPartThatIsNotAnsweredIsNamedInTheReadersWords() {
        Draft.Written draft = written("When was the Kattegat bridge opened, and who owns the Zanzibar Band?");

        assertThat(draft.missing()).isEqualTo("I found no answer I trust to “who owns the Zanzibar Band”.");
        assertThat(draft.sentences())
                .extracting(DraftSentence::text)
                .contains("The Kattegat bridge was opened in 1999.");
    }

    @Test
    void theShortAnswersOfThePartsAreJoined() {
        Draft.Written draft =
                written("When was the Kattegat bridge opened, and when was the Bregenz Orchestra founded?");

        assertThat(draft.shortAnswer().orElseThrow().text())
                .contains("1999")
                .contains("; ")
                .contains("1950");
    }

    @Test
    void whereNoPartIsAnsweredTheWholeIsDeclined() {
        assertThat(draft("Who owns the Zanzibar Band, and when was the Zanzibar Band founded?"))
                .isInstanceOf(Draft.Nothing.class);
    }
}
