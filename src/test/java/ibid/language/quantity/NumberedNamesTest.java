package ibid.language.quantity;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.language.Lexemes;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumberedNamesTest {

    private static boolean isNamed(String text) {
        return NumberedNames.has(Quantity.all(text).getFirst(), new Lexemes(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "She lives at 10 Downing Street.",
                "It breaks Article 9 of the constitution.",
                "Under Title 42 they were sent home.",
                "A Boeing 737 landed.",
                "They took route 66 west.",
                "He is in reactor no. 4 today.",
                "See page 12 of the report."
            })
    void aNumberOfANameCountsNothing(String text) {
        assertThat(isNamed(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "In Ukraine 20 soldiers died.",
                "They have 12 ships.",
                "The bill passed by 20 votes.",
                "Harris had 226 and Trump 312 electors.",
                "The street has 10 houses."
            })
    void aNumberOfThingsIsNoName(String text) {
        assertThat(isNamed(text)).isFalse();
    }
}
