package ibid.index;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.read.CorpusFile;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ListedTest {

    private static final CorpusFile FILE = new CorpusFile(Path.of("a.md"), "a.md", 3, 1000);

    @Test
    void aFileTheGenerationHasReadIsIndexedOrSkipped() {
        assertThat(Listed.of(FILE, new FileState("a.md", 3, 1000, "h", "a", "", "", Again.NEVER))).isEqualTo(new Listed("a.md", 3, 1000, Listed.State.INDEXED, "a", ""));
        assertThat(Listed.of(FILE, new FileState("a.md", 3, 1000, "h", "", "no text", "", Again.NEVER))).isEqualTo(new Listed("a.md", 3, 1000, Listed.State.SKIPPED, "", "no text"));
    }

    @Test
    void aNewOrChangedFileIsPending() {
        assertThat(Listed.of(FILE, null).state()).isEqualTo(Listed.State.PENDING);
        assertThat(Listed.of(FILE, new FileState("a.md", 3, 999, "h", "", "no text", "", Again.NEVER))).isEqualTo(new Listed("a.md", 3, 1000, Listed.State.PENDING, "", ""));
    }
}
