package ibid.corpus;

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
        for (String name : new String[] {"z.md", "b/a.txt", ".hidden.md", "b/.git/config"}) Files.writeString(folder.resolve(name), "x");
        assertThat(new CorpusFolder(folder).files()).extracting(ArticleFile::name).containsExactly("b/a.txt", "z.md");
    }

    @Test
    void linksBelowAreNotFollowedButTheFolderMayBeOne() throws IOException {
        Path outside = Files.createDirectories(folder.resolve("outside")), articles = Files.createDirectories(folder.resolve("articles"));
        Files.writeString(outside.resolve("secret.md"), "x");
        Files.writeString(articles.resolve("open.md"), "x");
        Files.createSymbolicLink(articles.resolve("file.md"), outside.resolve("secret.md"));
        Files.createSymbolicLink(articles.resolve("folder"), outside);
        Path link = Files.createSymbolicLink(folder.resolve("link"), articles);
        assertThat(new CorpusFolder(articles).files()).extracting(ArticleFile::name).containsExactly("open.md");
        assertThat(new CorpusFolder(link).files()).extracting(ArticleFile::name).containsExactly("open.md");
    }

    @Test
    void aMissingFolderIsAnErrorNotAnEmptyCollection() {
        assertThatThrownBy(() -> new CorpusFolder(folder.resolve("none")).files()).isInstanceOf(IbidException.class).hasMessageContaining("--corpus DIR");
    }

    @Test
    void anEmptyFolderIsAnEmptyCollection() {
        assertThat(new CorpusFolder(folder).files()).isEmpty();
    }
}
