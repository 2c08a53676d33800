package ibid.language.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2024-11-08",
                "2024/11/8",
                "08.11.2024",
                "November 8, 2024",
                "Nov. 8 2024",
                "8 November 2024",
                "8th of Nov 2024",
                "2024-11-08T10:00:00Z"
            })
    void readsTheUsualForms(String written) {
        assertThat(Dates.firstIn(written)).contains(LocalDate.of(2024, 11, 8));
    }

    @Test
    void passesOverDaysThatDoNotExist() {
        assertThat(Dates.in("31 June 2024 and 2024-13-01, then 1 July 2024")).containsExactly(LocalDate.of(2024, 7, 1));
    }

    @Test
    void aMonthAndAYearAreNotADay() {
        assertThat(Dates.in("in October 2024")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "November 8, 2024",
                "Published on 8 November 2024 at 10:15 a.m.",
                "Friday, November 8, 2024",
                "Updated: 2024-11-08 09:00 GMT"
            })
    void knowsALineThatIsOnlyADate(String line) {
        assertThat(Dates.isDateLine(line)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"On 8 November 2024 the council met in Rome.", "Politics", "The deal of November 8, 2024"})
    void aLineWithMoreToSayIsNotADateLine(String line) {
        assertThat(Dates.isDateLine(line)).isFalse();
    }
}
