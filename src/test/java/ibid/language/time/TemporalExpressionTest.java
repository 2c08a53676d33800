package ibid.language.time;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.language.Span;
import ibid.language.Text;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Published on 20 December 2024, a Friday, unless the test gives a day. */
class TemporalExpressionTest {

    private static List<TemporalExpression> in(String words, String published) {
        Text text = new Text(words);
        return TemporalExpression.in(text, new Span(0, text.length()), Optional.of(LocalDate.parse(published)));
    }

    private static void assertMeans(String words, String published, String from, String to) {
        assertThat(in(words, published))
                .as(words)
                .singleElement()
                .extracting(TemporalExpression::from, TemporalExpression::to)
                .containsExactly(LocalDate.parse(from), LocalDate.parse(to));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "The race will be held on 15 January in Oslo|2025-01-15|2025-01-15",
                "On 15 January, the race will start|2025-01-15|2025-01-15",
                "The race was held on 15 January|2024-01-15|2024-01-15",
                "The bridge was closed last December|2023-12-01|2023-12-31",
                "Both sides talk again next March|2025-03-01|2025-03-31",
                "A boat sank in July|2024-07-01|2024-07-31",
                "Rain is expected by 3 February|2025-02-03|2025-02-03",
                "She said on 9 November that the bridge will close|2024-11-09|2024-11-09",
                "It was due in March|2024-03-01|2024-03-31",
                "The leap was on 29 February|2024-02-29|2024-02-29",
                "The leap will be on 29 February|2028-02-29|2028-02-29"
            })
    void aDayWithoutAYearIsTheLastThatWasOrTheFirstToCome(String words, String from, String to) {
        assertMeans(words, "2024-12-20", from, to);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Police said Thursday they had him|2024-12-19|2024-12-19",
                "The form must be in by Friday|2024-12-20|2024-12-20",
                "Sailors will vote on Monday|2024-12-23|2024-12-23",
                "The vote on Monday failed|2024-12-16|2024-12-16",
                "It rained last night|2024-12-19|2024-12-19",
                "It rained this morning|2024-12-20|2024-12-20",
                "A fortnight ago it rained|2024-12-02|2024-12-08",
                "He left two decades ago|2000-01-01|2009-12-31",
                "Boats leave in three weeks’ time|2025-01-06|2025-01-12",
                "They vote early next week|2024-12-23|2024-12-29",
                "Sales fell last quarter|2024-07-01|2024-09-30",
                "over the next two days it rains|2024-12-20|2024-12-22",
                "It opens this weekend|2024-12-21|2024-12-22"
            })
    void relativeDaysAreSeenFromPublication(String words, String from, String to) {
        assertMeans(words, "2024-12-20", from, to);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "It fell last Monday|2024-12-16|2024-12-09|2024-12-09",
                "It fell on Monday|2024-12-16|2024-12-16|2024-12-16",
                "It opens next Monday|2024-12-16|2024-12-23|2024-12-23",
                "It opens this Monday|2024-12-16|2024-12-16|2024-12-16",
                "It opens this weekend|2024-12-22|2024-12-21|2024-12-22",
                "It fell last month|2024-03-31|2024-02-01|2024-02-29",
                "It opens next month|2024-12-31|2025-01-01|2025-01-31",
                "It fell yesterday|2025-01-01|2024-12-31|2024-12-31",
                "It fell last year|2025-01-01|2024-01-01|2024-12-31",
                "It fell last week|2025-01-01|2024-12-23|2024-12-29",
                "It fell a year ago|2024-02-29|2023-01-01|2023-12-31",
                "It fell one month ago|2024-03-31|2024-02-01|2024-02-29",
                "It fell in December|2025-01-02|2024-12-01|2024-12-31",
                "It opens tomorrow|2024-02-28|2024-02-29|2024-02-29"
            })
    void weeksMonthsAndYearsTurnWhereTheCalendarDoes(String words, String published, String from, String to) {
        assertMeans(words, published, from, to);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Work stopped in Q3 2023|2023-07-01|2023-09-30",
                "in the third quarter of 2023|2023-07-01|2023-09-30",
                "It began in the 1990s|1990-01-01|1999-12-31",
                "on 25/11/2024|2024-11-25|2024-11-25",
                "on 11/25/2024|2024-11-25|2024-11-25",
                "am 25.11.2024|2024-11-25|2024-11-25",
                "2024年11月25日|2024-11-25|2024-11-25",
                "2024년 11월 25일|2024-11-25|2024-11-25",
                "am 3. Oktober 2024|2024-10-03|2024-10-03",
                "le 1er mars 2024|2024-03-01|2024-03-01",
                "el 5 de mayo de 2024|2024-05-05|2024-05-05",
                "16 октября 2024 года|2024-10-16|2024-10-16",
                "en octobre 2023|2023-10-01|2023-10-31",
                "Thursday, 19 December 2024|2024-12-19|2024-12-19",
                "(2016)|2016-01-01|2016-12-31"
            })
    void datesAreReadInTheFormsThatNewsHas(String words, String from, String to) {
        assertMeans(words, "2024-12-20", from, to);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Jan Lipavský spoke",
                "Guests ate at Mar-a-Lago",
                "plays by August Wilson",
                "Theresa May said no",
                "April Jones won",
                "Park Jun-ho won",
                "It began at 1530 GMT",
                "Some 1800 troops marched",
                "the 2016 election",
                "on 12/11/2024",
                "every Monday",
                "the Sunday Times",
                "Black Friday sales",
                "24 Mars missions",
                "two days later"
            })
    void whatOnlyLooksLikeADateIsNone(String words) {
        assertThat(in(words, "2024-12-20")).isEmpty();
    }

    @Test
    void bothEndsOfAStretchAreFound() {
        assertThat(in("Exports fell between 2019 and 2021 and in July and August", "2024-12-20"))
                .extracting(date -> date.from().toString())
                .containsExactly("2019-01-01", "2021-01-01", "2024-07-01", "2024-08-01");
    }
}
