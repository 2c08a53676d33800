package ibid.language.quantity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ForeignQuantitiesTest {

    private static List<String> read(String language, String text) {
        return ForeignQuantities.in(text, language).stream()
                .map(quantity -> "%s=%s %s".formatted(quantity.words(), plain(quantity.value()), quantity.unit()))
                .map(String::strip)
                .toList();
    }

    private static String plain(double value) {
        return new java.math.BigDecimal(Double.toString(value))
                .stripTrailingZeros()
                .toPlainString();
    }

    @Test
    void aCommaDividesDecimalsAndAStopOrSpaceThousands() {
        assertThat(read("de", "Sie kostete 14,5 Millionen Euro und 9.000 Fahrzeuge kamen."))
                .containsExactly("14,5 Millionen Euro=14500000 euro", "9.000=9000");
        assertThat(read("fr", "1 400 personnes, dont 12,8 millions d'euros"))
                .containsExactly("1 400=1400", "12,8 millions d'euros=12800000 euro");
        assertThat(read("es", "más de 2.300.000 piezas")).containsExactly("2.300.000=2300000");
    }

    @Test
    void magnitudesAndUnitsHaveTheFormsOfTheLanguage() {
        assertThat(read("ru", "обошлось в 40 миллиардов рублей, длина 173 метра"))
                .containsExactly("40 миллиардов рублей=40000000000 rouble", "173 метра=173 metre");
        assertThat(read("tr", "75 milyon liraya mal oldu, yüzde 60 azaldı"))
                .containsExactly("75 milyon liraya=75000000 lira", "60=60 percent");
        assertThat(read("fr", "3,2 millions de tonnes")).containsExactly("3,2 millions de tonnes=3200000 tonne");
    }

    @Test
    void chineseNumbersCountInTensOfThousands() {
        assertThat(read("zh", "全长3600米，总投资为25亿元，预计每天有4万辆汽车"))
                .containsExactly("3600米=3600 metre", "25亿元=2500000000 yuan", "4万=40000");
    }

    @Test
    void aDateIsNoQuantity() {
        assertThat(read("de", "am 2. Mai 2024 kamen drei Boote")).containsExactly("drei=3");
        assertThat(read("zh", "于2024年10月1日通车")).isEmpty();
        assertThat(read("tr", "30 Ağustos 2024'te açıldı")).isEmpty();
    }
}
