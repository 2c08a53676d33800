package ibid.library;

import ibid.article.Article;
import ibid.read.ArticleReader;
import ibid.read.ParsedFile;
import ibid.read.ReadResult;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/** Reads files of the corpus folder from the disk. Stateless: threads may share it. */
public final class CorpusReader {

    private final ArticleReader articles;

    public CorpusReader() {
        this(new ArticleReader());
    }

    public CorpusReader(ArticleReader articles) {
        this.articles = articles;
    }

    /** The expensive step, done once a file. */
    public ReadResult<ParsedFile> parse(CorpusFile file) {
        Optional<String> objection = articles.objection(file.name(), file.size());
        if (objection.isPresent()) return new ReadResult.Skipped<>(objection.get(), "", false);
        try {
            return articles.parse(file.name(), bytes(file.path(), articles.maxBytes(file.name())));
        } catch (AccessDeniedException locked) {
            return unreadable("Ibid has no permission; give it the right to read the file");
        } catch (IOException broken) {
            return unreadable(broken.getMessage());
        }
    }

    /** The cheap step: may be done again from the same parsed file. @param recurring hashes of lines to leave out */
    public ReadResult<Article> typeset(ParsedFile file, Set<Long> recurring) {
        return articles.typeset(file, recurring);
    }

    /** Both steps, of a file that stands for itself. */
    public ReadResult<Article> read(CorpusFile file) {
        return parse(file).then(parsed -> typeset(parsed, Set.of()));
    }

    private static ReadResult<ParsedFile> unreadable(String why) {
        return new ReadResult.Skipped<>("cannot be read: " + why, "", true);
    }

    /** A link put in the file's place since the folder was listed is not followed, and what has grown is not read whole. */
    private static byte[] bytes(Path file, int maxBytes) throws IOException {
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            return in.readNBytes(maxBytes);
        }
    }
}
