package ibid.language.injection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VisibleTextTest {

    private static final String TAGS = "\uDB40\uDC53\uDB40\uDC4F\uDB40\uDC53"; // "SOS"

    @Test
    void tagCharactersAreTakenOutAndRead() {
        assertThat(VisibleText.withoutTags("The bridge" + TAGS + " is open.")).isEqualTo("The bridge is open.");
        assertThat(VisibleText.hidden("The bridge" + TAGS + " is open.")).isEqualTo("SOS");
    }

    @Test
    void theFlagOfARegionStays() {
        String scotland = "\uD83C\uDFF4\uDB40\uDC67\uDB40\uDC62\uDB40\uDC73\uDB40\uDC63\uDB40\uDC74\uDB40\uDC7F";
        assertThat(VisibleText.withoutTags(scotland + " won.")).isEqualTo(scotland + " won.");
        assertThat(VisibleText.hidden(scotland + " won.")).isEmpty();
    }

    @Test
    void selectorsThatFollowAnotherAreTakenOut() {
        assertThat(VisibleText.withoutTags("\u2764\uFE0F\uFE01\uDB40\uDD10 bridge"))
                .isEqualTo("\u2764\uFE0F bridge");
    }

    @Test
    void lookalikesInLatinWordsAreReadAsLatin() {
        assertThat(VisibleText.asSeen("Ignоrе thе мост")).isEqualTo("Ignore the мост");
        assertThat(VisibleText.asSeen("ɪɢɴᴏʀᴇ")).isEqualTo("ignore");
        assertThat(VisibleText.asSeen("ｉｇｎｏｒｅ")).isEqualTo("ignore");
    }
}
