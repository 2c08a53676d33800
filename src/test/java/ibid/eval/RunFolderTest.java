package ibid.eval;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFolderTest {

    private static final Map<String, String> WHAT = Map.of("dataset", "a", "index", "7");

    @TempDir
    private Path folder;

    @Test
    void whatIsKeptIsReadTheSame() {
        new RunFolder(folder, WHAT).finish(Results.SOME);
        assertThat(RunFolder.read(folder)).isEqualTo(Results.SOME);
    }

    @Test
    void aRunThatWasCutOffIsTakenUpIfItIsTheSame() {
        new RunFolder(folder, WHAT).keep(Results.SOME.getFirst());
        assertThat(new RunFolder(folder, WHAT).done()).containsExactly(Results.SOME.getFirst());
        assertThat(new RunFolder(folder, Map.of("dataset", "a", "index", "8")).done()).isEmpty();
    }

    @Test
    void aRunThatCameToItsEndIsNot() {
        new RunFolder(folder, WHAT).finish(Results.SOME);
        assertThat(new RunFolder(folder, WHAT).done()).isEmpty();
    }
}
