package ibid.search.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ViewComparisonTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "What do Norland and Sudria say about the tolls? | Norland;Sudria | the tolls",
                "What did Anna Berg and Rui Falk say about the ferry? | Anna Berg;Rui Falk | the ferry",
                "What do the Town Paper, the Gazette and Norland write on trams? | Town Paper;Gazette;Norland | trams",
                "Compare what Norland and Sudria say about the tolls. | Norland;Sudria | the tolls",
                "Compare the positions of Norland and the Harbour Board on silt | Norland;Harbour Board | silt",
                "Contrast the views of Berg and Falk over \"free ports\" | Berg;Falk | \"free ports\""
            })
    void eachOfThemIsAskedTheSame(String question, String sides, String about) {
        ViewComparison comparison = ViewComparison.in(question).orElseThrow();

        assertThat(comparison.sides()).isEqualTo(List.of(sides.split(";")));
        assertThat(comparison.about()).isEqualTo(about);
        assertThat(comparison.questions())
                .hasSameSizeAs(comparison.sides())
                .allMatch(part -> part.endsWith(" say about " + about + "?"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "What does Norland say about the tolls?",
                "What do critics and supporters say about the tolls?",
                "What did Berg and Falk announce in Oster?",
                "What do Norland and Sudria say?",
                "What do Norland and Sudria see in the pact?",
                "Compare Norland and Sudria",
                ""
            })
    void whatNamesNoTwoWhoSpeakAboutAThingIsNone(String question) {
        assertThat(ViewComparison.in(question)).isEmpty();
    }
}
