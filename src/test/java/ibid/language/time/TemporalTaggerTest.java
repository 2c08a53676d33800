package ibid.language.time;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.language.Span;
import ibid.language.Text;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TemporalTaggerTest {

    private static final LocalDate PUBLISHED = LocalDate.of(2024, 11, 8);

    private static Timex only(String words) {
        assertThat(TemporalTagger.tag(words, Optional.of(PUBLISHED))).as(words).hasSize(1);
        return TemporalTagger.tag(words, Optional.of(PUBLISHED)).getFirst();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "The next round will be held on 15 January|2025-01-15|2025-01-15",
                "The last round was held on 15 January|2024-01-15|2024-01-15",
                "Talks will open on 10 March in Geneva|2025-03-10|2025-03-10",
                "He arrived on November 3|2024-11-03|2024-11-03",
                "He arrived on Nov. 3, 2021|2021-11-03|2021-11-03",
                "The bridge was closed last December|2023-12-01|2023-12-31",
                "It was founded in May 2007|2007-05-01|2007-05-31",
                "A boat sank in July|2024-07-01|2024-07-31",
                "The pact dates from 1951|1951-01-01|1951-12-31",
                "Signed on 2019-04-30|2019-04-30|2019-04-30"
            })
    void allUsersOfDatesAgree(String words, LocalDate from, LocalDate to) {
        TimeRange meant = new TimeRange(from, to);
        assertThat(only(words).days()).contains(meant);
        assertThat(only(words).date().days()).as("what claims are compared by").contains(meant);

        Text text = new Text(words);
        assertThat(TemporalExpression.in(text, new Span(0, text.length()), Optional.of(PUBLISHED)))
                .as("what is marked in the article")
                .singleElement()
                .satisfies(marked ->
                        assertThat(new TimeRange(marked.from(), marked.to())).isEqualTo(meant));
        assertThat(TimeReference.in(words, Optional.of(PUBLISHED)))
                .as("where it is in a timeline")
                .hasValueSatisfying(time ->
                        assertThat(new TimeRange(time.from(), time.to())).isEqualTo(meant));
        assertThat(meant.admits(words, Optional.of(PUBLISHED))).isTrue();
        assertThat(new TimeRange(to.plusDays(1), LocalDate.MAX).admits(words, Optional.of(PUBLISHED)))
                .as("whether a question's time admits it")
                .isFalse();
    }

    @Test
    void aWholeDateIsReadAlikeInAnArticleAndInItsHead() {
        assertThat(Dates.firstIn("8. November 2024")).contains(PUBLISHED);
        assertThat(only("am 8. November 2024").days()).contains(TimeRange.ofDay(PUBLISHED));
        assertThat(Dates.firstIn("8 déc. 2024")).contains(LocalDate.of(2024, 12, 8));
        assertThat(only("le 8 déc. 2024").days()).contains(TimeRange.ofDay(LocalDate.of(2024, 12, 8)));
    }

    @Test
    void aDayThatDoesNotExistHasNoDays() {
        assertThat(only("on 31 June 2024").days()).isEmpty();
    }

    @Test
    void withoutAPublicationRelativeTimesAreFoundButNotResolved() {
        assertThat(TemporalTagger.tag("It rained last week.")).singleElement().satisfies(timex -> {
            assertThat(timex.words()).isEqualTo("last week");
            assertThat(timex.isWritten()).isFalse();
            assertThat(timex.days()).isEmpty();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"in MARCH 2024", "in mars 2024", "in März 2024", "in Mar. 2024"})
    void aMonthIsReadInCapitalsAndOtherLanguages(String words) {
        assertThat(only(words).days()).contains(new TimeRange(LocalDate.of(2024, 3, 1), LocalDate.of(2024, 3, 31)));
    }
}
