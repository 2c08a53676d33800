package ibid.answer.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PronounOpeningTest {

    private static String opening(String sentence, PronounOpening found) {
        return sentence.substring(0, found.end());
    }

    @ParameterizedTest
    @CsvSource({"He sold the mill., He", "Her boat sank., Her", "“She sold it., “She", "But his boat sank., But his"})
    void aPersonsPronounOpensTheSentence(String sentence, String opening) {
        assertThat(opening(sentence, PronounOpening.of(sentence).orElseThrow())).isEqualTo(opening);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "They sold the mill. | They",
                "Its roof leaked. | Its",
                "This took a year. | This",
                "Both refused. | Both",
                "However, they refused. | However, they",
                "Since then it has leaked. | Since then it",
                "The latter refused. | The latter",
                "The two refused. | The two",
                "(Those refused.) | (Those"
            })
    void soDoOtherPronounsAndWordsThatPointBack(String sentence, String opening) {
        Optional<PronounOpening> found = PronounOpening.of(sentence);
        assertThat(found.map(one -> opening(sentence, one))).isEqualTo(Optional.ofNullable(opening));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"It is ready to sell the mill.", "It is aware that the mill burned.", "It said that it burned."})
    void anItThatActsPointsBack(String sentence) {
        assertThat(PronounOpening.of(sentence)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The mill burned.",
                "Item one was sold.",
                "Sofia sold it.",
                "Butter was sold to them.",
                "However, Sofia sold it.",
                "It is said that the mill burned.",
                "It would be very difficult to sell it.",
                "It does not follow that the mill burned.",
                "The",
                "“",
                ""
            })
    void anyOtherHeadOpensWithNoPronoun(String sentence) {
        assertThat(PronounOpening.of(sentence)).isEmpty();
    }
}
