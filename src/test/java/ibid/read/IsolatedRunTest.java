package ibid.read;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ibid.IbidException;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class IsolatedRunTest {

    private static void isReported(Supplier<String> reading, String reason) {
        assertThatThrownBy(() -> IsolatedRun.run("a.pdf", reading))
                .isInstanceOf(IbidException.class)
                .hasMessage(reason);
    }

    /** It was "java.lang.IllegalStateException: Possible recursion …". */
    @Test
    void whatALibrarySaysOfAFileIsToldWithoutTheNameOfItsClass() {
        isReported(
                () -> {
                    throw new IllegalStateException("Possible recursion found");
                },
                "the file is broken: Possible recursion found");
        isReported(
                () -> {
                    throw new ArrayIndexOutOfBoundsException();
                },
                "the file is broken: ArrayIndexOutOfBoundsException");
    }
}
