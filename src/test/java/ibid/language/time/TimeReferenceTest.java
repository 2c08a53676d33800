package ibid.language.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeReferenceTest {

    private static final Optional<LocalDate> PUBLISHED = Optional.of(LocalDate.parse("2025-02-10"));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            It was signed on 8 September 1954 in Manila.             | 1954-09-08 | 8 September 1954
            On 9 October he flew to Vientiane.                       | 2024-10-09 | 9 October 2024
            On 9 February he flew to Vientiane.                      | 2025-02-09 | 9 February 2025
            It has met every year since May 2007 in some form.       | 2007-05-01 | May 2007
            The treaty dates from 1951.                              | 1951-01-01 | 1951
            """)
    void readsTheFinestTimeOfASentence(String sentence, LocalDate from, String name) {
        assertThat(TimeReference.in(sentence, PUBLISHED)).hasValueSatisfying(time -> {
            assertThat(time.from()).isEqualTo(from);
            assertThat(time.name()).isEqualTo(name);
        });
    }

    @Test
    void aSentenceWithoutATimeHasNone() {
        assertThat(TimeReference.in("He may march on.", PUBLISHED)).isEmpty();
        assertThat(TimeReference.in("About 1955 soldiers are there.", PUBLISHED))
                .isEmpty();
    }

    @Test
    void aDayWithoutAYearIsNoneWhereThePublicationIsUnknown() {
        assertThat(TimeReference.in("On 9 October he flew to Vientiane.", Optional.empty()))
                .isEmpty();
    }

    @Test
    void aDayThatDoesNotExistIsNone() {
        assertThat(TimeReference.in("On 31 June nothing happened.", PUBLISHED)).isEmpty();
    }
}
