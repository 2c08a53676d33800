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
            Who is Mark Rutte?                         | DEFINITION
            Who is the mayor of Oslo?                  | PERSON
            Can you tell me who leads the review?      | PERSON
            Did Malaysia reject the plan?              | YES_NO
            What is the population of Fiji?            | NUMBER
            How hot did it get?                        | NUMBER
            What time does it start?                   | NUMBER
            What is the unemployment rate?             | NUMBER
            Is the bridge or the tower older?          | CHOICE
            Who was killed or injured?                 | PERSON
            Who proposed an Asian NATO?                | PERSON
            Which think tank did she write for?        | ANY
            In which inn did the crew call?            | ANY
            What was the tanker in the group called?   | ANY
            Which clubs grew according to Rao?         | ANY
            What objection did Fiji raise?             | STATEMENT
            Which former Fijian minister signed it?    | PERSON
            What is the name of the fleet's admiral?   | PERSON
            What is the name of the fleet's flagship?  | ANY
            What did Rao say about how fast it works?  | STATEMENT
            What did he tell parliament about tolls?   | STATEMENT
            How does Rao explain the delay?            | STATEMENT
            How many people did Rao tell about it?     | NUMBER
            From what date did it apply?               | DATE
            What is meant by 'snow line' when Rao describes it? | DEFINITION
            """)
    void wordingDeterminesTheType(String question, AnswerType type) {
        assertThat(AnswerType.of(question)).isEqualTo(type);
    }
}
