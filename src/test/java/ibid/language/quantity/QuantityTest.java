package ibid.language.quantity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantityTest {

    private static Quantity one(String text) {
        List<Quantity> found = Quantity.in(text);
        assertThat(found).as("%s", text).hasSize(1);
        return found.getFirst();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400,000 troops|400000|''",
                "about 0.4 million people|400000|''",
                "four hundred thousand men|400000|''",
                "$1.5bn in aid|1500000000|dollar",
                "US$20 million|20000000|dollar",
                "3.5 per cent of output|3.5|percent",
                "12% more|12|percent",
                "twenty-five ships|25|''",
                "a dozen boats|12|''",
                "half a million people|500000|''",
                "the 3rd fleet|3|''",
                "the third fleet|3|''",
                "5 km away|5|kilometre",
                "two weeks later|2|week",
                "a 200-strong crew|200|''",
                "€3m for it|3000000|euro",
                "1.5bn|1500000000|''",
                "thirty|30|''",
                "400,000|400000|''",
                "two dozen eggs|24|''",
                "half of them|50|percent",
                "three quarters of them|75|percent",
                "two-thirds of the vote|66.66666666666667|percent",
                "a third ship|3|''"
            })
    void valuesAndUnitsAreRead(String text, double value, String unit) {
        assertThat(one(text).value()).isEqualTo(value);
        assertThat(one(text).unit()).isEqualTo(unit);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "in 2024",
                "on 10 July 2024",
                "March 3",
                "one of them",
                "the F-35 and the Mi-8",
                "COVID-19 cases",
                "10 July"
            })
    void datesAndPartsOfNamesAreNoQuantities(String text) {
        assertThat(Quantity.in(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0.4 million|400,000",
                "about 0.4 million|412,345",
                "nearly 700|698",
                "7|seven",
                "some 3,000 people|2,950 people",
                "5 per cent|5%",
                "$5 million|5,000,000 dollars",
                "1.5 billion|1,500 million",
                "1.5bn|1,500,000,000",
                "thirty|30",
                "a third of voters|33 per cent",
                "half of voters|50%",
                "two dozen|24",
                "400,000|four hundred thousand"
            })
    void theSameNumberInOtherWordsIsTheSame(String claimed, String evidence) {
        assertThat(one(claimed).isGivenBy(one(evidence))).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "700|7,000",
                "5 per cent|5",
                "$5 million|€5 million",
                "2.5 million|2.4 million",
                "400,000|412,345",
                "three years|three months",
                "1 million|1 billion"
            })
    void anotherNumberIsNot(String claimed, String evidence) {
        assertThat(one(claimed).isGivenBy(one(evidence))).isFalse();
    }

    @Test
    void countedNounsDistinguishNumbers() {
        assertThat(one("700 people serve").countsSame(one("7,000 people served")))
                .isTrue();
        assertThat(one("700 people serve").countsSame(one("7,000 ships"))).isFalse();
    }

    @Test
    void everyNumberIsFoundInOrder() {
        assertThat(Quantity.in("Of 53 ships, 12 were sunk within two weeks at a cost of $1.2 billion."))
                .extracting(Quantity::value)
                .containsExactly(53.0, 12.0, 2.0, 1.2e9);
    }

    @Test
    void aQuantityHasItsPosition() {
        String text = "Of about 53 ships, a third of them sank.";
        assertThat(Quantity.in(text))
                .extracting(quantity -> text.substring(quantity.start(), quantity.end()))
                .containsExactly("53", "a third");
    }

    @Test
    void wordsOfManyAreMentionedButHaveNoValueToCompare() {
        assertThat(Quantity.mentioned("Hundreds came twice."))
                .extracting(Quantity::words)
                .containsExactly("Hundreds", "twice");
        assertThat(Quantity.in("Hundreds came twice.")).isEmpty();
    }
}
