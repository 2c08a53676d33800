package ibid.answer.question;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerTypeTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            When was AUKUS announced?                  | DATE
            what year was the quad founded             | DATE
            How many troops are in Japan?              | NUMBER
            Why did Ishiba keep silent?                | REASON
            What did Malaysia say about NATO?          | STATEMENT
            Kenneth Weinstein's view of the plan?      | STATEMENT
            Who leads the review?                      | PERSON
            Where is NSATU headquartered?              | PLACE
            What is AUKUS?                             | DEFINITION
            Does the Quad have a secretariat?          | YES_NO
            Which is older, the Quad or ASEAN?         | CHOICE
            what happened at the summit                | ANY
            """)
    void wordingDeterminesTheType(String question, AnswerType type) {
        assertThat(AnswerType.of(question)).isEqualTo(type);
    }
}
