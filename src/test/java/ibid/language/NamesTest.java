package ibid.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NamesTest {

    private static List<String> names(String text) {
        return Names.in(text).stream().map(Names.Name::text).toList();
    }

    @Test
    void findsRunsOfCapitalisedWords() {
        assertThat(names(
                        "Last week Sanae Takaichi and the Association of Southeast Asian Nations met in Kuala Lumpur."))
                .containsExactly("Sanae Takaichi", "Association of Southeast Asian Nations", "Kuala Lumpur");
    }

    @Test
    void aCapitalAtTheStartOfASentenceIsNotAName() {
        assertThat(names("Reports came in. However, nobody in Manila read them. Ships sailed."))
                .containsExactly("Manila");
    }

    @Test
    void anOpeningWordIsANameWhenTheTextWritesItSoElsewhere() {
        assertThat(names("Manila waited. Nobody told Manila.")).containsExactly("Manila", "Manila");
        assertThat(names("AUKUS began in 2021.")).containsExactly("AUKUS");
    }

    @Test
    void aNameEndsWithItsSentence() {
        assertThat(names("They came to the U.S. The Senate met J. D. Vance in the U.S. However, Ohio did not."))
                .containsExactly("U.S.", "Senate", "J. D. Vance", "U.S.", "Ohio");
    }

    @Test
    void questionWordsAndMonthsAreLeftOut() {
        assertThat(names("What did Kylie Minogue do?")).containsExactly("Kylie Minogue");
        assertThat(names("On 1 November Takaichi spoke.")).containsExactly("Takaichi");
    }

    @Test
    void newBelongsToTheNameItOpens() {
        assertThat(names("What did New Zealand do in New York?")).containsExactly("New Zealand", "New York");
        assertThat(names("New rules came to Manila.")).containsExactly("Manila");
    }

    @Test
    void possessivesAndHyphenatedAdjectivesAreCutOff() {
        assertThat(names("He praised Indonesia's English-language press and the US Navy's 7th Fleet."))
                .containsExactly("Indonesia", "US Navy", "7th Fleet");
    }

    @Test
    void aPersonIsSomewhereCalledByTheLastNameAlone() {
        String text = "Shigeru Ishiba spoke. Ishiba left. The Jakarta Post wrote. Subic Bay was quiet.";
        assertThat(Names.isPerson("Shigeru Ishiba", text)).isTrue();
        assertThat(Names.isPerson("Subic Bay", text)).isFalse();
        assertThat(Names.isPerson("Jakarta Post", text + " Post offices closed."))
                .isFalse();
    }
}
