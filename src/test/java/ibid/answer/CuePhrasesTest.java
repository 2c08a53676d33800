package ibid.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CuePhrasesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            how many/much          | How much was it?             | true
            how many/much          | Somehow, much of it went.    | false
            ^ and? when            | And when was it?             | true
            ^ and? when            | When was it?                 | true
            ^ and? when            | I know when it was.          | false
            chronolog~             | A chronology of it           | true
            tell me * about        | Tell me something about it   | true
            tell me * about        | Tell me about it             | false
            how did ... come about | How did the treaty come about | true
            how did ... come about | How did the treaty come      | false
            what s/is known        | What's known of it?          | true
            so called              | the so-called pact           | true
            due to                 | It is due. To go is hard.    | false
            """)
    void aPhraseIsFoundByItsWords(String phrase, String text, boolean isIn) {
        assertThat(new CuePhrases(List.of(phrase)).isIn(text)).isEqualTo(isIn);
    }

    @Test
    void occurrencesComeInOrderAndNoneIsWithinAnother() {
        CuePhrases cues = new CuePhrases(List.of("as a result", "result/results", "because"));
        String text = "Because of it, and as a result, there were results.";
        assertThat(cues.findIn(text))
                .extracting(found -> text.substring(found.start(), found.end()))
                .containsExactly("Because", "as a result", "results");
    }

    @Test
    void verbsOfSayingAndAccordingToGiveWordsToASpeaker() {
        assertThat(SpeechCues.areIn("According to the town, it sank.")).isTrue();
        assertThat(SpeechCues.areIn("She warned of it.")).isTrue();
        assertThat(SpeechCues.areIn("The ship left.")).isFalse();
    }
}
