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
            After the flood of 26 December they met, and parted again in January 2005. | 2004-12-26 | 26 December 2004
            The ferry sank on 3 July, two days after the storm of 1 July 2019.         | 2019-07-03 | 3 July 2019
            The lease, signed on 3 May 2024, begins on 15 April.                       | 2024-05-03 | 3 May 2024
            """)
    void readsTheFinestTimeOfASentence(String sentence, LocalDate from, String name) {
        assertThat(TimeReference.in(sentence, PUBLISHED)).hasValueSatisfying(time -> {
            assertThat(time.from()).isEqualTo(from);
            assertThat(time.name()).isEqualTo(name);
        });
    }

    /** A day to come is not one of the story that is told beside it. */
    @Test
    void aComingDayIsNotOfThePast() {
        assertThat(TimeReference.all("The lease, signed on 3 May 2019, will end on 15 April.", PUBLISHED))
                .extracting(TimeReference::name)
                .containsExactly("3 May 2019", "15 April 2025");
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
