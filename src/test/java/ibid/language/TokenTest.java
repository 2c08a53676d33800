package ibid.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TokenTest {

    private static List<String> keys(String text) {
        return Token.in(text).stream().map(Token::key).toList();
    }

    @Test
    void contractionsAreTakenApartAndPossessivesDropped() {
        assertThat(keys("He won't, can't and didn't cannot."))
                .containsExactly("he", "will", "not", "can", "not", "and", "did", "not", "can", "not");
        assertThat(keys("Japan’s ministers' plan")).containsExactly("japan", "ministers", "plan");
    }

    @Test
    void numbersAndSignsStayWhole() {
        assertThat(keys("It rose 1,200.5 to 40% in the U.S. navy"))
                .containsExactly("it", "rose", "1,200.5", "to", "40", "%", "in", "the", "us", "navy");
        assertThat(Token.in("40 ships").getFirst().isNumber()).isTrue();
    }

    @Test
    void whatDeniesWeakensOrTurnsASentenceRoundIsKnown() {
        assertThat(Token.in("They never came").get(1).isNegation()).isTrue();
        assertThat(Token.in("They may come").get(1).isHedge()).isTrue();
        assertThat(Polarity.areOpposites("rose", "fell")).isTrue();
        assertThat(Polarity.areOpposites("fell", "rose")).isTrue();
        assertThat(Polarity.areOpposites("rose", "came")).isFalse();
    }
}
