package ibid.read.bytes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecoderTest {

    private static final Charset WESTERN = Charset.forName("windows-1252");

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String misread(String text) {
        return new String(utf8(text), StandardCharsets.ISO_8859_1)
                .codePoints()
                .mapToObj(DecoderTest::sign)
                .collect(java.util.stream.Collectors.joining());
    }

    /** Like in browsers, bytes undefined in Windows-1252 are kept. */
    private static String sign(int value) {
        String sign = new String(new byte[] {(byte) value}, WESTERN);
        return sign.equals("\uFFFD") ? Character.toString(value) : sign;
    }

    private static String decoded(String text, String charset) {
        return Decoder.decode(text.getBytes(Charset.forName(charset)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Un « petit marché\u00A0» où l’on trouve l’été, dit Zoé.",
                "“Le maire est fatigué…” dit-elle",
                "Sie hatten viel „Spaß“",
                "Auf dem „MENÜ“ stand nichts",
                "SOCIÉTÉ\u00A0: la grève",
                "CINÉMA\u00A0« Été »",
                "MANHÔ disse ele",
                "La señora llegó a São Paulo à\u00A0dix"
            })
    void signsThatALanguagePutsSideBySideStay(String text) {
        assertThat(Decoder.decode(utf8(text))).isEqualTo(text.replace('\u00A0', ' '));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The café’s owner said “it isn’t over” – naïve as it was.",
                "Это был паром в Берген",
                "東京の港で船が売られた",
                "Das „Gebäude“ kostete 5 € – über 3 £"
            })
    void aFileMisreadThroughoutIsRepairedSeveralTimes(String text) {
        assertThat(Decoder.decode(utf8(misread(text)))).isEqualTo(text);
        assertThat(Decoder.decode(utf8(misread(misread(text))))).isEqualTo(text);
    }

    @Test
    void inACorrectFileOnlySequencesOfNoLanguageAreRepaired() {
        assertThat(Decoder.decode(utf8("L’été à Nîmes, où l’équipe a gagné\u00A0: "
                        + "«\u00A0déjà\u00A0». She didnâ€™t pay Â£5 at "
                        + "the cafÃ©.")))
                .isEqualTo("L’été à Nîmes, où l’équipe a gagné : « déjà ». She didn’t pay £5 at the café.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "KOI8-R|Министр заявил в среду, что переговоры продолжатся.",
                "ISO-8859-2|Łukasz Żak powiedział w środę, że umowa skróci czas.",
                "windows-1251|Министр заявил в среду, что переговоры продолжатся.",
                "windows-1252|The mayor’s café paid “two million” for it.",
                "windows-1252|L’été à Nîmes, où l’équipe a gagné « déjà ».",
                "windows-1252|Die Bürger müssen „größere“ Straßen haben.",
                "windows-1252|¿Qué pasó en España? El señor volvió.",
                "windows-1252|It cost £5 and 20°C.",
                "windows-31j|東京の港で船が売られたと新聞は伝えた。",
                "ISO-2022-JP|東京の港で船が売られた。",
                "GB18030|外长周三表示双方将恢复谈判并就边境贸易交换意见。"
            })
    void encodingsAreKnownByTheWordsTheyGive(String charset, String text) {
        assertThat(decoded(text, charset)).isEqualTo(text);
    }

    @Test
    void zeroWidthJoinersThatShapeWordsAndEmojiStayAndOthersGo() {
        assertThat(Decoder.clean("گفت\u200Cوگوها می\u200Cشود 👩\u200D💻 Auf\u200Clage a\u200D b\u200B"))
                .isEqualTo("گفت\u200Cوگوها می\u200Cشود 👩\u200D💻 Auflage a b");
    }

    @Test
    void everySignThatEndsALineIsALineBreak() {
        assertThat(Decoder.clean("a\u0085b\u2028c\u2029d\fe\u000Bf\r\ng\rh")).isEqualTo("a\nb\nc\nd\ne\nf\ng\nh");
    }

    @Test
    void controlsThatWereSignsOfWindowsAreThoseSigns() {
        assertThat(Decoder.clean("Japan\u0092s \u0093co\u2011op\u0094 \u0097 and then\u0085\u0081"))
                .isEqualTo("Japan’s “co-op” — and then…");
    }

    @Test
    void aPageIsReadAsItStatesUnlessItIsUtf8() {
        String page =
                "<html><head><meta http-equiv=\"Content-Type\" content=\"text/html; charset=%s\"></head><p>%s</p>";
        assertThat(Decoder.decodePage(page.formatted("Shift_JIS", "東京①").getBytes(Charset.forName("windows-31j"))))
                .contains("東京①");
        assertThat(Decoder.decodePage(page.formatted("iso-8859-1", "It’s 5 €").getBytes(WESTERN)))
                .contains("It’s 5 €");
        assertThat(Decoder.decodePage(page.formatted("gb2312", "外长镕").getBytes(Charset.forName("GB18030"))))
                .contains("外长镕");
        assertThat(Decoder.decodePage(page.formatted("euc-kr", "서울 똠").getBytes(Charset.forName("x-windows-949"))))
                .contains("서울 똠");
        assertThat(Decoder.decodePage(page.formatted("iso-8859-1", "Zürich 東京").getBytes(StandardCharsets.UTF_8)))
                .contains("Zürich 東京");
        assertThat(Decoder.decodePage("<?xml version='1.0' encoding='windows-1253'?><p>Αθήνα</p>"
                        .getBytes(Charset.forName("windows-1253"))))
                .contains("Αθήνα");
    }

    @Test
    void aPageThatWronglyStatesUtf8IsGuessedAt() {
        String page = "<html><head><meta charset=utf-8></head><p>Die Bürger müssen „größere“ Straßen haben.</p>";
        assertThat(Decoder.decodePage(page.getBytes(WESTERN))).isEqualTo(page);
        assertThat(Decoder.decodePage("<p>Die Bürger müssen größere Straßen haben.</p>".getBytes(WESTERN)))
                .contains("Bürger müssen größere Straßen");
    }

    @Test
    void aFewWrongBytesDoNotMakeUtf8AnotherEncoding() {
        byte[] page = utf8("<meta charset=utf-8><p>Zürich, Genève, Köln, Malmö and Göteborg: “it#s”</p>é");
        for (int i = 0; i < page.length; i++) {
            if (page[i] == '#') {
                page[i] = (byte) 0x92;
            }
        }
        assertThat(Decoder.decodePage(java.util.Arrays.copyOf(page, page.length - 1)))
                .isEqualTo("<meta charset=utf-8><p>Zürich, Genève, Köln, Malmö and Göteborg: “it’s”</p>\uFFFD");
    }

    @Test
    void theByteOrderMarkIsRemoved() {
        assertThat(Decoder.decodePage(utf8("\uFEFF<p>é</p>"))).isEqualTo("<p>é</p>");
        assertThat(Decoder.decodePage("<p>é and more</p>".getBytes(StandardCharsets.UTF_16LE)))
                .isEqualTo("<p>é and more</p>");
    }
}
