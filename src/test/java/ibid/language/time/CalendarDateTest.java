package ibid.language.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalendarDateTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "on 10 July 2024|10 July 2024|2024-07-10|2024-07-10",
                "July 10, 2024|July 10, 2024|2024-07-10|2024-07-10",
                "in July 2024|July 2024|2024-07-01|2024-07-31",
                "since 1951|1951|1951-01-01|1951-12-31",
                "by Sept. 2023|Sept. 2023|2023-09-01|2023-09-30",
                "2024-02-29|2024-02-29|2024-02-29|2024-02-29",
                "the 3rd of May, 2022|3rd of May, 2022|2022-05-03|2022-05-03"
            })
    void aDateMayLackDayOrMonth(String text, String words, LocalDate from, LocalDate to) {
        assertThat(TemporalTagger.tag(text)).singleElement().satisfies(date -> {
            assertThat(date.words()).isEqualTo(words);
            assertThat(date.days()).contains(new TimeRange(from, to));
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"Theresa May spoke", "it may rain", "1,951 people", "$2000", "2000 million", "flight MH1717"})
    void whatOnlyLooksLikeADateIsNone(String text) {
        assertThat(TemporalTagger.tag(text)).isEmpty();
    }

    @Test
    void aDayWithoutAYearIsOfTheYearOfPublicationOrTheOneBefore() {
        assertThat(TemporalTagger.tag("on 3 March", Optional.of(LocalDate.of(2024, 4, 1)))
                        .getFirst()
                        .days()
                        .orElseThrow()
                        .from())
                .isEqualTo(LocalDate.of(2024, 3, 3));
        assertThat(TemporalTagger.tag("on 3 December", Optional.of(LocalDate.of(2024, 4, 1)))
                        .getFirst()
                        .days()
                        .orElseThrow()
                        .from())
                .isEqualTo(LocalDate.of(2023, 12, 3));
    }

    @Test
    void yesterdayAndLastYearCountFromPublication() {
        assertThat(TemporalTagger.tag("yesterday", Optional.of(LocalDate.of(2024, 3, 1)))
                        .getFirst()
                        .days()
                        .orElseThrow()
                        .from())
                .isEqualTo(LocalDate.of(2024, 2, 29));
        assertThat(TemporalTagger.tag("last year", Optional.of(LocalDate.of(2024, 3, 1)))
                        .getFirst()
                        .days()
                        .orElseThrow()
                        .to())
                .isEqualTo(LocalDate.of(2023, 12, 31));
    }

    @Test
    void aFinerDateGivesTheCoarser() {
        CalendarDate day = TemporalTagger.tag("10 July 2024").getFirst().date(),
                month = TemporalTagger.tag("July 2024").getFirst().date();
        assertThat(month.isGivenBy(day)).isTrue();
        assertThat(day.isGivenBy(month)).isFalse();
    }
}
