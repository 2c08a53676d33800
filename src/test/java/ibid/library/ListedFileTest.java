package ibid.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ListedFileTest {

    private static final CorpusFile FILE = new CorpusFile(Path.of("a.md"), "a.md", 3, 1000);

    @Test
    void aFileTheGenerationHasReadIsIndexedOrSkipped() {
        assertThat(ListedFile.of(FILE, new FileState("a.md", 3, 1000, "h", "a", "", "", RetryTime.NEVER)))
                .isEqualTo(new ListedFile("a.md", 3, 1000, ListedFile.State.INDEXED, "a", ""));
        assertThat(ListedFile.of(FILE, new FileState("a.md", 3, 1000, "h", "", "no text", "", RetryTime.NEVER)))
                .isEqualTo(new ListedFile("a.md", 3, 1000, ListedFile.State.SKIPPED, "", "no text"));
    }

    @Test
    void aNewOrChangedFileIsPending() {
        assertThat(ListedFile.of(FILE, null).state()).isEqualTo(ListedFile.State.PENDING);
        assertThat(ListedFile.of(FILE, new FileState("a.md", 3, 999, "h", "", "no text", "", RetryTime.NEVER)))
                .isEqualTo(new ListedFile("a.md", 3, 1000, ListedFile.State.PENDING, "", ""));
    }
}
