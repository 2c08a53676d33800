package ibid.model.onnx;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.InstanceOfAssertFactories.BYTE_ARRAY;

import ibid.IbidException;
import ibid.embedding.EmbeddedPassage;
import ibid.embedding.EmbeddedQuestion;
import ibid.language.Span;
import java.io.EOFException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class OnnxEmbedderTest {

    private static OnnxEmbedder model;

    @BeforeAll
    static void load() {
        model = new OnnxEmbedder(OnnxModel.BGE_SMALL);
    }

    @AfterAll
    static void close() {
        model.close();
    }

    private static double cosine(float[] a, float[] b) {
        double dot = 0;
        for (int i = 0; i < a.length; i++) {
            dot += a[i] * b[i];
        }
        return dot;
    }

    @Test
    void vectorsHaveLengthOne() {
        float[] vector = model.passages().embed("The carrier left Toulon in November.");
        assertThat(vector).hasSize(OnnxModel.BGE_SMALL.dimension());
        assertThat(cosine(vector, vector)).isCloseTo(1, within(1e-5));
    }

    @Test
    void theSameTextGivesTheSameBits() {
        assertThat(model.passages().embed("The carrier left Toulon."))
                .isEqualTo(model.passages().embed("The carrier left Toulon."));
    }

    @Test
    void aQuestionIsNearerToItsAnswerThanToAnotherSentence() {
        float[] question = model.queries().embed("From which port did the French aircraft carrier sail?");
        assertThat(cosine(question, model.passages().embed("The Charles de Gaulle left Toulon on 28 November.")))
                .isGreaterThan(
                        cosine(question, model.passages().embed("The museum shows maps of the old harbour.")) + 0.1);
    }

    @Test
    void anEmptyTextDoesNotBreakIt() {
        assertThat(model.passages().embed(" ")).hasSize(384);
    }

    @Test
    void aMissingModelIsReportedInOneLine() {
        try (OnnxEmbedder missing =
                new OnnxEmbedder(new OnnxModel("no-such-model", 384, OnnxModel.Pooling.CLS, "", "", ""))) {
            assertThatThrownBy(missing::loaded)
                    .isInstanceOf(IbidException.class)
                    .hasMessageContaining("no-such-model.onnx");
        }
    }

    @Test
    void aTextLongerThanTheModelTakesIsEmbedded() {
        for (String part : List.of("日本の新しい条約", "a", "treaty ", "é-")) {
            float[] vector = model.queries().embed(part.repeat(900));
            assertThat(cosine(vector, vector)).isCloseTo(1, within(1e-5));
        }
    }

    private static final String LEFT = "The Charles de Gaulle left Toulon on 28 November.";
    private static final String MUSEUM = "The museum shows maps of the old harbour.";

    /** How well the sentences of a passage match a question. */
    private static List<Float> similarities(String between) throws EOFException {
        int next = LEFT.length() + between.length();
        List<Span> sentences = List.of(new Span(0, LEFT.length()), new Span(next, next + MUSEUM.length()));
        byte[] passage = model.passages()
                .embedPassage(LEFT + between + MUSEUM, sentences)
                .sentenceBytes();
        return model.queries()
                .embedQuestion("Which port did the Charles de Gaulle leave?")
                .similarities(passage, 0, passage.length);
    }

    @Test
    void aQuestionMatchesTheSentenceOfAPassageThatAnswersIt() throws EOFException {
        List<Float> similarities = similarities(" ");
        assertThat(similarities.getFirst()).isGreaterThan(similarities.getLast() + 0.03f);
    }

    @Test
    void sentencesBeyondTheModelsWindowHaveTheirOwnVectors() throws EOFException {
        List<Float> similarities = similarities(" Some word. ".repeat(300));
        assertThat(similarities.getFirst()).isGreaterThan(similarities.getLast() + 0.1f);
    }

    @Test
    void sentencesAreFoundByCodePoints() {
        int smileys = 60;
        int start = smileys + 1 + LEFT.length() + 1;
        int end = start + MUSEUM.length();
        String passage = "😀".repeat(smileys) + " " + LEFT + " " + MUSEUM;
        List<byte[]> vectors = model.passages()
                .embedPassage(
                        passage, List.of(new Span(start, end), new Span(start, end + smileys), new Span(smileys, end)))
                .sentences();
        assertThat(vectors.get(0)).isEqualTo(vectors.get(1)).isNotEqualTo(vectors.get(2));
    }

    @Test
    void aPassageHasTheSameVectorWithAndWithoutSentences() {
        EmbeddedPassage passage =
                model.passages().embedPassage(LEFT, List.of(new Span(0, 20), new Span(20, LEFT.length())));
        assertThat(passage.sentences()).hasSize(2);
        assertThat(passage.whole()).isEqualTo(model.passages().embed(LEFT));
        assertThat(model.queries().embedQuestion(LEFT).whole())
                .isEqualTo(model.queries().embed(LEFT));
    }

    @Test
    void whatHasNoLetterOrDigitIsNotCompared() {
        Span whole = new Span(0, 14);
        List<byte[]> vectors = model.passages()
                .embedPassage("Left. – , \u0000 ", List.of(new Span(0, 5), whole, new Span(6, 12)))
                .sentences();
        assertThat(vectors.get(0)).isNotEmpty().isEqualTo(vectors.get(1));
        assertThat(vectors.get(2)).isEmpty();
    }

    @Test
    void aQuestionsTokensTogetherWeighOne() {
        for (String question : List.of("Why?", "Who commands the fleet, and since when?", "treaty ".repeat(900))) {
            double sum = model.queries().embedQuestion(question).tokens().stream()
                    .mapToDouble(EmbeddedQuestion.Token::weight)
                    .sum();
            assertThat(sum).isCloseTo(1, within(1e-3));
        }
    }

    @Test
    void itsIdSaysHowTokensAreEmbedded() {
        OnnxModel bge = OnnxModel.BGE_SMALL;
        try (OnnxEmbedder plain = new OnnxEmbedder(new OnnxModel(
                bge.name(), bge.dimension(), bge.pooling(), bge.queryPrefix(), bge.passagePrefix(), ""))) {
            assertThat(plain.id()).startsWith(bge.name()).isNotEqualTo(model.id());
            Span whole = new Span(0, MUSEUM.length());
            assertThat(plain.passages().embedPassage(MUSEUM, List.of(whole)).sentences())
                    .singleElement(as(BYTE_ARRAY))
                    .hasSize(bge.dimension());
        }
    }
}
