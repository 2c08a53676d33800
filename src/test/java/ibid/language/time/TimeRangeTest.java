package ibid.language.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeRangeTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "What did Japan do in 2024?|2024-01-01|2024-12-31",
                "What happened during October 2023?|2023-10-01|2023-10-31",
                "Who visited between May and 3 June 2024?|2024-05-01|2024-06-03",
                "What happened from July 2023 to 2024?|2023-07-01|2024-12-31",
                "What was agreed on, in early 2022?|2022-01-01|2022-12-31"
            })
    void aQuestionsTimeIsRead(String question, LocalDate from, LocalDate to) {
        assertThat(TimeRange.of(question)).isEqualTo(new TimeRange(from, to));
    }

    @Test
    void beforeAndAfterLeaveOutTheTimeItself() {
        assertThat(TimeRange.of("What was said before July 2024?").to()).isEqualTo(LocalDate.of(2024, 6, 30));
        assertThat(TimeRange.of("What was said after 2022?").from()).isEqualTo(LocalDate.of(2023, 1, 1));
        assertThat(TimeRange.of("What has been said since 2022?").from()).isEqualTo(LocalDate.of(2022, 1, 1));
        assertThat(TimeRange.of("What was built by March 2021?").to()).isEqualTo(LocalDate.of(2021, 3, 31));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Who won the 2024 election?",
                "What did the summit of 2024 decide?",
                "When was NATO founded?",
                "What happened between Japan and Korea?"
            })
    void aYearThatNamesSomethingBoundsNothing(String question) {
        assertThat(TimeRange.of(question)).isEqualTo(TimeRange.ALL);
    }

    @Test
    void textOnlyOfAnotherTimeIsNotAdmitted() {
        TimeRange bounds = TimeRange.of("What did Japan do in 2024?");
        Optional<LocalDate> published = Optional.of(LocalDate.of(2025, 1, 10));
        assertThat(bounds.admits("Japan joined in 2019.", published)).isFalse();
        assertThat(bounds.admits("Japan, a member since 2019, left on 4 May 2024.", published))
                .isTrue();
        assertThat(bounds.admits("Japan left last year.", published)).isTrue();
        assertThat(bounds.admits("Japan left.", published)).isTrue();
    }
}
