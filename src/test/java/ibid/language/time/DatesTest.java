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
                "2024-11-08T10:00:00Z",
                "2024. november 8., péntek",
                "2024. nov. 8-án",
                "2024. 11. 08. 10:15",
                "2024. 11. 8."
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
    @ValueSource(
            strings = {"On 8 November 2024 the council met.", "It opens on 8 November 2024.", "会議は2024年11月8日に開かれた。"})
    void aSentenceTellsOfADay(String line) {
        assertThat(Dates.areToldIn(line)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"By Ida Rao on 8 November 2024.", "2024. november 8.", "8 November 2024", "8. November 2024."})
    void aLineOfAHeadStatesADay(String line) {
        assertThat(Dates.areToldIn(line)).isFalse();
    }

    @Test
    void anEnglishMonthAfterAYearAndAStopBeginsASentence() {
        assertThat(Dates.in("He left in 2019. May 7 was a holiday.")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"On 8 November 2024 the council met in Rome.", "Politics", "The deal of November 8, 2024"})
    void aLineWithMoreToSayIsNotADateLine(String line) {
        assertThat(Dates.isDateLine(line)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2024-11-08-budget.md",
                "2024-11-08_budget.md",
                "2024-11-08 budget.md",
                "8 November 2024 - budget.txt"
            })
    void readsTheDateThatAFileNameBeginsWith(String fileName) {
        assertThat(Dates.atStartOf(fileName)).contains(LocalDate.of(2024, 11, 8));
    }

    @Test
    void aDateLaterInAFileNameIsNotItsOwn() {
        assertThat(Dates.atStartOf("after-2024-11-08.md")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.org/2024/11/08/budget.html",
                "https://example.org/news/2024/11/8",
                "https://example.org/a/7/2024/11/08/budget",
                "https://example.org/2024-11-08/budget",
                "https://example.org/20241108/budget",
                "https://example.org/news/budget-20241108.html"
            })
    void readsTheDateInTheAddressOfAPage(String address) {
        assertThat(Dates.inPath(address)).contains(LocalDate.of(2024, 11, 8));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "https://example.org/remembering-11-september-2001",
                "https://example.org/2024/11/budget",
                "https://example.org/",
                "https://example.org/12345678/budget-20241399.html",
                "https://example.org/2024/13/40/budget"
            })
    void anAddressWithoutADateGivesNone(String address) {
        assertThat(Dates.inPath(address)).isEmpty();
    }
}
