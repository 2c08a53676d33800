package ibid.answer.question;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AskedTermTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            What is Title 42?                         | Title 42                   | false | false
            what's a ferry passport                   | ferry passport             | false | false
            What is the 5-4-3-2 formula?              | 5-4-3-2 formula            | false | false
            What was the Declaration of Independence? | Declaration of Independence | false | false
            Define proxy war                          | proxy war                  | false | false
            what does dry january mean?               | dry january                | false | false
            What does NATO stand for?                 | NATO                       | false | true
            Who is Mark Rutte?                        | Mark Rutte                 | true  | false
            who is sanae takaichi                     | sanae takaichi             | true  | false
            What is a cog railway, as explained there?  | cog railway              | false | false
            What is meant by 'dry ice' when it smokes? | dry ice                   | false | false
            """)
    void aTermIsAskedFor(String question, String text, boolean isPerson, boolean isAcronym) {
        assertThat(AskedTerm.of(question)).contains(new AskedTerm(text, isPerson, isAcronym));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "What is the boiling point of water?",
                "What was Liz Hall's salary as mayor?",
                "What is happening in Gaza?",
                "What is the difference between a fjord and a bay?",
                "Who is the president of Peru?",
                "Who is Peru's first female president?",
                "Who was arrested?",
                "What is the plan?",
                "Who won the Derby?"
            })
    void whatIsToldAboutSomethingIsNoTerm(String question) {
        assertThat(AskedTerm.of(question)).isEmpty();
    }
}
