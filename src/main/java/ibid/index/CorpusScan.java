package ibid.index;

import ibid.library.FileFingerprint;
import ibid.library.NearDuplicateSearch;
import ibid.library.NearDuplicates;
import ibid.library.RecurringLines;
import ibid.read.manuscript.Fingerprint;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** What all files have in common: their fingerprints, and the lines that recur across them. Threads may share it. */
final class CorpusScan {

    private final Map<String, FileFingerprint> fingerprints = new HashMap<>();
    private final RecurringLines lines;

    CorpusScan(Collection<FileFingerprint> all) {
        all.forEach(one -> fingerprints.put(one.file(), one));
        lines = new RecurringLines(all);
    }

    RecurringLines lines() {
        return lines;
    }

    /** The file's fingerprint as it is to be kept, with the lines that are taken out of its article now. */
    Optional<FileFingerprint> fingerprint(String file) {
        return Optional.ofNullable(fingerprints.get(file))
                .map(one -> new FileFingerprint(
                        one.file(), one.article(), one.fingerprint(), Fingerprint.packed(lines.of(file))));
    }

    /** @param hasArticle whether the file of that name gives an article */
    NearDuplicates nearDuplicates(Predicate<String> hasArticle) {
        List<FileFingerprint> articles = new ArrayList<>();
        for (FileFingerprint one : fingerprints.values()) if (hasArticle.test(one.file())) articles.add(one);
        return NearDuplicateSearch.find(articles, lines);
    }
}
