package ibid.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ibid.article.Article;
import ibid.read.ReadResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CorpusReaderTest {

    @TempDir
    private Path folder;

    private static String reason(ReadResult<Article> result) {
        return ((ReadResult.Skipped<Article>) result).reason();
    }

    @Test
    void aLinkPutInTheFilesPlaceIsNotFollowed() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "Secret.");
        Path link = Files.createSymbolicLink(folder.resolve("link.md"), secret);
        assertThat(reason(new CorpusReader().read(new CorpusFile(link, "link.md", 7, 0))))
                .startsWith("cannot be read");
    }

    @Test
    void aFileWithoutPermissionSaysSo() throws IOException {
        Path file = Files.writeString(folder.resolve("locked.md"), "A locked article.");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
        assumeTrue(!Files.isReadable(file), "whoever runs this may read everything");
        assertThat(reason(new CorpusReader().read(new CorpusFile(file, "locked.md", 7, 0))))
                .contains("no permission");
    }
}
