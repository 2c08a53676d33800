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
            Where is the think tank based?             | PLACE
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
            What are the names of the three hostages?  | PERSON
            What did she tell her staff was a worry?   | STATEMENT
            What's the name of the 41-year-old driver? | PERSON
            What did Rao say about how fast it works?  | STATEMENT
            What did he tell parliament about tolls?   | STATEMENT
            How does Rao explain the delay?            | STATEMENT
            How many people did Rao tell about it?     | NUMBER
            From what date did it apply?               | DATE
            What true tax rate did the paper find?     | NUMBER
            What would the tax on bread be?            | NUMBER
            How strong were the winds on the coast?    | NUMBER
            what does a couple pay for a nursery       | NUMBER
            By what deadline must they apply?          | DATE
            In whose name was the van hired?           | PERSON
            To whom was the ferry sold?                | ANY
            Which two astronauts were on board?        | PERSON
            From which farmers did they buy?           | PERSON
            Which firm sponsors the race?              | ANY
            What lay behind the rise of prices?        | REASON
            What is a tidal bore, as explained there?  | DEFINITION
            In which town, according to Rao, was it?   | PLACE
            As of May 2020, had Rao been ahead?        | YES_NO
            In Rao's study, does the vaccine help?     | YES_NO
            When the bridge fell, who was on it?       | PERSON
            What is meant by 'snow line' when Rao describes it? | DEFINITION
            """)
    void wordingDeterminesTheType(String question, AnswerType type) {
        assertThat(AnswerType.of(question)).isEqualTo(type);
    }
}
