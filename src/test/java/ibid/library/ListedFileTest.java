package ibid.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ListedFileTest {

    private static final CorpusFile FILE = new CorpusFile(Path.of("a.md"), "a.md", 3, 1000);

    private static FileState state(String name, String article, String skipped) {
        return new FileState(name, 3, 1000, "h", article, skipped, "", RetryTime.NEVER);
    }

    private static SortedMap<String, FileState> known(FileState... states) {
        SortedMap<String, FileState> known = new TreeMap<>();
        for (FileState state : states) {
            known.put(state.name(), state);
        }
        return known;
    }

    @Test
    void aFileTheGenerationHasReadIsIndexedOrSkipped() {
        assertThat(ListedFile.of(FILE, known(state("a.md", "a", ""))))
                .isEqualTo(new ListedFile("a.md", 3, 1000, ListedFile.State.INDEXED, "a", 1, ""));
        assertThat(ListedFile.of(FILE, known(state("a.md", "", "no text"))))
                .isEqualTo(new ListedFile("a.md", 3, 1000, ListedFile.State.SKIPPED, "", 0, "no text"));
    }

    @Test
    void aNewOrChangedFileIsPending() {
        assertThat(ListedFile.of(FILE, known()).state()).isEqualTo(ListedFile.State.PENDING);
        FileState older = new FileState("a.md", 3, 999, "h", "", "no text", "", RetryTime.NEVER);
        assertThat(ListedFile.of(FILE, known(older)))
                .isEqualTo(new ListedFile("a.md", 3, 1000, ListedFile.State.PENDING, "", 0, ""));
    }

    @Test
    void aFileOfSeveralCountsItsArticlesAndListsWhatIsNone() {
        CorpusFile feed = new CorpusFile(Path.of("a.rss"), "a.rss", 3, 1000);
        SortedMap<String, FileState> known = known(
                state("a.rss", "", ""),
                state("a.rss/one", "a-rss-one", ""),
                state("a.rss/entry-2", "", "entry 2: bare"));
        assertThat(ListedFile.withEntries(feed, known))
                .containsExactly(
                        new ListedFile(
                                "a.rss",
                                3,
                                1000,
                                ListedFile.State.INDEXED,
                                "",
                                1,
                                "1 of 2 entries are no articles; entry 2: bare"),
                        new ListedFile("a.rss/entry-2", 3, 1000, ListedFile.State.SKIPPED, "", 0, "entry 2: bare"));
    }
}
