package ibid.embedding;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * A passage as vectors.
 *
 * @param whole     of length 1
 * @param sentences for each, the vectors of its tokens, as {@link TokenVectors} encodes them
 */
public record EmbeddedPassage(float[] whole, List<byte[]> sentences) {

    public EmbeddedPassage {
        sentences = List.copyOf(sentences);
    }

    /** The sentences' vectors, each sentence after the number of its bytes. */
    public byte[] sentenceBytes() {
        int size =
                sentences.stream().mapToInt(one -> Integer.BYTES + one.length).sum();
        ByteBuffer bytes = ByteBuffer.allocate(size);
        sentences.forEach(one -> bytes.putInt(one.length).put(one));
        return bytes.array();
    }

    /** The whole's vector in half precision, then the sentences'. */
    public byte[] bytes() {
        byte[] half = HalfVectors.encode(whole);
        byte[] rest = sentenceBytes();
        return ByteBuffer.allocate(half.length + rest.length)
                .put(half)
                .put(rest)
                .array();
    }

    /** @throws BufferUnderflowException if the bytes are cut */
    public static EmbeddedPassage of(byte[] bytes, int dimension) {
        ByteBuffer rest = ByteBuffer.wrap(bytes, 2 * dimension, bytes.length - 2 * dimension);
        List<byte[]> sentences = new ArrayList<>();
        while (rest.hasRemaining()) {
            byte[] vectors = new byte[rest.getInt()];
            rest.get(vectors);
            sentences.add(vectors);
        }
        return new EmbeddedPassage(HalfVectors.decode(bytes, 0, dimension), sentences);
    }
}
