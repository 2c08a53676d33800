package ibid.retrieve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StandAloneTest {

    private static String form(String before, String answer, String question) {
        return StandAlone.form(question, List.of(new Earlier(before, before, answer)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            What did Malaysia say about an Asian NATO? | and India?                   | What did India say about an Asian NATO?
            What did Malaysia say about an Asian NATO? | What about the Philippines?  | What did the Philippines say about an Asian NATO?
            What did Gerasimov say about Taiwan?       | and about Japan?             | What did Gerasimov say about Japan?
            When was AUKUS announced?                  | and the Quad?                | When was the Quad announced?
            What is NSATU?                             | How many people does it have? | How many people does NSATU have?
            When was AUKUS announced?                  | Who are its members?         | Who are AUKUS’s members?
            Who is Shigeru Ishiba?                     | When did he resign?          | When did Shigeru Ishiba resign?
            Did India reject the idea?                 | Why?                         | Why did India reject the idea?
            Where is NSATU headquartered?              | When was that?               | When: NSATU headquartered?
            """)
    void putsAFollowUpIntoWordsOfItsOwn(String before, String question, String expected) {
        assertThat(form(before, "", question)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            When was AUKUS announced? | What is the 7th Fleet?
            When was AUKUS announced? | How many troops are there in Japan?
            When was AUKUS announced? | Did Ishiba say that Japan would leave the treaty?
            """)
    void aQuestionThatStandsAloneIsLeftAsItIs(String before, String question) {
        assertThat(form(before, "", question)).isEqualTo(question);
    }

    @Test
    void withoutAConversationNothingChanges() {
        assertThat(StandAlone.form("and India?", List.of())).isEqualTo("and India?");
    }

    @Test
    void aPersonTheAnswerNamedCanBeMeant() {
        assertThat(form("Who proposed it?", "Shigeru Ishiba proposed it in September. [1]", "Where was he born?")).isEqualTo("Where was Shigeru Ishiba born?");
    }

    @Test
    void aChainOfFollowUpsKeepsItsThread() {
        List<Earlier> earlier = List.of(new Earlier("What did Malaysia say about AUKUS?", "What did Malaysia say about AUKUS?", ""),
                new Earlier("and India?", "What did India say about AUKUS?", ""));
        assertThat(StandAlone.form("and Japan?", earlier)).isEqualTo("What did Japan say about AUKUS?");
    }

    @Test
    void whatCannotBeReplacedIsAddedSoThatItIsSearchedFor() {
        assertThat(form("Why did France send the Charles de Gaulle to the Philippine Sea?", "", "Was that criticised in China?"))
                .startsWith("Was that criticised in China (").contains("France").contains("Philippine Sea");
    }
}
