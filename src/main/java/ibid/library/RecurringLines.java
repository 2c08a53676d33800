package ibid.library;

import ibid.read.manuscript.LineHashes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The lines that an outlet repeats in its files: boilerplate that cannot be recognised in a single page. The result
 * depends on the files only, not on their order. Threads may share it.
 */
public final class RecurringLines {

    // The figures are from eval/journal.md, "Furniture and copies".
    private static final int MIN_FILES = 3; // independent articles of the outlet that have the line
    private static final double MIN_SHARE = 0.02; // minimum share of its independent articles
    private static final int MIN_FILES_OF_PROSE = 10; // the same for a sentence: follow-up stories repeat background
    private static final double MIN_SHARE_OF_PROSE = 0.3;
    private static final int MIN_WORDS_LEFT = 40; // if less remains than was removed, a template made the article
    private static final double MIN_OWN_SHARE = 0.25; // of a file's words; with less it is a copy of other files

    private final Map<String, FileFingerprint> fingerprints = new HashMap<>();
    private final Map<String, Set<Long>> byOutlet = new HashMap<>();
    private final Map<String, Set<Long>> byFile = new ConcurrentHashMap<>();

    public RecurringLines(Collection<FileFingerprint> all) {
        Map<String, List<FileFingerprint>> outlets = new HashMap<>();
        for (FileFingerprint file : all) {
            fingerprints.put(file.file(), file);
            String outlet = file.outlet();
            if (!outlet.isEmpty()) {
                outlets.computeIfAbsent(outlet, first -> new ArrayList<>()).add(file);
            }
        }
        outlets.forEach((outlet, files) -> byOutlet.put(outlet, new Outlet(files).recurring()));
    }

    /** Hashes of the lines to remove from that file. */
    public Set<Long> of(String file) {
        return byFile.computeIfAbsent(file, this::find);
    }

    private Set<Long> find(String file) {
        FileFingerprint fingerprint = fingerprints.get(file);
        if (fingerprint == null) {
            return Set.of();
        }
        Set<Long> found = linesWithoutProse(fingerprint);
        found.retainAll(byOutlet.getOrDefault(fingerprint.outlet(), Set.of()));
        int taken = countWords(found);
        int left = fingerprint.words() - taken;
        return left < MIN_WORDS_LEFT && left < taken ? Set.of() : found;
    }

    private static Set<Long> linesWithoutProse(FileFingerprint fingerprint) {
        Set<Long> lines = new TreeSet<>();
        for (long line : fingerprint.lines().toList()) {
            lines.add(LineHashes.withoutProse(line));
        }
        return lines;
    }

    /** Whether the file was indexed with other lines removed than now. */
    public boolean isStale(String file) {
        FileFingerprint known = fingerprints.get(file);
        return known != null && !known.dropped().equals(LineHashes.of(of(file)));
    }

    /** Number of words in those lines. */
    static int countWords(Collection<Long> lines) {
        int words = 0;
        for (long line : lines) {
            words += LineHashes.countWords(line);
        }
        return words;
    }

    /** Line counts over the files of one outlet. Only independent files count. */
    private static final class Outlet {

        private final Map<Long, Integer> carriers = new HashMap<>();
        private final Map<Long, Integer> independentCarriers = new HashMap<>();
        private final Set<Long> prose = new HashSet<>();
        private int independentFiles;

        Outlet(List<FileFingerprint> files) {
            for (FileFingerprint file : files) {
                for (long line : file.lines().toList()) {
                    carriers.merge(LineHashes.withoutProse(line), 1, Integer::sum);
                }
            }
            for (FileFingerprint file : files) {
                if (isIndependent(file)) {
                    count(file);
                }
            }
        }

        private boolean isIndependent(FileFingerprint file) {
            List<Long> lines = file.lines().toList();
            int ownWords = 0;
            for (long line : lines) {
                if (carriers.get(LineHashes.withoutProse(line)) == 1) {
                    ownWords += LineHashes.countWords(line);
                }
            }
            return !lines.isEmpty() && ownWords >= MIN_OWN_SHARE * countWords(lines);
        }

        private void count(FileFingerprint file) {
            independentFiles++;
            for (long line : file.lines().toList()) {
                long block = LineHashes.withoutProse(line);
                independentCarriers.merge(block, 1, Integer::sum);
                if (LineHashes.isProse(line)) {
                    prose.add(block);
                }
            }
        }

        Set<Long> recurring() {
            Set<Long> found = new HashSet<>();
            independentCarriers.forEach((line, files) -> {
                if (files >= minFiles(line) && LineHashes.mayBeBoilerplate(line)) {
                    found.add(line);
                }
            });
            return found;
        }

        private double minFiles(long line) {
            return prose.contains(line)
                    ? Math.max(MIN_FILES_OF_PROSE, MIN_SHARE_OF_PROSE * independentFiles)
                    : Math.max(MIN_FILES, MIN_SHARE * independentFiles);
        }
    }
}
