package ibid.search.rewrite;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleQueryRewriterTest {

    private static final QueryRewriter REWRITER = new RuleQueryRewriter();

    private static String form(String before, String answer, String question) {
        return REWRITER.rewrite(question, List.of(new EarlierTurn(before, before, answer)))
                .text();
    }

    /** The stand-alone form of the last question, after each earlier one was rewritten. */
    private static String talk(String... questions) {
        List<EarlierTurn> earlier = new ArrayList<>();
        for (String question : questions) {
            earlier.add(new EarlierTurn(
                    question, REWRITER.rewrite(question, earlier).text(), ""));
        }
        return earlier.getLast().query();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            What did Malaysia say about an Asian NATO? | and India?                   | What did India say about an \
            Asian NATO?
            What did Malaysia say about an Asian NATO? | What about the Philippines?  | What did the Philippines say \
            about an Asian NATO?
            What did Gerasimov say about Taiwan?       | and about Japan?             | What did Gerasimov say about \
            Japan?
            what did the foreign minister say of NATO? | and India?                   | what did the foreign minister \
            say of India?
            When was AUKUS announced?                  | and the Quad?                | When was the Quad announced?
            What is NSATU?                             | How many people does it have? | How many people does NSATU \
            have?
            When was AUKUS announced?                  | Who are its members?         | Who are AUKUS’s members?
            Who is Shigeru Ishiba?                     | When did he resign?          | When did Shigeru Ishiba resign?
            Did India reject the idea?                 | Why?                         | Why did India reject the idea?
            Where is NSATU headquartered?              | When was that?               | When is NSATU headquartered?
            How many troops did Japan have in 2022?    | and in 2023?                 | How many troops did Japan have \
            in 2023?
            How many troops does Japan have?           | in 2023?                     | How many troops does Japan \
            have in 2023?
            Is Japan or China closer to Taiwan?        | Which is bigger?             | Which is bigger, Japan or \
            China?
            Did AUKUS or the Quad come first?          | Who leads the latter?        | Who leads the Quad?
            """)
    void putsAFollowUpIntoWordsOfItsOwn(String before, String question, String expected) {
        assertThat(form(before, "", question)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Who commands the 7th Fleet?                            | How many ships does it have?        | How many \
            ships does the 7th Fleet have?
            How do you know when your garage door opener is broken? | How much does it cost?             | How much \
            does the garage door opener cost?
            How do you know when your garage door opener is broken? | How do I choose a new one?         | How do I \
            choose a new garage door opener?
            Tell me about nuclear submarines.                      | How are they made?                  | How are \
            nuclear submarines made?
            When did social security start in the US?              | Was it mandatory?                   | Was social \
            security mandatory?
            Where in Wiesbaden is the Ukraine command housed?      | How many people work there?         | How many \
            people work at the Ukraine command in Wiesbaden?
            Who leads the Pentagon's look at AUKUS?                | When is it to be done?              | When is \
            the Pentagon's look at AUKUS to be done?
            """)
    void aPronounIsReplacedByItsReferent(String before, String question, String expected) {
        assertThat(form(before, "", question)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            What is dengue fever?                    | What are the symptoms?               | What are the symptoms of \
            dengue fever?
            What is AUKUS?                           | what about costs?                    | What about costs of AUKUS?
            What did Japan say about an Asian NATO?  | How did Beijing respond?             | How did Beijing respond \
            to what Japan said about an Asian NATO?
            When was AUKUS announced?                | What did the minister say?           | What did the minister \
            say about AUKUS?
            When was AUKUS announced?                | Are there others?                    | Are there others \
            besides AUKUS?
            When was AUKUS announced?                | Who paid for that?                   | Who paid for AUKUS?
            What is ASEAN?                           | OK, different thing: who won the cup? | who won the cup?
            """)
    void whatIsLeftUnsaidIsAdded(String before, String question, String expected) {
        assertThat(form(before, "", question)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            When was AUKUS announced? | What is the 7th Fleet?
            When was AUKUS announced? | How many troops are there in Japan?
            When was AUKUS announced? | Did Ishiba say that Japan would leave the treaty?
            What is ASEAN?            | What is AUKUS?
            What is ASEAN?            | Who is the prime minister of Japan?
            What is ASEAN?            | Why did Japan change its constitution?
            What is ASEAN?            | What is inflation?
            """)
    void aQuestionThatStandsAloneIsLeftAsItIs(String before, String question) {
        assertThat(form(before, "", question)).isEqualTo(question);
    }

    @Test
    void withoutAConversationNothingChanges() {
        assertThat(REWRITER.rewrite("and India?", List.of()).text()).isEqualTo("and India?");
    }

    @Test
    void aPersonTheAnswerNamedCanBeMeant() {
        assertThat(form("Who proposed it?", "Shigeru Ishiba proposed it in September. [1]", "Where was he born?"))
                .isEqualTo("Where was Shigeru Ishiba born?");
    }

    @Test
    void aChainOfFollowUpsKeepsItsThread() {
        assertThat(talk("What did Malaysia say about AUKUS?", "and India?", "and Japan?"))
                .isEqualTo("What did Japan say about AUKUS?");
    }

    @Test
    void theSubjectOutlastsAQuestionAboutASideOfIt() {
        assertThat(talk("I would like to learn about food labeling.", "What are the rules?", "Are there any costs?"))
                .isEqualTo("Are there any costs of food labeling?");
    }

    @Test
    void aPronounMeansWhatTheTalkTurnedTo() {
        assertThat(talk(
                        "Tell me about the Ottoman Empire.",
                        "What was the importance of the millet?",
                        "Why was it kept?"))
                .isEqualTo("Why was the millet kept?");
    }

    @Test
    void aNewSubjectTakesTheOldOnesPlace() {
        assertThat(talk("When was AUKUS announced?", "What is the 7th Fleet?", "Where is it based?"))
                .isEqualTo("Where is the 7th Fleet based?");
    }

    @Test
    void whatCannotBeReplacedIsAddedSoThatItIsSearchedFor() {
        assertThat(form(
                        "Why did France send the Charles de Gaulle to the Philippine Sea?",
                        "",
                        "Was that criticised in China?"))
                .isEqualTo("Was it criticised in China that France sent the Charles de Gaulle to the Philippine Sea?");
    }
}
