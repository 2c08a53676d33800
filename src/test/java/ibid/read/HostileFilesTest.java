package ibid.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import ibid.article.Article;
import ibid.language.Text;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each hostile file is read, or skipped with a reason, within the time limit. */
class HostileFilesTest {

    private static final Duration HANGS = Duration.ofMinutes(10); // the reader itself ends after a minute of work

    static Stream<Arguments> files() {
        return Stream.of(Hostile.texts(), Hostile.pages(), HostilePacked.files())
                .flatMap(files -> files.entrySet().stream())
                .map(file -> Arguments.of(file.getKey(), file.getValue()));
    }

    private static ReadResult<Article> read(String name, byte[] bytes) {
        return TestArticles.result(name, bytes);
    }

    private static String skipped(String name, byte[] bytes) {
        return TestArticles.reason(name, bytes);
    }

    private static String skipped(Map<String, Callable<byte[]>> files, String name) throws Exception {
        return skipped(name, files.get(name).call());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void isReadOrSkippedForAReason(String name, Callable<byte[]> file) throws Exception {
        byte[] bytes = file.call();
        ReadResult<Article> reading = assertTimeoutPreemptively(HANGS, () -> read(name, bytes));
        switch (reading) {
            case ReadResult.Success<Article>(Article article) ->
                assertThat(article.text().value())
                        .contains("Aurelia")
                        .doesNotContain("lollollol", "root:")
                        .doesNotContainPattern("[\uE000-\uF8FF]");
            case ReadResult.Skipped<Article> not ->
                assertThat(not.reason()).isNotBlank().doesNotContain("Error", "java.", "not read within");
        }
    }

    @Test
    void theReasonSaysWhatToDo() throws Exception {
        Map<String, Callable<byte[]>> packed = HostilePacked.files();
        assertThat(skipped(packed, "encrypted.docx")).contains("encrypted", "without a password");
        assertThat(skipped(packed, "encrypted.pdf")).contains("without a password");
        assertThat(skipped(packed, "ten-thousand-pages.pdf")).contains("10000 pages, more than 600");
        assertThat(skipped(packed, "pdf.txt")).contains("it is a PDF; name it .pdf");
        assertThat(skipped(packed, "picture.pdf")).contains("it is a picture");
        assertThat(skipped(packed, "program.html")).contains("it is a program");
        assertThat(skipped(packed, "word.epub")).contains("name it .docx");
        assertThat(skipped(Hostile.texts(), "endless-letter.txt")).contains("split it");
        assertThat(skipped(Hostile.texts(), "zeros.txt")).contains("holds no text");
        assertThat(skipped(Hostile.texts(), "nothing.txt")).isEqualTo("empty");
    }

    @Test
    void whatUnpacksToTooMuchIsNotUnpacked() throws Exception {
        for (String name :
                new String[] {"bomb.docx", "bomb-beside.docx", "bomb.epub", "bomb.pdf", "twice-packed-bomb.pdf"}) {
            assertThat(skipped(HostilePacked.files(), name)).startsWith("it unpacks to more than");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"pdf", "docx", "epub"})
    void aFileBrokenOffAnywhereIsReadOrSkipped(String ending) throws IOException {
        byte[] whole = HostilePacked.good(ending);
        assertThat(read("whole." + ending, whole)).isInstanceOf(ReadResult.Success.class);
        for (int tenth = 1; tenth < 10; tenth++) {
            byte[] part = Arrays.copyOf(whole, whole.length * tenth / 10);
            ReadResult<Article> reading = assertTimeoutPreemptively(HANGS, () -> read("part." + ending, part));
            if (reading instanceof ReadResult.Skipped<Article> skipped) {
                assertThat(skipped.reason()).isNotBlank().doesNotContain("Error");
            }
        }
    }

    @Test
    void unmarkedUtf16IsRead() throws Exception {
        for (String ending : new String[] {"txt", "html"}) {
            assertThat(TestArticles.read(
                                    "a." + ending,
                                    Hostile.texts()
                                            .get("unmarked-utf16." + ending)
                                            .call())
                            .text()
                            .value())
                    .startsWith("The ferry Aurelia");
        }
    }

    @Test
    void anImpossibleDayIsNotADate() {
        assertThat(read("a.txt", Hostile.bytes("The record of 2024-05-00 is wrong, " + Hostile.PROSE)))
                .isInstanceOf(ReadResult.Success.class);
    }

    @Test
    void aPlaceInATextWithPairsIsFoundAsInOneWithout() {
        String words = "a👍b".repeat(1000);
        Text text = new Text(words);
        for (int at = 0; at < text.length(); at += 7) {
            assertThat(text.codePointOffset(words.offsetByCodePoints(0, at))).isEqualTo(at);
            assertThat(text.slice(at, at + 3))
                    .isEqualTo(words.substring(
                            words.offsetByCodePoints(0, at), words.offsetByCodePoints(0, Math.min(3000, at + 3))));
        }
    }
}
