package ibid.answer.match;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalPhraseTest {

    private static final String QUESTION = "Where was the regatta held?";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "It was held in a glass case.",
                "The sails lay on the northern side of the harbour.",
                "They raced near the old pier.",
                "The boats came from Skagen."
            })
    void aPlaceWithoutANameIsOne(String sentence) {
        assertThat(LocalPhrase.isIn(sentence, QUESTION)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "It was not even discussed at a high level.",
                "Nobody spoke of it at the regatta.",
                "It was held on 4 May and in June.",
                "They wanted to win for years."
            })
    void timesMannersAndWhatTheQuestionNamesAreNone(String sentence) {
        assertThat(LocalPhrase.isIn(sentence, QUESTION)).isFalse();
    }
}
