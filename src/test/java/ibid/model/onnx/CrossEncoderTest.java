package ibid.model.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ibid.IbidException;
import ibid.language.Span;
import ibid.model.EntailmentModel;
import ibid.model.PassageReader;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shipped model on cases that it must judge correctly. */
class CrossEncoderTest {

    private static final String PASSAGE =
            "The museum shows maps of the old harbour. The carrier left Toulon on 28 November. Tickets cost "
                    + "four euros.";
    private static final List<Span> SENTENCES = List.of(new Span(0, 41), new Span(42, 81), new Span(82, 106));

    private static CrossEncoder model;

    @BeforeAll
    static void load() {
        model = new CrossEncoder();
    }

    @AfterAll
    static void close() {
        model.close();
    }

    @Test
    void theSentenceThatAnswersScoresHighestAndItsWordsAreMarked() {
        PassageReader.Judgement judgement = model.read("From which port did the carrier leave?", PASSAGE, SENTENCES);
        assertThat(judgement.sentences().get(1))
                .isGreaterThan(judgement.sentences().get(0))
                .isGreaterThan(judgement.sentences().get(2));
        assertThat(judgement.answers().get(1))
                .hasValueSatisfying(answer -> assertThat(PASSAGE.substring(answer.start(), answer.end()))
                        .contains("Toulon"));
    }

    @Test
    void aPassageThatAnswersScoresAboveOneThatDoesNot() {
        String question = "How much do tickets to the museum cost?";
        assertThat(model.read(question, PASSAGE, SENTENCES).passage())
                .isGreaterThan(model.read(question, PASSAGE.substring(0, 81), SENTENCES.subList(0, 2))
                        .passage());
    }

    @Test
    void placesAreCodePointsAlsoBehindOthers() {
        PassageReader.Judgement judgement = model.read(
                "From which port did the carrier leave?",
                "😀😀 " + PASSAGE.substring(42, 81),
                List.of(new Span(0, 42)));
        assertThat(judgement.answers().getFirst())
                .hasValueSatisfying(answer -> assertThat(answer.start()).isBetween(3, 23));
    }

    @Test
    void sentencesBeyondTheCutAreJudgedWithTheirPassage() {
        String longText =
                IntStream.range(0, 400)
                                .mapToObj(i -> "word")
                                .reduce((one, other) -> one + " " + other)
                                .orElseThrow() + ". The end.";
        PassageReader.Judgement judgement = model.read(
                "What is at the end?",
                longText,
                List.of(new Span(0, longText.length() - 9), new Span(longText.length() - 8, longText.length())));
        assertThat(judgement.sentences().get(1)).isEqualTo(judgement.passage());
        assertThat(judgement.answers().get(1)).isEmpty();
    }

    @Test
    void aVerdictIsAProbability() {
        EntailmentModel.Probabilities odds = model.check("The carrier left Toulon in November.", PASSAGE);
        assertThat(odds.full() + odds.partial() + odds.none() + odds.contradicted())
                .isCloseTo(1, within(1e-6));
    }

    @Test
    void whatTheTextSaysIsFoundLikelierThanWhatItDoesNot() {
        double score = model.check("The carrier left from the port of Toulon.", PASSAGE)
                .full();
        assertThat(score)
                .isGreaterThan(
                        model.check("The carrier sank off Marseille.", PASSAGE).full() + 0.2);
        assertThat(score)
                .isGreaterThan(model.check("The museum was closed in January.", PASSAGE)
                                .full()
                        + 0.2);
    }

    @Test
    void anEmptyTextDoesNotBreakIt() {
        assertThat(model.check("", "").full()).isBetween(0.0, 1.0);
        assertThat(model.read("Who?", " ", List.of(new Span(0, 1))).sentences()).hasSize(1);
    }

    @Test
    void aFolderWithoutAModelIsReportedInOneLine(@TempDir Path folder) {
        try (CrossEncoder none = new CrossEncoder(folder)) {
            assertThatThrownBy(() -> none.check("A claim.", "A text."))
                    .isInstanceOf(IbidException.class)
                    .hasMessageContaining("cross-encoder.onnx");
        }
    }

    /** Such a question once had more tokens than the model takes, and failed. */
    @Test
    void aLongTextOnEitherSideIsCut() {
        String japanese = "日本の新しい条約について政府は何と言いましたか".repeat(100);
        String english = "Who said what about the treaty of the northern ports in the year before? ".repeat(30);
        for (String question : List.of(japanese, english)) {
            assertThat(model.read(question, PASSAGE, SENTENCES).sentences()).hasSize(SENTENCES.size());
            assertThat(model.check(question, question).full()).isBetween(0.0, 1.0);
            assertThat(model.check("Ten came.", question).full()).isBetween(0.0, 1.0);
        }
    }
}
