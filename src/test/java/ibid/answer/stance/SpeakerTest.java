package ibid.answer.stance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SpeakerTest {

    private static String speaker(String sentence) {
        return Speaker.of(sentence).map(Speaker::name).orElse("");
    }

    @Test
    void theSubjectOfAVerbOfSayingSpeaks() {
        assertThat(speaker("Rui Falk said that the tram was late.")).isEqualTo("Rui Falk");
        assertThat(speaker("The tram was late, the port authority said.")).isEqualTo("the port authority");
        assertThat(speaker("On Tuesday Rui Falk warned of delays.")).isEqualTo("Rui Falk");
    }

    @Test
    void anAppositionDoesNotHideTheSpeaker() {
        assertThat(speaker("Rui Falk, an engineer, says the dam is safe.")).isEqualTo("Rui Falk");
        assertThat(speaker("Malaysia's foreign minister, Mohamad Hasan, said bluntly: \"No.\""))
                .isEqualTo("Mohamad Hasan (Malaysia)");
        assertThat(speaker("Dora Vance, who leads the party, said it was late."))
                .isEqualTo("Dora Vance");
    }

    @Test
    void aSpeakerMayStandBehindTheWords() {
        assertThat(speaker("“It is late,” said Rui Falk, an engineer.")).isEqualTo("Rui Falk");
        assertThat(speaker("According to the fishermen's union, the catch fell."))
                .isEqualTo("the fishermen's union");
    }

    @Test
    void aNounOrAPassiveVerbHasNoSpeaker() {
        assertThat(speaker("The claims of the two states overlap.")).isEmpty();
        assertThat(speaker("Small states are safer together.")).isEmpty();
        assertThat(speaker("The group was called the Squad.")).isEmpty();
    }

    @Test
    void aPronounIsNoNameButTheNameBehindItIs() {
        assertThat(Speaker.of("He said no.").orElseThrow().isPronoun()).isTrue();
        assertThat(speaker("He [Rui Falk] said no.")).isEqualTo("Rui Falk");
    }
}
