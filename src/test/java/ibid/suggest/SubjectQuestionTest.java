package ibid.suggest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class SubjectQuestionTest {

    private static Optional<String> of(String sentence) {
        return SubjectQuestion.of(
                sentence, sentence + " Later on Monday the ship saw Berg. We saw Aurelia, the Gazette and Bergen.");
    }

    @Test
    void asksWhenSomethingWasDone() {
        assertThat(of("Anna Berg announced her resignation on 7 September 2025."))
                .hasValue("When did Anna Berg announce her resignation?");
        assertThat(of("Bergen bought the ferry in March 2025, after a quarrel."))
                .hasValue("When did Bergen buy the ferry?");
    }

    @Test
    void asksHowManyAndWhat() {
        assertThat(of("Bergen has about 32 berths on two quays.")).hasValue("How many berths does Bergen have?");
        assertThat(of("Anna Berg is the harbour master.")).hasValue("Who is Anna Berg?");
        assertThat(of("The Aurelia was a ferry.")).hasValue("What was the Aurelia?");
    }

    @Test
    void asksNothingOfOtherSentences() {
        assertThat(of("Yesterday the ferry left.")).isEmpty();
        assertThat(of("Anna Berg, who left, said that it was over in March 2025."))
                .isEmpty();
        assertThat(of("Bergen has nothing to lose.")).isEmpty();
        assertThat(of("Bergen ended formal relations in 1972 with the Gazette."))
                .isEmpty();
    }
}
