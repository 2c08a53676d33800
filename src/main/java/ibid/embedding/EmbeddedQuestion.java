package ibid.embedding;

import java.io.EOFException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * A question as vectors.
 *
 * @param whole  of length 1, to compare with passages
 * @param tokens to compare with the tokens of sentences
 */
public record EmbeddedQuestion(float[] whole, List<Token> tokens) {

    public EmbeddedQuestion {
        tokens = List.copyOf(tokens);
    }

    /**
     * @param vector of length 1, in steps of 1/127
     * @param weight how much it counts; those of a question add up to 1
     */
    public record Token(byte[] vector, float weight) {}

    /** A question that is compared as a whole. */
    public static EmbeddedQuestion of(float[] whole) {
        return new EmbeddedQuestion(whole, List.of(new Token(TokenVectors.encode(whole), 1)));
    }

    /**
     * How well each sentence of a passage matches: the weighted sum, over the question's tokens, of the cosine with
     * the sentence's nearest token (late interaction, Khattab and Zaharia 2020). A sentence without tokens has the
     * similarity 0.
     *
     * @param sentences as {@link EmbeddedPassage#sentenceBytes} gives them
     * @throws EOFException if the bytes are damaged
     */
    public List<Float> similarities(byte[] sentences, int offset, int length) throws EOFException {
        List<Float> similarities = new ArrayList<>();
        ByteBuffer bytes = ByteBuffer.wrap(sentences, offset, length);
        while (bytes.hasRemaining()) {
            int size = bytes.remaining() < Integer.BYTES ? -1 : bytes.getInt();
            if (size < 0 || size > bytes.remaining() || size % vectorLength() != 0) {
                throw new EOFException("the vectors of a sentence's tokens do not end where they should");
            }
            similarities.add(similarity(sentences, bytes.position(), size));
            bytes.position(bytes.position() + size);
        }
        return similarities;
    }

    private int vectorLength() {
        return tokens.isEmpty() ? 1 : tokens.getFirst().vector().length;
    }

    private float similarity(byte[] vectors, int from, int size) {
        float sum = 0;
        for (Token token : tokens) {
            sum += token.weight() * TokenVectors.nearest(token.vector(), vectors, from, size);
        }
        return sum;
    }
}
