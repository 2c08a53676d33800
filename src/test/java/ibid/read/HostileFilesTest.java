package ibid.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ibid.language.Text;
import ibid.library.CorpusFolder;
import ibid.read.ArticleReader.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each file that was made to do harm is read, or skipped for a reason, before long. */
class HostileFilesTest {

    private static final Duration HANGS =
            Duration.ofSeconds(90); // ten times what the slowest takes; the reader itself ends after 60

    @TempDir
    private Path folder;

    static Stream<Arguments> files() {
        return Stream.of(Hostile.texts(), Hostile.pages(), HostilePacked.files())
                .flatMap(files -> files.entrySet().stream())
                .map(file -> Arguments.of(file.getKey(), file.getValue()));
    }

    private Reading read(String name, byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve(name), bytes);
        return new ArticleReader().read(new CorpusFile(file, name, bytes.length, 0));
    }

    private String skipped(String name, byte[] bytes) throws IOException {
        return ((Reading.Skipped) read(name, bytes)).reason();
    }

    private String skipped(Map<String, Callable<byte[]>> files, String name) throws Exception {
        return skipped(name, files.get(name).call());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void isReadOrSkippedForAReason(String name, Callable<byte[]> file) throws Exception {
        byte[] bytes = file.call();
        Reading reading = assertTimeoutPreemptively(HANGS, () -> read(name, bytes));
        switch (reading) {
            case Reading.Read read ->
                assertThat(read.article().text().value())
                        .contains("Aurelia")
                        .doesNotContain("lollollol", "root:")
                        .doesNotContainPattern("[\uE000-\uF8FF]");
            case Reading.Skipped not ->
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
        assertThat(skipped(Hostile.texts(), "endless-letter.txt")).contains("part it");
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
        assertThat(read("whole." + ending, whole)).isInstanceOf(Reading.Read.class);
        for (int tenth = 1; tenth < 10; tenth++) {
            byte[] part = Arrays.copyOf(whole, whole.length * tenth / 10);
            Reading reading = assertTimeoutPreemptively(HANGS, () -> read("part." + ending, part));
            if (reading instanceof Reading.Skipped skipped)
                assertThat(skipped.reason()).isNotBlank().doesNotContain("Error");
        }
    }

    @Test
    void unmarkedUtf16IsRead() throws Exception {
        for (String ending : new String[] {"txt", "html"}) {
            assertThat(read(
                            "a." + ending,
                            Hostile.texts().get("unmarked-utf16." + ending).call()))
                    .isInstanceOfSatisfying(
                            Reading.Read.class,
                            read -> assertThat(read.article().text().value()).startsWith("The ferry Aurelia"));
        }
    }

    @Test
    void linksAndPipesInTheFolderAreNotListed() throws Exception {
        Path articles = Files.createDirectories(folder.resolve("articles")),
                outside = Files.createDirectories(folder.resolve("outside"));
        Files.writeString(outside.resolve("secret.md"), "Secret.");
        Files.writeString(articles.resolve("good.md"), Hostile.PROSE);
        Files.createSymbolicLink(articles.resolve("file.md"), outside.resolve("secret.md"));
        Files.createSymbolicLink(articles.resolve("folder"), outside);
        Files.createSymbolicLink(articles.resolve("loop"), articles);
        Files.createSymbolicLink(articles.resolve("self.md"), articles.resolve("self.md"));
        assumeTrue(
                new ProcessBuilder("mkfifo", articles.resolve("pipe.md").toString())
                                .start()
                                .waitFor()
                        == 0,
                "no mkfifo here");
        assertThat(assertTimeoutPreemptively(HANGS, () -> new CorpusFolder(articles).files()))
                .extracting(CorpusFile::name)
                .containsExactly("good.md");
    }

    @Test
    void aFolderThatIsALinkItselfIsListed() throws IOException {
        Files.writeString(Files.createDirectories(folder.resolve("articles")).resolve("good.md"), Hostile.PROSE);
        Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("articles"));
        assertThat(new CorpusFolder(link).files()).extracting(CorpusFile::name).containsExactly("good.md");
    }

    @Test
    void aLinkPutInTheFilesPlaceIsNotFollowed() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "Secret.");
        Path link = Files.createSymbolicLink(folder.resolve("link.md"), secret);
        assertThat(new ArticleReader().read(new CorpusFile(link, "link.md", 7, 0)))
                .isInstanceOfSatisfying(
                        Reading.Skipped.class,
                        skipped -> assertThat(skipped.reason()).startsWith("cannot be read"));
    }

    @Test
    void aFileWithoutPermissionSaysSo() throws IOException {
        Path file = Files.writeString(folder.resolve("locked.md"), Hostile.PROSE);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
        assumeTrue(!Files.isReadable(file), "whoever runs this may read everything");
        assertThat(new ArticleReader().read(new CorpusFile(file, "locked.md", 7, 0)))
                .isInstanceOfSatisfying(
                        Reading.Skipped.class,
                        skipped -> assertThat(skipped.reason()).contains("no permission"));
    }

    @Test
    void aDayThatIsNoneIsNoDate() throws IOException {
        assertThat(read("a.txt", Hostile.bytes("The record of 2024-05-00 is wrong, " + Hostile.PROSE)))
                .isInstanceOf(Reading.Read.class);
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
