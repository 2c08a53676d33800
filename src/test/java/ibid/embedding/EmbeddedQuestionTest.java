package ibid.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.EOFException;
import java.nio.BufferUnderflowException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class EmbeddedQuestionTest {

    private static final float[] EAST = {1, 0, 0};
    private static final float[] NORTH = {0, 1, 0};
    private static final float[] UP = {0, 0, 1};
    private static final float[] NORTH_EAST = {(float) Math.sqrt(0.5), (float) Math.sqrt(0.5), 0};

    private static final EmbeddedQuestion QUESTION = new EmbeddedQuestion(
            EAST,
            List.of(
                    new EmbeddedQuestion.Token(TokenVectors.encode(EAST), 0.75f),
                    new EmbeddedQuestion.Token(TokenVectors.encode(NORTH), 0.25f)));

    private static List<Float> similarities(byte[]... sentences) throws EOFException {
        byte[] bytes = new EmbeddedPassage(EAST, List.of(sentences)).sentenceBytes();
        return QUESTION.similarities(bytes, 0, bytes.length);
    }

    @Test
    void eachTokenOfTheQuestionCountsByItsNearestInTheSentence() throws EOFException {
        List<Float> similarities = similarities(
                TokenVectors.encode(EAST, NORTH),
                TokenVectors.encode(NORTH, UP),
                TokenVectors.encode(UP),
                TokenVectors.encode(NORTH_EAST));
        assertThat(similarities.get(0)).isCloseTo(1, within(0.01f));
        assertThat(similarities.get(1)).isCloseTo(0.25f, within(0.01f));
        assertThat(similarities.get(2)).isCloseTo(0, within(0.01f));
        assertThat(similarities.get(3)).isCloseTo((float) Math.sqrt(0.5), within(0.01f));
    }

    @Test
    void aSentenceWithoutTokensKeepsItsPlace() throws EOFException {
        List<Float> similarities = similarities(new byte[0], TokenVectors.encode(EAST), TokenVectors.encode());
        assertThat(similarities).hasSize(3);
        assertThat(similarities.get(0)).isZero();
        assertThat(similarities.get(1)).isCloseTo(0.75f, within(0.01f));
        assertThat(similarities.get(2)).isZero();
    }

    @Test
    void aQuestionComparedAsAWholeGivesACosine() throws EOFException {
        byte[] bytes = new EmbeddedPassage(EAST, List.of(TokenVectors.encode(NORTH_EAST))).sentenceBytes();
        assertThat(EmbeddedQuestion.of(EAST).similarities(bytes, 0, bytes.length))
                .singleElement()
                .satisfies(cosine -> assertThat(cosine).isCloseTo((float) Math.sqrt(0.5), within(0.01f)));
    }

    @Test
    void vectorsAreFoundInTheMiddleOfOtherBytes() throws EOFException {
        byte[] bytes =
                new EmbeddedPassage(EAST, List.of(TokenVectors.encode(EAST), TokenVectors.encode(UP))).sentenceBytes();
        byte[] longer = new byte[bytes.length + 9];
        Arrays.fill(longer, (byte) 99);
        System.arraycopy(bytes, 0, longer, 4, bytes.length);
        assertThat(QUESTION.similarities(longer, 4, bytes.length))
                .isEqualTo(QUESTION.similarities(bytes, 0, bytes.length));
    }

    @Test
    void damagedBytesAreRecognised() {
        byte[] whole = new EmbeddedPassage(EAST, List.of(TokenVectors.encode(EAST, UP))).sentenceBytes();
        byte[] negative = whole.clone();
        negative[0] = -1;
        byte[] odd = whole.clone();
        odd[3] = 4;
        for (byte[] damaged : List.of(negative, odd, Arrays.copyOf(whole, 2), Arrays.copyOf(whole, 7))) {
            assertThatThrownBy(() -> QUESTION.similarities(damaged, 0, damaged.length))
                    .isInstanceOf(EOFException.class);
        }
    }

    @Test
    void aPassageIsTheSameOnceItWasBytes() {
        EmbeddedPassage passage = new EmbeddedPassage(
                NORTH, List.of(TokenVectors.encode(EAST, UP), new byte[0], TokenVectors.encode(UP)));
        EmbeddedPassage again = EmbeddedPassage.of(passage.bytes(), 3);
        assertThat(again.whole()).isEqualTo(NORTH);
        assertThat(again.sentences()).containsExactlyElementsOf(passage.sentences());
        byte[] cut = Arrays.copyOf(passage.bytes(), passage.bytes().length - 1);
        assertThatThrownBy(() -> EmbeddedPassage.of(cut, 3)).isInstanceOf(BufferUnderflowException.class);
    }
}
