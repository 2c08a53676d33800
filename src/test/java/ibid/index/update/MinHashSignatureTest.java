package ibid.index.update;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ibid.library.FileFingerprint;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MinHashSignatureTest {

    private static List<String> words(int from, int to) {
        return IntStream.range(from, to).mapToObj(number -> "word" + number).toList();
    }

    private static int[] numbers(List<String> words) {
        int[] numbers = new int[FileFingerprint.SIGNATURE_SIZE];
        ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(MinHashSignature.of(words)));
        bytes.asIntBuffer().get(numbers);
        assertThat(bytes.capacity()).isEqualTo(numbers.length * Integer.BYTES);
        return numbers;
    }

    private static double similarity(List<String> one, List<String> other) {
        int[] numbers = numbers(one);
        int[] others = numbers(other);
        long same = IntStream.range(0, numbers.length)
                .filter(i -> numbers[i] == others[i])
                .count();
        return (double) same / numbers.length;
    }

    @Test
    void theShareOfEqualNumbersIsAboutTheShareOfCommonShingles() {
        for (int moved : List.of(0, 100, 200, 300)) {
            double jaccard = (600.0 - 4 - moved) / (600 - 4 + moved);
            assertThat(similarity(words(0, 600), words(moved, 600 + moved)))
                    .as("moved by %s", moved)
                    .isCloseTo(jaccard, within(0.1));
        }
    }

    @Test
    void aTextOfFewShinglesFillsTheWholeSignature() {
        assertThat(similarity(words(0, 5), words(0, 5))).isEqualTo(1);
        assertThat(similarity(words(0, 5), words(1, 6))).isZero();
    }

    @Test
    void theOrderOfWordsCounts() {
        List<String> reversed = new ArrayList<>(words(0, 300)).reversed();
        assertThat(similarity(words(0, 300), reversed)).isLessThan(0.05);
    }

    @Test
    void fourWordsHaveNone() {
        assertThat(MinHashSignature.of(words(0, 4))).isEmpty();
        assertThat(MinHashSignature.of(List.of())).isEmpty();
    }
}
