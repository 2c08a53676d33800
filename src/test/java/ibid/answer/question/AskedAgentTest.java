package ibid.answer.question;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AskedAgentTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Who attacked the mayor?            | AGENT   | assaulted
            Who won the Derby?                 | AGENT   | winner
            Who has won the Derby?             | AGENT   | wins
            Who is leading the review?         | AGENT   | leads
            Who was arrested?                  | PATIENT | arrested
            Who is the prime minister of Nepal? | OFFICE | minister
            Who's the CEO of Voltra?           | OFFICE  | ceo
            Which Fijian minister signed it?   | AGENT   | signed
            Which Fijian heiress bought it?    | AGENT   | acquired
            What is the name of the admiral in charge? | OFFICE | admiral
            """)
    void theWordingTellsHowThePersonIsTied(String question, AskedAgent.Relation relation, String word) {
        AskedAgent asked = AskedAgent.of(question);
        assertThat(asked.relation()).isEqualTo(relation);
        assertThat(asked.isTold(word)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"Who did the mayor attack?, NONE", "When did it end?, NONE"})
    void anObjectIsNotAnAgent(String question, AskedAgent.Relation relation) {
        assertThat(AskedAgent.of(question).relation()).isEqualTo(relation);
    }
}
