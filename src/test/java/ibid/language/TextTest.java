package ibid.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class TextTest {

    @Test
    void countsCharactersBeyondTheBasicPlaneOnce() {
        Text text = new Text("a😀b");
        assertThat(text.length()).isEqualTo(3);
        assertThat(text.slice(1, 2)).isEqualTo("😀");
        assertThat(text.slice(2, 3)).isEqualTo("b");
        assertThat(text.codePointOffset(3)).isEqualTo(2);
    }

    @Test
    void aSliceBeyondTheEndsIsCutToTheText() {
        assertThat(new Text("abc").slice(-5, 2)).isEqualTo("ab");
        assertThat(new Text("abc").slice(2, 99)).isEqualTo("c");
        assertThat(new Text("abc").slice(9, 12)).isEmpty();
    }

    @RepeatedTest(50)
    void slicesAgreeWithAnArrayOfCodePoints(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        int[] points = random.ints(1 + random.nextInt(60), 0, 5)
                .map(i -> new int[] {'a', ' ', 0x1F600, 'é', 0x20000}[i])
                .toArray();
        Text text = new Text(new String(points, 0, points.length));
        int start = random.nextInt(points.length + 1);
        int end = start + random.nextInt(points.length + 1 - start);
        assertThat(text.slice(start, end)).isEqualTo(new String(points, start, end - start));
        assertThat(text.length()).isEqualTo(points.length);
    }
}
