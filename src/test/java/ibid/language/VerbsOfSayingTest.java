package ibid.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class VerbsOfSayingTest {

    private static final Path SOURCES = Path.of("src/main/java");
    private static final Pattern ALTERNATIVES = Pattern.compile("[\\p{L}]+(?:\\|[\\p{L}]+)+");

    @Test
    void formsAreFoundInAnyCase() {
        assertThat(VerbsOfSaying.contains("argued")).isTrue();
        assertThat(VerbsOfSaying.contains("rowed")).isFalse();
        assertThat(VerbsOfSaying.pattern().matcher("Said the minister").find()).isTrue();
        assertThat(VerbsOfSaying.contains("added")).isFalse();
        assertThat(VerbsOfSaying.alternativesAfterSource().split("\\|")).contains("added", "said");
    }

    /** The list is the only place with these verbs: two adjacent ones in a pattern are a second list. */
    @Test
    void noJavaFileHasAPatternOfThem() throws IOException {
        List<String> second = new ArrayList<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                for (String alternatives : alternatives(Files.readString(file))) {
                    second.add(file.getFileName() + ": " + alternatives);
                }
            }
        }
        assertThat(second).isEmpty();
    }

    private static List<String> alternatives(String source) {
        return ALTERNATIVES
                .matcher(source)
                .results()
                .map(MatchResult::group)
                .filter(found -> Stream.of(found.split("\\|"))
                                .filter(VerbsOfSaying::contains)
                                .distinct()
                                .count()
                        > 1)
                .toList();
    }
}
