package ibid.answer.rank;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.answer.extract.Rankings;
import ibid.index.Collection;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnswerabilityFeaturesTest {

    @TempDir
    private Path folder;

    private Collection collection;

    @BeforeEach
    void open() {
        collection = new Collection(folder);
        collection.with("one", "Harbour Gazette", "2025-03-03", "The ferry has 40 sailors. It is blue.");
        collection.with("two", "Coast Times", "2025-03-04", "A crew of 40 sailors runs the ferry. It was loud.");
        collection.update();
    }

    @AfterEach
    void close() {
        collection.close();
    }

    private Map<AnswerabilityFeature, Double> features(String question) {
        List<ScoredCandidate> ranked = new ArrayList<>();
        for (Candidate candidate : SentenceFeatures.measure(question, Rankings.of(collection, question))) {
            double score = candidate.text().contains("40") ? 0.8 : 0.2;
            ranked.add(new ScoredCandidate(candidate, score));
        }
        ranked.sort((one, other) -> Double.compare(other.score(), one.score()));
        return AnswerabilityFeatures.of(ranked);
    }

    @Test
    void sentencesThatGiveTheSameAnswerAgree() {
        Map<AnswerabilityFeature, Double> features = features("How many sailors does the ferry have?");
        assertThat(features.get(AnswerabilityFeature.AGREEMENT)).isEqualTo(1.0 / 3);
        assertThat(features.get(AnswerabilityFeature.TYPE_SHARE)).isEqualTo(0.5);
        assertThat(features.get(AnswerabilityFeature.BEST_QUANTITY_FITS)).isEqualTo(1);
        assertThat(features.get(AnswerabilityFeature.MARGIN)).isZero();
    }

    @Test
    void aSentenceNearlyAsGoodAsTheBestMayHoldWhatIsAskedFor() {
        assertThat(features("How many sailors does the ferry have?").get(AnswerabilityFeature.NUMBER_FITS))
                .isEqualTo(1);
        assertThat(features("How many lifeboats does the ferry have?").get(AnswerabilityFeature.NUMBER_FITS))
                .isEqualTo(-1);
        assertThat(features("Who runs the ferry?").get(AnswerabilityFeature.PERSON_FITS))
                .isEqualTo(-1);
    }

    @Test
    void aNameThatNoGoodSentenceHasIsMissing() {
        assertThat(features("Who runs the ferry?")).containsEntry(AnswerabilityFeature.NAME_MISSING, 1.0);
        assertThat(features("How many sailors does the ferry have?"))
                .doesNotContainKey(AnswerabilityFeature.NAME_MISSING);
    }

    @Test
    void aPronounMayStandForTheNameBefore() {
        collection.with("three", "Town Paper", "2025-03-05", "The port hired Ada Rao. She runs the ferry with 40 men.");
        collection.update();
        assertThat(features("Who runs the ferry?")).doesNotContainKey(AnswerabilityFeature.NAME_MISSING);
    }

    @Test
    void aNumberOfAnotherCountryDoesNotFit() {
        collection.with("three", "Town Paper", "2025-03-05", "Norway keeps 40 pilots in Bergen. In Poland are none.");
        collection.update();
        assertThat(features("How many pilots does Norway keep?")).containsEntry(AnswerabilityFeature.NUMBER_FITS, 1.0);
        assertThat(features("how many pilots does norway keep in poland"))
                .containsEntry(AnswerabilityFeature.NUMBER_FITS, -1.0);
    }

    @Test
    void aNumberOfAnotherNameDoesNotFitHoweverItIsWritten() {
        collection.with("three", "Town Paper", "2025-03-05", "It lies near Skagen, and Aurelia keeps 40 pilots there.");
        collection.with("four", "Town Paper", "2025-03-06", "Nobody has seen Boreas since. The port has 40 pilots.");
        collection.update();
        assertThat(features("how many pilots does aurelia keep")).containsEntry(AnswerabilityFeature.NUMBER_FITS, 1.0);
        assertThat(features("how many pilots does aurelia keep on boreas"))
                .containsEntry(AnswerabilityFeature.NUMBER_FITS, -1.0);
    }

    @Test
    void aTermThatNothingRoundTheSentenceHoldsIsMissing() {
        double missing = features("How many sailors of the ferry drowned?").get(AnswerabilityFeature.BEST_MISSING_TERM);
        double none = features("How many sailors does the ferry have?").get(AnswerabilityFeature.BEST_MISSING_TERM);
        assertThat(missing).isGreaterThan(none);
        assertThat(none).isZero();
    }

    @Test
    void aQuestionWhoseTypeHasNoFormIsOfNoType() {
        Map<AnswerabilityFeature, Double> features = features("Is the ferry blue?");
        assertThat(features).doesNotContainKeys(AnswerabilityFeature.ASKS_NUMBER, AnswerabilityFeature.BEST_HOLDS_TYPE);
    }
}
