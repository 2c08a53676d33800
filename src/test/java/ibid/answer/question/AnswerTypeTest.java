package ibid.answer.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerTypeTest {

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
    void wordingDeterminesTheType(String question, AnswerType type) {
        assertThat(AnswerType.of(question)).isEqualTo(type);
    }

    private static List<String> held(AnswerType type, String sentence) {
        return new AnswerMatcher(type, AskedQuantity.ANY)
                .findIn(sentence, () -> Set.of("Biden")).stream()
                        .map(AnswerMatch::text)
                        .toList();
    }

    @Test
    void aNameOfABodyIsNotAPerson() {
        assertThat(held(AnswerType.PERSON, "Biden met Shigeru Ishiba of the LDP at NATO in Tokyo."))
                .contains("Biden", "Shigeru Ishiba")
                .doesNotContain("NATO", "LDP");
    }

    @Test
    void aPlaceFollowsAWordOfPlace() {
        assertThat(held(AnswerType.PLACE, "The command NSATU sits in Wiesbaden."))
                .containsExactly("Wiesbaden");
    }

    @Test
    void aDateIsNotAQuantity() {
        assertThat(held(AnswerType.NUMBER, "It was signed on 8 July 2024.")).isEmpty();
        assertThat(held(AnswerType.NUMBER, "It has about 700 staff and cost $2.5 million."))
                .containsExactly("700", "$2.5 million");
        assertThat(held(AnswerType.NUMBER, "Three countries signed.")).containsExactly("Three");
    }

    @Test
    void knowsWhatHoldsADateACauseAndAStatement() {
        assertThat(held(AnswerType.DATE, "It began in October.")).isNotEmpty();
        assertThat(held(AnswerType.DATE, "It began at once.")).isEmpty();
        assertThat(held(AnswerType.REASON, "It failed because nobody paid.")).isNotEmpty();
        assertThat(held(AnswerType.REASON, "It failed.")).isEmpty();
        assertThat(held(AnswerType.STATEMENT, "He warned of war.")).isNotEmpty();
        assertThat(held(AnswerType.STATEMENT, "The ship left.")).isEmpty();
    }
}
