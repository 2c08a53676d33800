package ibid.library;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.article.ArticleId;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an upload or a removal forces to the disk before it is acknowledged, counted call by call. */
class IntakeSyncTest {

    @TempDir
    private Path folder;

    private final List<String> forced = new ArrayList<>();
    private Intake intake;

    @BeforeEach
    void open() {
        intake = new Intake(new CorpusFolder(folder), path -> {
            assertThat(path).exists();
            Path name = folder.relativize(path);
            forced.add(name.startsWith(".incoming") ? "incoming " + name.getFileName() : name.toString());
        });
    }

    private IntakeOutcome take(String text, boolean replace) {
        return intake.take("mole.md", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), replace);
    }

    @Test
    void anUploadForcesItsBytesThenItsName() {
        assertThat(take("The mole was closed for a week.", false)).isInstanceOf(IntakeOutcome.Added.class);
        assertThat(forced).containsExactly("incoming mole.md", "");
    }

    @Test
    void whatIsReplacedIsOnTheDiskBeforeItIsGone() throws IOException {
        take("The mole was closed for a week.", false);
        forced.clear();
        assertThat(take("The mole was closed for a month.", true)).isInstanceOf(IntakeOutcome.Replaced.class);
        assertThat(forced).hasSize(5).endsWith("incoming mole.md", "");
        assertThat(forced.getFirst()).startsWith(".removed").endsWith("mole.md");
        assertThat(forced.get(2)).isEqualTo(".removed");
        assertThat(Files.readString(folder.resolve("mole.md"))).contains("month");
    }

    @Test
    void aRemovalForcesBothNames() {
        take("The mole was closed for a week.", false);
        forced.clear();
        assertThat(intake.remove(new ArticleId("mole"))).isTrue();
        assertThat(forced).hasSize(3).contains(".removed", "");
        assertThat(forced.getFirst()).startsWith(".removed/");
    }

    /** As the folder is named where nobody sets it: "corpus". */
    @Test
    void whatWasRemovedComesBackToAFolderWithoutAParent() throws IOException {
        Path relative = Path.of("intake-sync-test");
        try {
            Files.createDirectory(relative);
            Intake here = new Intake(
                    new CorpusFolder(relative), path -> assertThat(path).exists());
            Files.writeString(relative.resolve("mole.md"), "The mole was closed for a week.");
            assertThat(here.remove(new ArticleId("mole"))).isTrue();
            assertThat(here.restore(new ArticleId("mole"))).isTrue();
            assertThat(relative.resolve("mole.md")).exists();
        } finally {
            try (Stream<Path> made = Files.walk(relative)) {
                for (Path one : made.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(one);
                }
            }
        }
    }

    @Test
    void anUnchangedOrRefusedFileForcesNothing() {
        take("The mole was closed for a week.", false);
        forced.clear();
        take("The mole was closed for a week.", false);
        take("The mole was closed for a month.", false);
        assertThat(forced).isEmpty();
    }
}
