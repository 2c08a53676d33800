package ibid.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InflectionsTest {

    @ParameterizedTest
    @CsvSource({
        "ships, ship",
        "companies, company",
        "boxes, box",
        "classes, class",
        "wishes, wish",
        "founded, found",
        "attacking, attack",
        "king, king",
        "bus, bus",
        "need, need",
        "gas, gas"
    })
    void theFormsOfAWordHaveOneStem(String word, String stem) {
        assertThat(Inflections.stem(word)).isEqualTo(stem);
    }

    @Test
    void pluralsAreToldByEndingOrList() {
        assertThat(Inflections.isPlural("soldiers")).isTrue();
        assertThat(Inflections.isPlural("personnel")).isTrue();
        assertThat(Inflections.isPlural("aircraft")).isTrue();
        assertThat(Inflections.isPlural("virus")).isFalse();
        assertThat(Inflections.isPlural("across")).isFalse();
    }
}
