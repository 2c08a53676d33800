package ibid.answer.rank;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.answer.extract.Rankings;
import ibid.answer.question.AnswerMatch;
import ibid.index.Collection;
import ibid.language.Span;
import ibid.model.LogisticModel;
import ibid.model.PassageReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReaderFeaturesTest {

    private static final String QUESTION = "When was the ferry Aurelia sold?";

    @TempDir
    private Path folder;

    private Collection collection;
    private final List<String> read = Collections.synchronizedList(new ArrayList<>());

    @BeforeEach
    void open() {
        collection = new Collection(folder);
        collection.with(
                "ferry",
                "Harbour Gazette",
                "2025-03-03",
                "The ferry Aurelia was built in 1999. It was painted in 2004. The Aurelia left in 2012. It was "
                        + "sold on 3 March 2025. The price is secret. The mayor is glad.");
        collection.update();
    }

    @AfterEach
    void close() {
        collection.close();
    }

    /** A reader that takes the sentence with a given word for the answer, and that word for its answering words. */
    private PassageReader looksFor(String word) {
        return (question, passage, sentences) -> {
            read.add(passage);
            List<Double> scores = sentences.stream()
                    .map(place -> slice(passage, place).contains(word) ? 5.0 : -5.0)
                    .toList();
            List<Optional<Span>> answers = sentences.stream()
                    .map(place -> slice(passage, place).contains(word)
                            ? Optional.of(new Span(passage.indexOf(word), passage.indexOf(word) + word.length()))
                            : Optional.<Span>empty())
                    .toList();
            return new PassageReader.Judgement(1, scores, scores, answers);
        };
    }

    private static String slice(String passage, Span place) {
        return passage.substring(place.start(), place.end());
    }

    private List<Candidate> candidates() {
        return SentenceFeatures.measure(QUESTION, Rankings.of(collection, QUESTION));
    }

    @Test
    void aSentenceIsReadAmongItsNeighbours() {
        ReaderFeatures.add(
                QUESTION,
                candidates().stream().filter(one -> one.ordinal() == 4).toList(),
                looksFor("secret"));
        assertThat(read).containsExactly("It was sold on 3 March 2025. The price is secret. The mayor is glad.");
    }

    @Test
    void neighboursAreReadTogetherOnceAndOthersApart() {
        ReaderFeatures.add(
                QUESTION,
                candidates().stream()
                        .filter(one -> one.ordinal() == 0 || one.ordinal() == 5)
                        .toList(),
                looksFor("secret"));
        assertThat(read)
                .containsExactlyInAnyOrder(
                        "The ferry Aurelia was built in 1999. It was painted in 2004.",
                        "The price is secret. The mayor is glad.");
        read.clear();
        ReaderFeatures.add(
                QUESTION,
                candidates().stream().filter(one -> one.ordinal() <= 2).toList(),
                looksFor("secret"));
        assertThat(read).hasSize(1);
    }

    @Test
    void whatTheReaderSaysGoesToItsSentence() {
        List<Candidate> close = ReaderFeatures.add(QUESTION, candidates(), looksFor("sold"));
        assertThat(close)
                .hasSize(6)
                .allSatisfy(one -> assertThat(one.feature(SentenceFeature.READER_SENTENCE))
                        .isEqualTo(one.text().contains("sold") ? 5 : -5));
        assertThat(close)
                .allSatisfy(one -> assertThat(one.feature(SentenceFeature.SENTENCE_SIMILARITY))
                        .isNotZero());
    }

    @Test
    void ofSeveralNamesTheOneMarkedIsTheAnswer() {
        assertThat(answerMarked("Which ship did Oslo buy?", "Borealis")).contains("Borealis");
        assertThat(answerMarked("Which ship did Oslo buy?", "Aurelia")).contains("Aurelia");
    }

    @Test
    void aDateThatIsSurelyAskedForStays() {
        assertThat(answerMarked("When was the Aurelia sold?", "2012")).contains("1999");
    }

    private Optional<String> answerMarked(String question, String marked) {
        collection.with(
                "years",
                "Harbour Gazette",
                "2025-03-03",
                "The Aurelia, sold in 1999, and the Borealis, sold in 2012, were both for Oslo to buy.");
        collection.update();
        List<Candidate> sentence = SentenceFeatures.measure(question, Rankings.of(collection, question)).stream()
                .filter(one -> one.text().contains("both for Oslo"))
                .toList();
        Candidate read =
                ReaderFeatures.add(question, sentence, looksFor(marked)).getFirst();
        return read.answer().map(AnswerMatch::text);
    }

    @Test
    void pickingPutsWhatReadsBestFirstAndTheUnreadBehind() {
        LogisticModel<AnswerabilityFeature> never = new LogisticModel<AnswerabilityFeature>(0, Map.of());
        LogisticModel<SentenceFeature> words = new LogisticModel<>(-4, Map.of(SentenceFeature.TERM_SHARE, 6.0)),
                reads = new LogisticModel<>(0, Map.of(SentenceFeature.READER_SENTENCE, 1.0));
        List<ScoredCandidate> ranked =
                new SentenceRanker(words, reads, never, Optional.of(looksFor("secret"))).rank(QUESTION, candidates());
        assertThat(ranked).hasSize(6);
        assertThat(ranked.getFirst().text()).isEqualTo("The price is secret.");
        assertThat(ranked)
                .isSortedAccordingTo(
                        Comparator.comparingDouble(ScoredCandidate::score).reversed());
        assertThat(new SentenceRanker(words, words, never, Optional.empty())
                        .rank(QUESTION, candidates())
                        .getFirst()
                        .text())
                .contains("Aurelia");
    }

    @Test
    void weightsShipForEveryUse() {
        assertThat(SentenceRanker.withoutReader().estimateConfidence(List.of())).isZero();
        assertThat(SentenceRanker.with(looksFor("sold"))
                        .estimateConfidence(
                                SentenceRanker.with(looksFor("sold")).rank(QUESTION, candidates())))
                .isBetween(0.0, 1.0);
    }
}
