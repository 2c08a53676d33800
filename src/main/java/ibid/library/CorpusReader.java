package ibid.library;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import ibid.article.Article;
import ibid.read.ArticleReader;
import ibid.read.ParsedFile;
import ibid.read.ReadResult;
import ibid.read.bytes.FileBytes;
import ibid.read.entries.ArticleEntry;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads files of the corpus folder and their entries. Repeated requests for the same file parse it once. Threads may
 * share it.
 */
public final class CorpusReader {

    private static final long MAX_AHEAD_CHARS = 20_000_000; // about a hundred megabytes of memory
    private static final Duration MAX_AHEAD_TIME = Duration.ofMinutes(10);
    private static final int MAX_FILES_OF_ENTRIES = 4; // some 3 MB each; entries are read in the order of their files

    private final ArticleReader articles;
    private final Cache<Content, ParsedFile> ahead = Caffeine.newBuilder()
            .maximumWeight(MAX_AHEAD_CHARS)
            .weigher((Content content, ParsedFile file) -> file.countChars())
            .expireAfterWrite(MAX_AHEAD_TIME)
            .build();

    private final Cache<CorpusFile, Map<String, ArticleEntry>> entries = Caffeine.newBuilder()
            .maximumSize(MAX_FILES_OF_ENTRIES)
            .expireAfterAccess(MAX_AHEAD_TIME)
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

    /**
     * The entries of a file that holds several articles; none if it is one article or cannot be looked through, which
     * reading it reports.
     */
    List<ArticleEntry> entries(CorpusFile file) {
        try {
            return List.copyOf(named(file).values());
        } catch (IOException unreadable) {
            return List.of();
        }
    }

    private Map<String, ArticleEntry> named(CorpusFile file) throws IOException {
        boolean isTooLarge = articles.objection(file.name(), file.size()).isPresent();
        if (isTooLarge || !articles.mayHoldSeveral(file.name())) {
            return Map.of();
        }
        Map<String, ArticleEntry> known = entries.getIfPresent(file);
        return known == null ? split(file) : known;
    }

    /** One file at a time, because each is whole in memory. */
    private synchronized Map<String, ArticleEntry> split(CorpusFile file) throws IOException {
        Map<String, ArticleEntry> found = entries.getIfPresent(file);
        if (found == null) {
            byte[] bytes = bytes(file, articles.maxBytes(file.name()));
            Map<String, ArticleEntry> split = new LinkedHashMap<>();
            articles.entries(file.name(), bytes)
                    .toOptional()
                    .ifPresent(all -> all.forEach(entry -> split.put(entry.name(), entry)));
            entries.put(file, split);
            return split;
        }
        return found;
    }

    private ReadResult<ParsedFile> parseEntry(CorpusFile file) {
        try {
            CorpusFile holder = file.holder();
            ArticleEntry entry = named(holder).get(file.entryName());
            if (entry == null) {
                return unreadable("its file was changed meanwhile");
            }
            String extension = FileBytes.extension(holder.name());
            return articles.parseEntry(file.name(), extension, entry.bytes(bytes(holder, entry)));
        } catch (IOException broken) {
            return unreadable(broken.getMessage());
        }
    }

    private static byte[] bytes(CorpusFile holder, ArticleEntry entry) throws IOException {
        try (InputStream in = holder.open()) {
            in.skipNBytes(entry.start());
            return in.readNBytes(entry.end() - entry.start());
        }
    }

    private ReadResult<ParsedFile> parse(CorpusFile file, boolean isAhead) {
        if (file.part() == CorpusFile.Part.ENTRY) {
            return parseEntry(file);
        }
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
