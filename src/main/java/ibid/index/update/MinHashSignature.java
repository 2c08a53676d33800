package ibid.index.update;

import ibid.library.FileFingerprint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Iterator;
import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.minhash.MinHashFilter;
import org.apache.lucene.analysis.shingle.ShingleFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * The MinHash signature of a text's five-word shingles (Broder, 1997), computed by Lucene: the values of one hash are
 * distributed to as many buckets as the signature has numbers. Each bucket keeps its minimum (Li, Owen and Zhang,
 * 2012); an empty bucket takes its neighbour's (Shrivastava and Li, 2014). One hash for each number takes twenty times
 * as long and is not more accurate: eval/journal.md, "Furniture and copies".
 */
final class MinHashSignature {

    private static final int SHINGLE_WORDS = 5;

    private MinHashSignature() {}

    /** Base64; empty where the words are too few for one shingle. */
    static String of(List<String> words) {
        try (MinHashFilter hashes = hashes(words)) {
            CharTermAttribute term = hashes.getAttribute(CharTermAttribute.class);
            ByteBuffer numbers = ByteBuffer.allocate(Integer.BYTES * FileFingerprint.SIGNATURE_SIZE);
            hashes.reset();
            while (hashes.incrementToken()) {
                numbers.putInt(lastBits(term));
            }
            hashes.end();
            return numbers.position() == 0 ? "" : Base64.getEncoder().encodeToString(numbers.array());
        } catch (IOException impossible) {
            throw new UncheckedIOException("words in memory failed", impossible);
        }
    }

    private static MinHashFilter hashes(List<String> words) {
        ShingleFilter shingles = new ShingleFilter(new Words(words), SHINGLE_WORDS, SHINGLE_WORDS);
        shingles.setOutputUnigrams(false);
        return new MinHashFilter(shingles, 1, FileFingerprint.SIGNATURE_SIZE, 1, true);
    }

    /** The first two of the hash's eight characters only give its bucket. */
    private static int lastBits(CharTermAttribute hash) {
        return hash.charAt(hash.length() - 2) << Character.SIZE | hash.charAt(hash.length() - 1);
    }

    /** A token stream of the words for Lucene's filters. */
    private static final class Words extends TokenStream {

        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
        private final Iterator<String> words;

        Words(List<String> words) {
            this.words = words.iterator();
        }

        @Override
        public boolean incrementToken() {
            if (!words.hasNext()) {
                return false;
            }
            clearAttributes();
            term.append(words.next());
            return true;
        }
    }
}
