package ibid.answer.extract;

import static org.assertj.core.api.Assertions.assertThat;

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
                        Optional.empty()),
                score);
    }

    @Test
    void aCopyInAnotherArticleIsCitedBesideNotShownAgain() {
        List<SentenceSelection.Pick> picks = SentenceSelection.select(
                List.of(candidate("first", 0, 0.9), candidate("second", 0, 0.8)), List.of(), 4);
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
                4);
        assertThat(picks)
                .extracting(pick -> pick.main().text())
                .containsExactly(
                        "The ferry Aurelia was sold to Bergen on Monday.", "The price was two million crowns.");
    }

    @Test
    void whatFallsFarBehindTheBestIsLeftOut() {
        assertThat(SentenceSelection.select(
                        List.of(candidate("first", 0, 0.9), candidate("second", 1, 0.1)), List.of(), 4))
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
                4);
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
                        2))
                .hasSize(2);
    }
}
