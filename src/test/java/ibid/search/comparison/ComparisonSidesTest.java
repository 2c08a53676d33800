package ibid.search.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ComparisonSidesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "How do Norland and East Sudria differ on fishing? | Norland | East Sudria",
                "In what way do the mayor and the council disagree? | mayor | council",
                "What is the difference between a canal and a river? | canal | river",
                "Compare Norland to Sudria | Norland | Sudria",
                "Contrast the Norland plan with the Sudria plan over tolls. | Norland plan | Sudria plan",
                "What do Norland and Sudria see in the pact? | Norland | Sudria",
                "Where do Norland and Sudria disagree? | Norland | Sudria",
                "Compare Norland and Sudria as to tolls. | Norland | Sudria"
            })
    void theSidesAreNamedWithoutTheirArticles(String question, String first, String second) {
        assertThat(ComparisonSides.in(question)).containsExactly(first, second);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "How do Norland's ferries run?",
                "Who sold the mill and the bakery?",
                "What is the difference between them?",
                "Compare Norland with",
                "How do",
                ""
            })
    void aQuestionThatNamesNoTwoSidesHasNone(String question) {
        assertThat(ComparisonSides.in(question)).isEmpty();
    }
}
