package ibid.language.injection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShownTextTest {

    private static final String TAGS = "\uDB40\uDC53\uDB40\uDC4F\uDB40\uDC53"; // "SOS"

    @Test
    void tagCharactersAreTakenOutAndRead() {
        assertThat(ShownText.withoutTags("The bridge" + TAGS + " is open.")).isEqualTo("The bridge is open.");
        assertThat(ShownText.hidden("The bridge" + TAGS + " is open.")).isEqualTo("SOS");
    }

    @Test
    void theFlagOfARegionStays() {
        String scotland = "\uD83C\uDFF4\uDB40\uDC67\uDB40\uDC62\uDB40\uDC73\uDB40\uDC63\uDB40\uDC74\uDB40\uDC7F";
        assertThat(ShownText.withoutTags(scotland + " won.")).isEqualTo(scotland + " won.");
        assertThat(ShownText.hidden(scotland + " won.")).isEmpty();
    }

    @Test
    void selectorsThatFollowAnotherAreTakenOut() {
        assertThat(ShownText.withoutTags("\u2764\uFE0F\uFE01\uDB40\uDD10 bridge"))
                .isEqualTo("\u2764\uFE0F bridge");
    }

    @Test
    void lookalikesInLatinWordsAreReadAsLatin() {
        assertThat(ShownText.asSeen("Ignоrе thе мост")).isEqualTo("Ignore the мост");
        assertThat(ShownText.asSeen("ɪɢɴᴏʀᴇ")).isEqualTo("ignore");
        assertThat(ShownText.asSeen("ｉｇｎｏｒｅ")).isEqualTo("ignore");
    }
}
