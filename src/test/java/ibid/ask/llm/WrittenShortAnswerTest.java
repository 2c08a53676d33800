package ibid.ask.llm;

import static ibid.ask.llm.DictatedLlm.cited;
import static org.assertj.core.api.Assertions.assertThat;

import ibid.ask.Answer;
import ibid.ask.AnswerEvent;
import ibid.ask.UserQuestion;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The short answer above a language model's sentences. */
class WrittenShortAnswerTest {

    @TempDir
    private Path folder;

    private DictatedLlm dictated;

    @BeforeEach
    void open() {
        dictated = new DictatedLlm(folder);
        dictated.collection()
                .with("voyage", "Fjord Times", "2025-05-02", """
                        The schooner Halkyon called at the ports of Odda, Stord and Florø in April. \
                        Captain Ines Solberg commanded the schooner Halkyon. The schooner Halkyon stayed in \
                        Odda because a storm had broken her mast. The schooner Halkyon carried 41 passengers.
                        """)
                .with("correction", "Fjord Times", "2025-05-09", """
                        Correction: In our report of 2 May we said that the lighthouse of Grip has 9,000 \
                        visitors a year. The right figure is 900 visitors.
                        """)
                .with(
                        "lighthouse",
                        "Fjord Times",
                        "2025-05-02",
                        "The lighthouse of Grip has 9,000 visitors a year. The lighthouse of Grip was built in 1888.")
                .update();
    }

    @AfterEach
    void close() {
        dictated.close();
    }

    private Optional<Answer.ShortAnswer> briefly(String question, String written) {
        dictated.llm().to("answer", written);
        return cited(dictated.asked(new UserQuestion(question))).shortAnswer();
    }

    private void assertShort(String question, String written, String expected) {
        assertThat(briefly(question, written).map(Answer.ShortAnswer::text)).contains(expected);
    }

    @Test
    void aFigureIsMarkedWithItsFootnote() {
        Optional<Answer.ShortAnswer> brief = briefly(
                "How many passengers did the schooner Halkyon carry?",
                "The schooner Halkyon carried 41 passengers in all. [S1]");
        assertThat(brief).hasValueSatisfying(shortAnswer -> {
            assertThat(shortAnswer.text()).isEqualTo("41 passengers");
            assertThat(shortAnswer.footnotes()).containsExactly(1);
            assertThat(shortAnswer.independentSources()).isEqualTo(1);
        });
    }

    @Test
    void thePersonWhoDidWhatIsAskedIsMarked() {
        assertShort(
                "Who commanded the schooner Halkyon?",
                "The schooner Halkyon was commanded by Captain Ines Solberg. [S1]",
                "Captain Ines Solberg");
    }

    @Test
    void aDateIsMarked() {
        assertShort("When was the lighthouse of Grip built?", "The lighthouse of Grip was built in 1888. [S1]", "1888");
    }

    @Test
    void everyMemberOfAListIsMarked() {
        assertShort(
                "Which ports did the schooner Halkyon call at?",
                "The schooner Halkyon called at Odda, Stord and Florø. [S1]",
                "Odda, Stord and Florø");
    }

    @Test
    void aListWithAMemberThatNoArticleHasIsNotMarked() {
        dictated.llm().to("answer", "In April the schooner Halkyon called at the ports of Odda, Stord and Bodø. [S1]");
        Answer answer = dictated.asked(new UserQuestion("Which ports did the schooner Halkyon call at?"))
                .answer();
        assertThat(((Answer.Cited) answer)
                        .shortAnswer()
                        .map(Answer.ShortAnswer::text)
                        .orElse(""))
                .doesNotContain("Bodø");
    }

    @Test
    void aCauseIsMarkedWholeWhereTheArticleHasEveryWord() {
        assertShort(
                "Why did the schooner Halkyon stay in Odda?",
                "The schooner Halkyon stayed in Odda because a storm had broken her mast. [S1]",
                "because a storm had broken her mast");
    }

    @Test
    void aSentenceWithTwoFiguresOfTheTypeHasNoShortAnswer() {
        dictated.collection()
                .with(
                        "two",
                        "Fjord Times",
                        "2025-05-03",
                        "The barque Solveig carried 30 passengers in May and 50 passengers in June.")
                .update();
        assertThat(briefly(
                        "How many passengers did the barque Solveig carry?",
                        "The barque Solveig carried 30 passengers in May and 50 passengers in June. [S1]"))
                .isEmpty();
    }

    @Test
    void whatACorrectionWithdrewIsNeitherShownNorMarked() {
        dictated.llm().to("answer", "The lighthouse of Grip has 9,000 visitors a year. [S1]\n[S2]");
        Answer answer = dictated.asked(new UserQuestion("How many visitors does the lighthouse of Grip have?"))
                .answer();
        assertThat(((Answer.Cited) answer)
                        .shortAnswer()
                        .map(Answer.ShortAnswer::text)
                        .orElse(""))
                .doesNotContain("9,000");
    }

    @Test
    void theShortAnswerComesBeforeTheSentenceThatHoldsIt() {
        briefly(
                "How many passengers did the schooner Halkyon carry?",
                "The schooner Halkyon carried 41 passengers in all. [S1]");
        List<Class<?>> kinds = dictated.events().stream()
                .filter(event -> event instanceof AnswerEvent.Short || event instanceof AnswerEvent.Shown)
                .<Class<?>>map(AnswerEvent::getClass)
                .toList();
        assertThat(kinds).startsWith(AnswerEvent.Short.class, AnswerEvent.Shown.class);
    }
}
