package ibid.answer.contradiction;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.answer.question.QuestionAnalysis;
import ibid.answer.rank.ScoredCandidate;
import ibid.answer.rank.SentenceFeatures;
import ibid.answer.rank.SentenceRanker;
import ibid.index.Collection;
import ibid.search.HybridRetriever;
import ibid.search.Query;
import ibid.search.Ranking;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pairs of all files in one collection, so that every article can be set against every other. */
class ContradictionPairsTest {

    private static final List<NewsPair> DEVELOPED = NewsPair.read("pairs-developed.txt");
    private static final List<NewsPair> HELD_OUT = NewsPair.read("pairs-held-out.txt");
    private static final List<NewsPair> IN_ARTICLES = NewsPair.read("pairs-in-articles.txt");
    private static final int PASSAGES = 12; // as an answer in prose reads

    @TempDir
    private static Path folder;

    private static Collection collection;

    @BeforeAll
    static void index() {
        collection = new Collection(folder);
        List<NewsPair> all = new ArrayList<>(DEVELOPED);
        all.addAll(HELD_OUT);
        all.addAll(IN_ARTICLES);
        for (int at = 0; at < all.size(); at++) {
            for (int side = 0; side < 2; side++) {
                NewsPair.Report report = all.get(at).reports().get(side);
                collection.with("pair" + at + "-" + side, report.outlet(), report.day(), report.text());
            }
        }
        collection.update();
    }

    @AfterAll
    static void close() {
        collection.close();
    }

    private record Figures(double precision, double recall, List<String> mistakes) {

        static Figures of(List<NewsPair> pairs) {
            double found = 0;
            double right = 0;
            double wanted = 0;
            List<String> mistakes = new ArrayList<>();
            for (NewsPair pair : pairs) {
                List<String> sides = sides(pair.question());
                boolean isRight = sides.isEmpty() != pair.disagrees();
                found += sides.isEmpty() ? 0 : 1;
                right += isRight && pair.disagrees() ? 1 : 0;
                wanted += pair.disagrees() ? 1 : 0;
                if (!isRight) {
                    mistakes.add(pair.kind() + ": " + pair.question() + " " + sides);
                }
            }
            return new Figures(right / found, right / wanted, mistakes);
        }

        private static List<String> sides(String asked) {
            Ranking ranking =
                    new HybridRetriever(collection.index(), collection.embedder()).retrieve(new Query(asked), PASSAGES);
            QuestionAnalysis question = QuestionAnalysis.of(asked, ranking);
            List<ScoredCandidate> ranked =
                    SentenceRanker.withoutReader().rank(asked, SentenceFeatures.measure(question, ranking));
            return Contradictions.among(Contradictions.read(question, ranked)).stream()
                    .map(Assertion::words)
                    .toList();
        }
    }

    @Test
    void mostPairsItWasDevelopedOnAreToldApart() {
        Figures figures = Figures.of(DEVELOPED);
        assertThat(figures.precision()).as("%s", figures).isGreaterThanOrEqualTo(0.95);
        assertThat(figures.recall()).as("%s", figures).isGreaterThanOrEqualTo(0.7);
    }

    @Test
    void mostPairsItHasNotSeenAreToldApart() {
        Figures figures = Figures.of(HELD_OUT);
        assertThat(figures.precision()).as("%s", figures).isGreaterThanOrEqualTo(0.95);
        assertThat(figures.recall()).as("%s", figures).isGreaterThanOrEqualTo(0.7);
    }

    @Test
    void mostPairsOfWholeArticlesAreToldApart() {
        Figures figures = Figures.of(IN_ARTICLES);
        assertThat(figures.precision()).as("%s", figures).isGreaterThanOrEqualTo(0.95);
        assertThat(figures.recall()).as("%s", figures).isGreaterThanOrEqualTo(0.7);
    }
}
