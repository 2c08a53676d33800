package ibid.model.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ibid.IbidException;
import ibid.language.Span;
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

    /** Dot products of a question with the sentences of a passage. */
    private static List<Double> products(String between) {
        int next = LEFT.length() + between.length();
        List<Span> sentences = List.of(new Span(0, LEFT.length()), new Span(next, next + MUSEUM.length()));
        List<float[]> vectors = model.passages().embed(LEFT + between + MUSEUM, sentences);
        float[] question = model.queries().embed("From which port did the French aircraft carrier sail?");
        return List.of(cosine(question, vectors.get(1)), cosine(question, vectors.get(2)));
    }

    @Test
    void aQuestionIsNearerToTheSentenceOfAPassageThatAnswersIt() {
        List<Double> products = products(" ");
        assertThat(products.getFirst()).isGreaterThan(products.getLast() + 0.03);
    }

    @Test
    void sentencesBeyondTheModelsWindowHaveTheirOwnVectors() {
        List<Double> products = products(" Some word. ".repeat(300));
        assertThat(products.getFirst()).isGreaterThan(products.getLast() + 0.1);
    }

    @Test
    void sentencesAreFoundByCodePoints() {
        int smileys = 60;
        int start = smileys + 1 + LEFT.length() + 1;
        int end = start + MUSEUM.length();
        String passage = "😀".repeat(smileys) + " " + LEFT + " " + MUSEUM;
        List<float[]> vectors = model.passages()
                .embed(passage, List.of(new Span(start, end), new Span(start, end + smileys), new Span(smileys, end)));
        assertThat(vectors.get(1)).isEqualTo(vectors.get(2)).isNotEqualTo(vectors.get(3));
    }

    @Test
    void aPassageHasTheSameVectorWithAndWithoutSentences() {
        List<float[]> vectors = model.passages().embed(LEFT, List.of(new Span(0, 20), new Span(20, LEFT.length())));
        assertThat(vectors).hasSize(3);
        assertThat(vectors.getFirst()).isEqualTo(model.passages().embed(LEFT));
    }

    @Test
    void aSentenceWithoutTokensHasItsPassagesVector() {
        List<float[]> vectors = model.passages().embed("Left.  \u0000 ", List.of(new Span(6, 8)));
        assertThat(vectors.getLast()).isEqualTo(vectors.getFirst());
    }

    @Test
    void itsIdSaysHowSentencesAreEmbedded() {
        try (OnnxEmbedder plain = new OnnxEmbedder(OnnxModel.BGE_SMALL.withoutSentenceWeights())) {
            assertThat(plain.id()).startsWith(OnnxModel.BGE_SMALL.name()).isNotEqualTo(model.id());
            Span whole = new Span(0, MUSEUM.length());
            assertThat(plain.passages().embed(MUSEUM, List.of(whole)).getLast())
                    .isNotEqualTo(model.passages().embed(MUSEUM, List.of(whole)).getLast());
        }
    }
}
