package ibid.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
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

    private static List<String> held(Wanted wanted, String sentence) {
        return wanted.in(sentence, () -> Set.of("Biden")).stream().map(Wanted.Match::text).toList();
    }

    @Test
    void aNameOfABodyIsNoPerson() {
        assertThat(held(Wanted.PERSON, "Biden met Shigeru Ishiba of the LDP at NATO in Tokyo.")).contains("Biden", "Shigeru Ishiba").doesNotContain("NATO", "LDP");
    }

    @Test
    void aPlaceFollowsAWordOfPlace() {
        assertThat(held(Wanted.PLACE, "The command NSATU sits in Wiesbaden.")).containsExactly("Wiesbaden");
    }

    @Test
    void aDateIsNoQuantity() {
        assertThat(held(Wanted.NUMBER, "It was signed on 8 July 2024.")).isEmpty();
        assertThat(held(Wanted.NUMBER, "It has about 700 staff and cost $2.5 million.")).containsExactly("700", "$2.5 million");
        assertThat(held(Wanted.NUMBER, "Three countries signed.")).containsExactly("Three");
    }

    @Test
    void knowsWhatHoldsADateACauseAndAStatement() {
        assertThat(held(Wanted.DATE, "It began in October.")).isNotEmpty();
        assertThat(held(Wanted.DATE, "It began at once.")).isEmpty();
        assertThat(held(Wanted.REASON, "It failed because nobody paid.")).isNotEmpty();
        assertThat(held(Wanted.REASON, "It failed.")).isEmpty();
        assertThat(held(Wanted.STATEMENT, "He warned of war.")).isNotEmpty();
        assertThat(held(Wanted.STATEMENT, "The ship left.")).isEmpty();
    }
}
