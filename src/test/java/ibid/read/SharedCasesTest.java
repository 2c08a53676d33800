package ibid.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ibid.article.Article;
import ibid.article.Block;
import ibid.language.WordList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Small inputs that others made and once were read wrong, each by what is right for it. They are not part of the
 * project; a file that is not there is passed over.
 */
class SharedCasesTest {

    private static final Path FOLDER = Path.of("../shared/cases/files");

    private static Stream<String> cases() {
        return WordList.lines(SharedCasesTest.class, "shared-cases.txt").stream();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aFileIsReadAsItIsMeant(String line) throws IOException {
        List<String> parts = List.of(line.split(" \\| "));
        Path file = FOLDER.resolve(parts.getFirst());
        assumeTrue(Files.exists(file), "no " + file);
        Optional<Article> article = TestArticles.result(file.getFileName().toString(), Files.readAllBytes(file))
                .toOptional();
        for (String expected : parts.subList(1, parts.size())) {
            if (expected.equals("skipped:")) {
                assertThat(article).isEmpty();
            } else {
                check(article.orElseThrow(), expected);
            }
        }
    }

    private static void check(Article article, String expected) {
        int colon = expected.indexOf(':');
        String words = expected.substring(colon + 1).strip(),
                text = article.text().value();
        List<String> several =
                Arrays.stream(words.split(";")).map(String::strip).toList();
        switch (expected.substring(0, colon)) {
            case "title" -> assertThat(article.imprint().title()).isEqualTo(words);
            case "author" -> assertThat(article.imprint().author()).isEqualTo(words);
            case "date" -> assertThat(article.imprint().published()).isEqualTo(words);
            case "modified" ->
                assertThat(article.annotations().metadata().modified()).isEqualTo(words);
            case "in" -> assertThat(text).contains(several);
            case "out" -> assertThat(text).doesNotContain(several);
            case "once" -> several.forEach(one -> assertThat(text).containsOnlyOnce(one));
            case "before" -> assertThat(text).containsSubsequence(several);
            case "headings" -> assertThat(headings(article)).isEqualTo(Integer.parseInt(words));
            case "notes" -> checkNotes(article, Integer.parseInt(words));
            default -> throw new IllegalArgumentException(expected);
        }
    }

    private static long headings(Article article) {
        return article.blocks().stream()
                .filter(block -> block.kind() == Block.Kind.HEADING)
                .count();
    }

    private static void checkNotes(Article article, int count) {
        assertThat(article.notes()).hasSize(count).allSatisfy(note -> {
            assertThat(note.text()).isNotBlank();
            assertThat(note.anchors()).isNotEmpty();
        });
        assertThat(article.notes().stream().map(note -> note.anchors()).distinct())
                .as("places of the notes")
                .hasSize(count);
    }
}
