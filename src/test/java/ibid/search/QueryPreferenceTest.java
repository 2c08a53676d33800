package ibid.search;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.article.ArticleId;
import ibid.index.PassageOrigin;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

class QueryPreferenceTest {

    private static final LocalDate TODAY = LocalDate.parse("2025-06-30");
    private static final List<String> PUBLISHERS = List.of("", "Ibid Maritime", "Time");

    private static PassageOrigin origin(String publisher, String day) {
        return new PassageOrigin(
                new ArticleId("a"),
                publisher,
                day.isEmpty()
                        ? OptionalLong.empty()
                        : OptionalLong.of(LocalDate.parse(day).toEpochDay()));
    }

    private static double bonus(String question, PassageOrigin origin) {
        return QueryPreference.of(new Query(question), TODAY, PUBLISHERS)
                .bonus(origin, LocalDate.parse("2020-01-01").toEpochDay());
    }

    @Test
    void thisWeekCountsBackFromTheDayOfAsking() {
        assertThat(bonus("Who resigned this week?", origin("", "2025-06-28")))
                .isGreaterThan(bonus("Who resigned this week?", origin("", "2025-05-28")));
        assertThat(bonus("Who resigned this week?", origin("", "2019-12-31"))).isLessThan(0.001);
    }

    @Test
    void theLatestCountsBackFromTheNewestThereIs() {
        assertThat(bonus("the latest on the ferry", origin("", "2019-12-31"))).isGreaterThan(0.3);
    }

    @Test
    void anUndatedArticleIsNotRecent() {
        assertThat(bonus("Who resigned this week?", origin("", ""))).isZero();
    }

    @Test
    void aPlainQuestionPrefersNothing() {
        assertThat(QueryPreference.of(new Query("Who resigned over the ferry?"), TODAY, PUBLISHERS)
                        .maxBonus())
                .isZero();
    }

    @Test
    void whatTheQuestionBeforeWasAnsweredFromComesSooner() {
        Query followUp = new Query("When was it sold?", SearchFilters.NONE, Set.of(new ArticleId("a")));
        QueryPreference preference = QueryPreference.of(followUp, TODAY, PUBLISHERS);

        assertThat(preference.bonus(origin("", ""), 0))
                .isPositive()
                .isLessThan(bonus("What does Ibid Maritime say about France?", origin("Ibid Maritime", "")));
    }

    @Test
    void aPublisherIsPreferredWhereItIsNamed() {
        assertThat(bonus("What does Ibid Maritime say about France?", origin("Ibid Maritime", "")))
                .isPositive();
        assertThat(bonus("What does Ibid Maritime say about France?", origin("Ibid Wire", "")))
                .isZero();
    }

    @Test
    void aPublishersNameThatIsAWordNeedsAWordOfSaying() {
        assertThat(bonus("What did Time report on ferries?", origin("Time", "")))
                .isPositive();
        assertThat(bonus("According to Time, who won?", origin("Time", ""))).isPositive();
        assertThat(bonus("Time and again, who won?", origin("Time", ""))).isZero();
    }
}
