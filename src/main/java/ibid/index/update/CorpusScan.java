package ibid.index.update;

import ibid.article.Article;
import ibid.library.CorpusFile;
import ibid.library.FileFingerprint;
import ibid.library.NearDuplicateSearch;
import ibid.library.NearDuplicates;
import ibid.library.RecurringLines;
import ibid.read.ParsedFile;
import ibid.read.ReadResult;
import ibid.read.manuscript.LineHashes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The results of the first pass of an update: the parsed files, the fingerprints of all, and the lines that recur
 * across them. Threads may share it.
 */
final class CorpusScan implements AutoCloseable {

    private final Map<String, FileFingerprint> fingerprints = new HashMap<>();
    private final RecurringLines lines;

    private final ParsedFiles parsed;

    CorpusScan(Collection<FileFingerprint> all, ParsedFiles parsed) {
        this.parsed = parsed;
        all.forEach(one -> fingerprints.put(one.file(), one));
        lines = new RecurringLines(all);
    }

    RecurringLines lines() {
        return lines;
    }

    /** The parsed file; each file can be taken once. */
    ReadResult<ParsedFile> parsed(CorpusFile file) {
        return parsed.take(file);
    }

    /** The article without the lines that recur in other files of its outlet. */
    ReadResult<Article> typeset(ParsedFile file) {
        return parsed.reader().typeset(file, lines.of(file.name()));
    }

    /** The file's fingerprint to store, with the lines that are now removed from its article. */
    Optional<FileFingerprint> fingerprint(String file) {
        return Optional.ofNullable(fingerprints.get(file)).map(one -> one.withDropped(LineHashes.of(lines.of(file))));
    }

    /** @param hasArticle whether the file of that name is an article */
    NearDuplicates nearDuplicates(Predicate<String> hasArticle) {
        List<FileFingerprint> articles = new ArrayList<>();
        for (FileFingerprint one : fingerprints.values()) {
            if (hasArticle.test(one.file())) {
                articles.add(one);
            }
        }
        return NearDuplicateSearch.find(articles, lines);
    }

    @Override
    public void close() {
        parsed.close();
    }
}
