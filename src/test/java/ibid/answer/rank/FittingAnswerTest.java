package ibid.answer.rank;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.answer.extract.Rankings;
import ibid.index.Collection;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FittingAnswerTest {

    private static final String BOTH = "The sailors of the ferry and the tug together get about 900 letters a year.";
    private static final String FERRY = "The ferry has 40 sailors.";

    @TempDir
    private Path folder;

    private Collection collection;

    @BeforeEach
    void open() {
        collection = new Collection(folder);
        collection.with("one", "Harbour Gazette", "2025-03-03", BOTH);
        collection.with("two", "Coast Times", "2025-03-04", FERRY);
        collection.update();
    }

    @AfterEach
    void close() {
        collection.close();
    }

    /** The first sentence, where the one of both has the score 0.8 and the ferry's has this one. */
    private String first(String question, double ferry) {
        List<ScoredCandidate> ranked = new ArrayList<>();
        for (Candidate candidate : SentenceFeatures.measure(question, Rankings.of(collection, question))) {
            ranked.add(new ScoredCandidate(candidate, candidate.text().equals(FERRY) ? ferry : 0.8));
        }
        ranked.sort((one, other) -> Double.compare(other.score(), one.score()));
        return FittingAnswer.first(ranked).getFirst().candidate().text();
    }

    @Test
    void aNumberOfWhatIsCountedGoesBeforeAnother() {
        assertThat(first("How many sailors does the ferry have?", 0.5)).isEqualTo(FERRY);
    }

    @Test
    void notIfItsSentenceIsMuchWorse() {
        assertThat(first("How many sailors does the ferry have?", 0.2)).isEqualTo(BOTH);
    }

    @Test
    void otherQuestionsKeepTheirOrder() {
        assertThat(first("Who writes to the sailors of the ferry?", 0.5)).isEqualTo(BOTH);
    }
}
