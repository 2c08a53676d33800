package ibid.library;

import ibid.read.manuscript.LineHashes;
import java.nio.ByteBuffer;
import java.util.Base64;

/**
 * The data by which boilerplate and near-duplicates of a file are found. It does not depend on the boilerplate removed
 * from the article.
 *
 * @param article   the id of its article
 * @param outlet    publisher, else host of its address, else empty; in lower case
 * @param published ISO date or empty
 * @param words     of the complete text
 * @param signature {@link #SIGNATURE_SIZE} numbers, base64: the share of them that two texts have in common estimates
 *     the share of their shingles; empty for a text too short to have copies
 * @param dropped   the lines that were removed from the indexed article
 */
public record FileFingerprint(
        String file,
        String article,
        String outlet,
        String published,
        int words,
        LineHashes lines,
        String signature,
        LineHashes dropped) {

    public static final int SIGNATURE_SIZE = 128;

    private static final int MIN_WORDS = 40; // below it similarity is chance, and only an equal text is a copy

    public FileFingerprint withDropped(LineHashes other) {
        return new FileFingerprint(file, article, outlet, published, words, lines, signature, other);
    }

    /** Whether the text is so short that only an equal text is a copy of it. */
    boolean hasFewWords() {
        return words < MIN_WORDS;
    }

    boolean hasSignature() {
        return !signature.isEmpty();
    }

    int[] unpackSignature() {
        int[] numbers = new int[SIGNATURE_SIZE];
        ByteBuffer.wrap(Base64.getDecoder().decode(signature)).asIntBuffer().get(numbers);
        return numbers;
    }
}
