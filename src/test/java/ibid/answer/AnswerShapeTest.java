package ibid.answer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerShapeTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            What happened between 2004 and 2017 with the Quad?             | TIMELINE
            Give me a timeline of AUKUS                                    | TIMELINE
            How do India and South Korea differ on an Asian NATO?          | COMPARISON
            What is the difference between ANZUS and SEATO?                | COMPARISON
            What do the articles say about Taiwan?                         | OVERVIEW
            tell me about aukus                                            | OVERVIEW
            Summarise the debate on Article 9                              | OVERVIEW
            Which countries sent carriers to the Pacific?                  | LIST
            Name the members of SEATO                                      | LIST
            Who proposed an Asian NATO?                                    | PROSE
            How many troops are in Japan?                                  | PROSE
            When was AUKUS announced?                                      | PROSE
            """)
    void wordingDeterminesTheShape(String question, AnswerShape shape) {
        assertThat(AnswerShape.of(question)).isEqualTo(shape);
    }
}
