package ibid.answer.selection;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.answer.SentenceRole;
import ibid.answer.extract.Rankings;
import ibid.answer.question.AnswerMatch;
import ibid.answer.rank.Candidate;
import ibid.answer.rank.ScoredCandidate;
import ibid.index.Collection;
import ibid.search.Hit;
import ibid.search.IndexTerms;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SentenceSelectionTest {

    private static final SentenceSelection.Limits FOUR = SentenceSelection.Limits.ofRows(4);

    @TempDir
    private Path folder;

    private Collection collection;

    @BeforeEach
    void open() {
        collection = new Collection(folder);
        collection
                .with(
                        "first",
                        "Desk",
                        "2024-01-01",
                        "The ferry Aurelia was sold to Bergen on Monday. Nobody had ever sailed in her. The "
                                + "mayor wept in the town hall.")
                .with(
                        "second",
                        "Wire",
                        "2024-01-02",
                        "The ferry Aurelia was sold to Bergen on Monday morning. The price was two million crowns.");
        collection.update();
    }

    @AfterEach
    void close() {
        collection.close();
    }

    private ScoredCandidate candidate(String article, int at, double score) {
        return candidate(article, at, score, Optional.empty());
    }

    private ScoredCandidate answering(String article, int at, double score, String answer) {
        ScoredCandidate plain = candidate(article, at, score);
        return candidate(
                article,
                at,
                score,
                Optional.of(AnswerMatch.bare(answer, plain.text().indexOf(answer), true)));
    }

    private ScoredCandidate candidate(String article, int at, double score, Optional<AnswerMatch> answer) {
        Hit hit = Rankings.of(collection, "ferry Aurelia price mayor").hits().stream()
                .filter(one -> one.article().id().value().equals(article))
                .findFirst()
                .orElseThrow();
        return new ScoredCandidate(
                new Candidate(
                        hit,
                        at,
                        IndexTerms.in(hit.article()
                                .text()
                                .slice(hit.passage().sentences().get(at))),
                        true,
                        Map.of(),
                        List.of(),
                        answer),
                score);
    }

    @Test
    void aCopyInAnotherArticleIsCitedBesideNotShownAgain() {
        List<SentenceSelection.Pick> picks = SentenceSelection.select(
                List.of(candidate("first", 0, 0.9), candidate("second", 0, 0.8)), List.of(), FOUR);
        assertThat(picks)
                .singleElement()
                .satisfies(pick -> assertThat(pick.copies())
                        .extracting(copy -> copy.hit().article().id().value())
                        .containsExactly("second"));
    }

    @Test
    void eachPickAddsSomething() {
        List<SentenceSelection.Pick> picks = SentenceSelection.select(
                List.of(candidate("first", 0, 0.9), candidate("second", 1, 0.8), candidate("second", 0, 0.7)),
                List.of(),
                FOUR);
        assertThat(picks)
                .extracting(pick -> pick.main().text())
                .containsExactly(
                        "The ferry Aurelia was sold to Bergen on Monday.", "The price was two million crowns.");
    }

    @Test
    void whatFallsFarBehindTheBestIsLeftOut() {
        assertThat(SentenceSelection.select(
                        List.of(candidate("first", 0, 0.9), candidate("second", 1, 0.1)), List.of(), FOUR))
                .hasSize(1);
    }

    @Test
    void theBestLeadsAndItsArticleKeepsItsOwnOrder() {
        List<SentenceSelection.Pick> picks = SentenceSelection.select(
                List.of(
                        candidate("first", 1, 0.9),
                        candidate("second", 1, 0.85),
                        candidate("first", 2, 0.8),
                        candidate("first", 0, 0.7)),
                List.of(),
                FOUR);
        assertThat(picks)
                .extracting(pick -> pick.main().hit().article().id().value()
                        + pick.main().candidate().ordinal())
                .containsExactly("first1", "first0", "first2", "second1");
    }

    @Test
    void noMoreThanAskedFor() {
        assertThat(SentenceSelection.select(
                        List.of(candidate("first", 0, 0.9), candidate("first", 1, 0.9), candidate("first", 2, 0.9)),
                        List.of(),
                        SentenceSelection.Limits.ofRows(2)))
                .hasSize(2);
    }

    @Test
    void aFactIsAnsweredByOneSentence() {
        assertThat(SentenceSelection.select(
                        List.of(
                                answering("first", 0, 0.9, "Monday"),
                                candidate("first", 2, 0.85),
                                answering("second", 0, 0.8, "Monday")),
                        List.of(),
                        SentenceSelection.Limits.FACT))
                .singleElement()
                .satisfies(pick -> assertThat(pick.copies()).hasSize(1));
    }

    @Test
    void anotherValueOfAFactIsAddedWhereItIsNearlyAsGood() {
        ScoredCandidate best = answering("second", 0, 0.9, "Monday");
        ScoredCandidate other = answering("second", 1, 0.8, "two million");
        assertThat(SentenceSelection.select(List.of(best, other), List.of(), SentenceSelection.Limits.FACT))
                .hasSize(2);
        ScoredCandidate poor = answering("second", 1, 0.3, "two million");
        assertThat(SentenceSelection.select(List.of(best, poor), List.of(), SentenceSelection.Limits.FACT))
                .hasSize(1);
    }

    @Test
    void theNextSentenceAnswersRatherThanOneAsGoodElsewhere() {
        ScoredCandidate best = candidate("first", 0, 0.6);
        ScoredCandidate next = candidate("first", 1, 0.25);
        ScoredCandidate elsewhere = candidate("second", 1, 0.25);
        assertThat(new FurtherSentence(next, best, false).probability())
                .isGreaterThan(new FurtherSentence(elsewhere, best, false).probability());
        assertThat(SentenceSelection.select(List.of(best, elsewhere, next), List.of(), SentenceSelection.Limits.PROSE))
                .extracting(SentenceSelection.Pick::main)
                .containsExactly(best, next);
    }

    @Test
    void sentencesThatContradictAreAllShownAndTheLaterOnesAreSides() {
        ScoredCandidate best = answering("first", 0, 0.9, "Monday");
        ScoredCandidate other = answering("second", 1, 0.3, "two million");
        assertThat(SentenceSelection.select(List.of(best, other), List.of(best, other), SentenceSelection.Limits.FACT))
                .extracting(SentenceSelection.Pick::role)
                .containsExactly(SentenceRole.ANSWER, SentenceRole.SIDE);
    }
}
