package ibid.library;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import ibid.article.Article;
import ibid.read.ArticleReader;
import ibid.read.ParsedFile;
import ibid.read.ReadResult;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Reads files of the corpus folder. Repeated requests for the same file parse it once. Threads may share it. */
public final class CorpusReader {

    private static final long MAX_AHEAD_CHARS = 20_000_000; // about a hundred megabytes of memory
    private static final Duration MAX_AHEAD_TIME = Duration.ofMinutes(10);

    private final ArticleReader articles;
    private final Cache<Content, ParsedFile> ahead = Caffeine.newBuilder()
            .maximumWeight(MAX_AHEAD_CHARS)
            .weigher((Content content, ParsedFile file) -> file.countChars())
            .expireAfterWrite(MAX_AHEAD_TIME)
            .build();

    private record Content(String name, String hash) {}

    public CorpusReader() {
        this(new ArticleReader());
    }

    public CorpusReader(ArticleReader articles) {
        this.articles = articles;
    }

    /** The expensive step, done once for each file. Uses the result of parsing ahead if there is one. */
    public ReadResult<ParsedFile> parse(CorpusFile file) {
        return parse(file, false);
    }

    /**
     * Parses a file that will be in the folder under its name; the next parse of the same bytes there costs nothing.
     */
    ReadResult<ParsedFile> parseAhead(CorpusFile file) {
        return parse(file, true);
    }

    private ReadResult<ParsedFile> parse(CorpusFile file, boolean isAhead) {
        Optional<String> objection = articles.objection(file.name(), file.size());
        if (objection.isPresent()) {
            return new ReadResult.Skipped<>(objection.get(), "", false);
        }
        try {
            byte[] bytes = bytes(file, articles.maxBytes(file.name()));
            Content content = new Content(file.name(), ContentHash.of(bytes));
            ParsedFile known = ahead.asMap().remove(content);
            ReadResult<ParsedFile> result =
                    known == null ? articles.parse(file.name(), bytes) : new ReadResult.Success<>(known);
            if (isAhead) {
                result.toOptional().ifPresent(parsed -> ahead.put(content, parsed));
            }
            return result;
        } catch (AccessDeniedException locked) {
            return unreadable("Ibid has no permission; give it the right to read the file");
        } catch (IOException broken) {
            return unreadable(broken.getMessage());
        }
    }

    /** The cheap step; can be repeated with the same parsed file. @param recurring hashes of lines to leave out */
    public ReadResult<Article> typeset(ParsedFile file, Set<Long> recurring) {
        return articles.typeset(file, recurring);
    }

    /** Both steps for a single file, without recurring lines. */
    public ReadResult<Article> read(CorpusFile file) {
        return parse(file).thenTry(parsed -> typeset(parsed, Set.of()));
    }

    private static ReadResult<ParsedFile> unreadable(String why) {
        return new ReadResult.Skipped<>("cannot be read: " + why, "", true);
    }

    /** Stops reading a file that has grown. */
    private static byte[] bytes(CorpusFile file, int maxBytes) throws IOException {
        try (InputStream in = file.open()) {
            return in.readNBytes(maxBytes);
        }
    }
}
