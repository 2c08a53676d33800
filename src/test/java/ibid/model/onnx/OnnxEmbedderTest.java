package ibid.model.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ibid.IbidException;
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
        assertThatThrownBy(() -> new OnnxEmbedder(new OnnxModel("no-such-model", 384, OnnxModel.Pooling.CLS, "", "")))
                .isInstanceOf(IbidException.class)
                .hasMessageContaining("no-such-model.onnx");
    }

    @Test
    void aTextLongerThanTheModelTakesIsEmbedded() {
        for (String part : List.of("日本の新しい条約", "a", "treaty ", "é-")) {
            float[] vector = model.queries().embed(part.repeat(900));
            assertThat(cosine(vector, vector)).isCloseTo(1, within(1e-5));
        }
    }
}
