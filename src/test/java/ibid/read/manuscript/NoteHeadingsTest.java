package ibid.read.manuscript;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.language.WordList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NoteHeadingsTest {

    private static final Path READ = Path.of("src/main/java/ibid/read");
    private static final int MANY = 3; // headings in one file: a list of its own

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Notes",
                "NOTES:",
                "Footnotes",
                "End notes",
                "Anmerkungen",
                "Notes et références",
                "Примечания",
                "注釈"
            })
    void isOverNotesInEveryLanguage(String heading) {
        assertThat(NoteHeadings.isOverNotes(heading)).isTrue();
    }

    @Test
    void aListToReadOnIsOverSourcesAndNotOverNotes() {
        assertThat(NoteHeadings.isOverSources("Further reading")).isTrue();
        assertThat(NoteHeadings.isOverNotes("Further reading")).isFalse();
        assertThat(NoteHeadings.isOverNotes("Notes from the field")).isFalse();
    }

    @Test
    void noOtherClassHasAListOfThem() throws IOException {
        List<String> headings = WordList.lines(NoteHeadings.class, "note-headings.txt").stream()
                .filter(line -> !line.startsWith("["))
                .distinct()
                .toList();
        List<String> offenders = new ArrayList<>();
        for (Path file : sources()) {
            String source = Files.readString(file).toLowerCase(Locale.ROOT);
            long quoted = headings.stream()
                    .filter(heading -> source.contains("\"" + heading + "\"") || source.contains("|" + heading + "|"))
                    .count();
            if (quoted >= MANY) {
                offenders.add(file.toString());
            }
        }
        assertThat(offenders).isEmpty();
    }

    @Test
    void noOtherClassKnowsTheSignsOfMarks() throws IOException {
        for (Path file : sources()) {
            if (file.endsWith("NoteMarks.java") || file.getParent().endsWith("bytes")) {
                continue;
            }
            String source = Files.readString(file);
            assertThat(source).as(file.toString()).doesNotContain("*†", "†‡", "\\[\\d{1,3}\\]");
        }
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(READ)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }
}
