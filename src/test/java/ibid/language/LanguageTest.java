package ibid.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en|The ferry was sold to Bergen for two million crowns, and nobody else had made an offer for it.",
                "de|Die Fähre wurde für zwei Millionen Kronen nach Bergen verkauft, und niemand hat ein anderes "
                        + "Angebot gemacht.",
                "fr|Le ferry a été vendu à Bergen pour deux millions de couronnes, et personne ne voulait plus "
                        + "de ce navire dans le port.",
                "es|El barco fue vendido a Bergen por dos millones de coronas y nadie más hizo una oferta por "
                        + "él en el puerto.",
                "it|La nave è stata venduta a Bergen per due milioni di corone e nessuno ha fatto un'altra "
                        + "offerta per il traghetto.",
                "pt|O navio foi vendido a Bergen por dois milhões de coroas e ninguém mais fez uma oferta por "
                        + "ele no porto.",
                "nl|De veerboot werd voor twee miljoen kronen aan Bergen verkocht en niemand heeft een ander "
                        + "bod op het schip gedaan.",
                "pl|Prom został sprzedany do Bergen za dwa miliony koron i nikt inny nie złożył oferty na ten "
                        + "statek, który jest w porcie.",
                "tr|Feribot iki milyon kron için Bergen'e satıldı ve bu gemi için başka bir teklif olmadı, daha "
                        + "sonra ise yola çıktı.",
                "sv|Färjan såldes till Bergen för två miljoner kronor och ingen annan har lagt ett bud på det "
                        + "gamla fartyget.",
                "ru|Паром был продан в Берген за два миллиона крон, сообщила газета.",
                "uk|Пором було продано до Бергена за два мільйони крон, повідомила її газета.",
                "ja|東京の港で船が売られたと新聞は伝えた。",
                "zh|外长周三表示双方将恢复谈判。",
                "ko|장관은 수요일에 회담이 계속될 것이라고 말했다.",
                "ar|قال الوزير يوم الأربعاء إن المحادثات ستستمر.",
                "fa|وزیر گفت که گفتگوها در پایتخت از سر گرفته می‌شود.",
                "he|השר אמר ביום רביעי כי השיחות יימשכו.",
                "el|Ο υπουργός δήλωσε ότι οι συνομιλίες συνεχίζονται.",
                "th|รัฐมนตรีกล่าวว่าการเจรจาจะดำเนินต่อไป",
                "hi|मंत्री ने बुधवार को कहा कि वार्ता जारी रहेगी।"
            })
    void theLanguageOfATextIsDetected(String code, String text) {
        assertThat(Language.of(text)).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "12 345 678",
                "Bergen 2",
                "Ana Moe, Per Li, John Smith, Juan García",
                "Minister mówił the la der od het"
            })
    void shortOrMixedTextHasNoLanguage(String text) {
        assertThat(Language.of(text)).isEmpty();
    }

    @Test
    void foreignNamesDoNotChangeTheLanguageRoundThem() {
        assertThat(Language.of("The ferry of 東京 was sold to the town of Берген, and it was the last of its "
                        + "kind in the north."))
                .isEqualTo("en");
    }
}
