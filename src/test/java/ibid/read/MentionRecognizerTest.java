package ibid.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import ibid.article.Mention;
import ibid.language.Span;
import ibid.language.Text;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MentionRecognizerTest {

    private static List<Mention> in(String words) {
        Text text = new Text(words);
        return MentionRecognizer.in(text, new Span(0, text.length()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "The lock is shut, TASS said.|TASS",
                "The lock is shut, Reuters reported.|Reuters",
                "The lock was shut. — Reuters|Reuters",
                "He told the BBC’s Today programme that it was shut.|the BBC",
                "She refused, in an interview with Le Monde.|Le Monde",
                "As the Financial Times noted, sales fell.|the Financial Times",
                "The letter was first published by the Harbour Daily.|the Harbour Daily",
                "Bloomberg News said the deal was off.|Bloomberg News",
                "A report by the Moe Institute found no fault.|the Moe Institute",
                "According to people familiar with the matter, no ship left.|people familiar with the matter",
                "(Reporting by Ana Moe; Editing by Per Li)|Ana Moe",
                "VIENTIANE (Reuters) – The lock is shut.|Reuters",
                "Citing two officials, he denied it.|two officials",
                "The harbour ministry said nothing. Ana Moe reported it.|Ana Moe",
                "He told Kyodo that it was shut.|Kyodo",
                "The Port Office said in a statement that it was shut.|The Port Office"
            })
    void aSourceNamedInPassingIsFound(String words, String source) {
        assertThat(in(words)).singleElement().extracting(Mention::source).isEqualTo(source);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The minister said no.",
                "Ana Moe said no.",
                "He told the crew to go.",
                "A letter by hand.",
                "The apt. said AP—like things"
            })
    void aSpeakerIsNotASource(String words) {
        assertThat(in(words)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A",
                "Aa ",
                "AAAAAAAAAA ",
                "the ",
                "the A ",
                "A of the ",
                "    ",
                "(Reuters, ",
                "According to the ",
                "told the A ",
                "— Reuters ",
                "Le A",
                "a-b’c.",
                "two big ",
                "A&A.A ",
                "report by "
            })
    void noTextIsReadForLong(String part) {
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> in(part.repeat(200_000 / part.length())));
    }
}
