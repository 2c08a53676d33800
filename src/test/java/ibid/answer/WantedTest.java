package ibid.answer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WantedTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            When was AUKUS announced?                  | DATE
            what year was the quad founded             | DATE
            How many troops are in Japan?              | NUMBER
            Why did Ishiba keep silent?                | REASON
            What did Malaysia say about NATO?          | STATEMENT
            Kenneth Weinstein's view of the plan?      | STATEMENT
            Who leads the review?                      | PERSON
            Where is NSATU headquartered?              | PLACE
            What is AUKUS?                             | ANY
            Does the Quad have a secretariat?          | ANY
            """)
    void tellsTheKindByTheWording(String question, Wanted wanted) {
        assertThat(Wanted.of(question)).isEqualTo(wanted);
    }

    @Test
    void aDateIsNoQuantity() {
        assertThat(Wanted.NUMBER.heldBy("It was signed on 8 July 2024.")).isFalse();
        assertThat(Wanted.NUMBER.heldBy("It has about 700 staff.")).isTrue();
        assertThat(Wanted.NUMBER.heldBy("Three countries signed.")).isTrue();
    }

    @Test
    void knowsWhatHoldsADateACauseAndAStatement() {
        assertThat(Wanted.DATE.heldBy("It began in October.")).isTrue();
        assertThat(Wanted.DATE.heldBy("It began at once.")).isFalse();
        assertThat(Wanted.REASON.heldBy("It failed because nobody paid.")).isTrue();
        assertThat(Wanted.REASON.heldBy("It failed.")).isFalse();
        assertThat(Wanted.STATEMENT.heldBy("He warned of war.")).isTrue();
        assertThat(Wanted.STATEMENT.heldBy("The ship left.")).isFalse();
    }
}
