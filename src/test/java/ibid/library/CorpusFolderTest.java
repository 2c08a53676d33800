package ibid.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ibid.IbidException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CorpusFolderTest {

    @TempDir
    private Path folder;

    @Test
    void listsVisibleFilesBelowInOrder() throws IOException {
        Files.createDirectories(folder.resolve("b/.git"));
        for (String name : new String[] {"z.md", "b/a.txt", ".hidden.md", "b/.git/config"}) {
            Files.writeString(folder.resolve(name), "x");
        }
        assertThat(new CorpusFolder(folder).files())
                .extracting(CorpusFile::name)
                .containsExactly("b/a.txt", "z.md");
    }

    @Test
    void linksBelowAreNotFollowedButTheFolderMayBeOne() throws IOException {
        Path outside = Files.createDirectories(folder.resolve("outside")),
                articles = Files.createDirectories(folder.resolve("articles"));
        Files.writeString(outside.resolve("secret.md"), "x");
        Files.writeString(articles.resolve("open.md"), "x");
        Files.createSymbolicLink(articles.resolve("file.md"), outside.resolve("secret.md"));
        Files.createSymbolicLink(articles.resolve("folder"), outside);
        Files.createSymbolicLink(articles.resolve("loop"), articles);
        Files.createSymbolicLink(articles.resolve("self.md"), articles.resolve("self.md"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), articles);
        assertThat(new CorpusFolder(articles).files())
                .extracting(CorpusFile::name)
                .containsExactly("open.md");
        assertThat(new CorpusFolder(link).files()).extracting(CorpusFile::name).containsExactly("open.md");
    }

    @Test
    void aFileIsFoundByItsNameUnlessTheNameLeadsElsewhere() throws IOException {
        Path articles = Files.createDirectories(folder.resolve("articles/news"));
        Path root = articles.getParent();
        Path outside = Files.createDirectories(folder.resolve("outside"));
        Path secret = Files.writeString(outside.resolve("secret.md"), "x");
        Files.writeString(articles.resolve("open.md"), "four");
        Files.createSymbolicLink(root.resolve("folder"), outside);
        Files.createSymbolicLink(root.resolve("link.md"), secret);
        CorpusFolder corpus = new CorpusFolder(Files.createSymbolicLink(folder.resolve("itself"), root));
        assertThat(corpus.file("news/open.md"))
                .hasValueSatisfying(file -> assertThat(file.size()).isEqualTo(4));
        for (String name : new String[] {
            "",
            "news",
            "none.md",
            "folder/secret.md",
            "link.md",
            "../outside/secret.md",
            "news/../news/open.md",
            secret.toString(),
            "a\0b"
        }) {
            assertThat(corpus.file(name)).as(name).isEmpty();
        }
    }

    @Test
    void aMissingFolderIsAnErrorNotAnEmptyCollection() {
        assertThatThrownBy(() -> new CorpusFolder(folder.resolve("none")).files())
                .isInstanceOf(IbidException.class)
                .hasMessageContaining("--corpus DIR");
    }

    @Test
    void anEmptyFolderIsAnEmptyCollection() {
        assertThat(new CorpusFolder(folder).files()).isEmpty();
    }

    @Test
    void oddEntriesAreListedWithTheRemedy() throws Exception {
        Files.createSymbolicLink(folder.resolve("link.md"), folder.resolve("none"));
        Files.writeString(folder.resolve("two\nlines.md"), "x");
        assertThat(new ProcessBuilder("mkfifo", folder.resolve("pipe.md").toString())
                        .start()
                        .waitFor())
                .isZero();
        assertThat(new CorpusFolder(folder).files()).isEmpty();
        assertThat(new CorpusFolder(folder).list().files())
                .extracting(CorpusFile::objection)
                .satisfiesExactly(
                        link -> assertThat(link).contains("put the file itself here"),
                        pipe -> assertThat(pipe).contains("a pipe"),
                        lines -> assertThat(lines).contains("line break"));
    }

    @Test
    void whatCannotBeLookedAtIsNotGone() throws IOException {
        CorpusFolder.Visitor visitor = new CorpusFolder.Visitor(folder);
        visitor.visitFileFailed(folder.resolve("vanished.md"), new java.nio.file.NoSuchFileException("vanished.md"));
        visitor.visitFileFailed(folder.resolve("shut"), new java.nio.file.AccessDeniedException("shut"));
        assertThat(visitor.listing().files()).extracting(CorpusFile::name).containsExactly("shut");
        assertThat(visitor.listing().mayContain("shut/deep/a.md")).isTrue();
        assertThat(visitor.listing().mayContain("shutter.md")).isFalse();
        assertThatThrownBy(() -> visitor.visitFileFailed(folder, new java.nio.file.AccessDeniedException("all")))
                .isInstanceOf(IOException.class);
    }
}
