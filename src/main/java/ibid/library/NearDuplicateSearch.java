package ibid.library;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Finds near-duplicates among the files of the collection by their MinHash signatures. Only files with an equal band in
 * their signatures are compared (locality-sensitive hashing: Leskovec et al., Mining of Massive Datasets, 3.4), and
 * only if they are not yet known to belong together, because a thousand copies would otherwise take a million
 * comparisons. Not thread-safe.
 */
public final class NearDuplicateSearch {

    private static final int BANDS = 32;
    private static final int ROWS = FileFingerprint.SIGNATURE_SIZE / BANDS;
    private static final double MIN_SIMILARITY =
            0.5; // share of common shingles; independent articles share almost none
    private static final String LAST_DATE = "9999"; // an article without a date sorts last
    private static final Comparator<Candidate> EARLIEST =
            Comparator.comparing(Candidate::published).thenComparing(Candidate::file);

    private final Map<String, Candidate> candidates = new TreeMap<>();
    private final Map<Candidate, Candidate> earlier = new IdentityHashMap<>(); // a forest; a root is an origin

    private record Candidate(FileFingerprint source, int[] minima, Set<Long> recurring) {

        String file() {
            return source.file();
        }

        String published() {
            String date = source.published();
            return date.isEmpty() ? LAST_DATE : date;
        }
    }

    private NearDuplicateSearch(Collection<FileFingerprint> fingerprints, RecurringLines lines) {
        for (FileFingerprint file : fingerprints) {
            if (!file.hasSignature()) {
                continue;
            }
            int[] minima = file.unpackSignature();
            candidates.put(file.file(), new Candidate(file, minima, lines.of(file.file())));
        }
        candidates.values().forEach(candidate -> earlier.put(candidate, candidate));
    }

    /** The same fingerprints always give the same result. Copies of copies are copies, in any order. */
    public static NearDuplicates find(Collection<FileFingerprint> fingerprints, RecurringLines lines) {
        return new NearDuplicateSearch(fingerprints, lines).find();
    }

    private NearDuplicates find() {
        for (List<Candidate> bucket : buckets()) {
            if (bucket.size() > 1) {
                joinSimilar(bucket);
            }
        }
        Map<Candidate, List<Candidate>> clusters = new IdentityHashMap<>();
        for (Candidate candidate : candidates.values()) {
            clusters.computeIfAbsent(origin(candidate), first -> new ArrayList<>())
                    .add(candidate);
        }
        Map<String, String> origins = new TreeMap<>();
        clusters.forEach((origin, copies) -> {
            if (copies.size() < 2) {
                return;
            }
            for (Candidate copy : copies) {
                origins.put(copy.source().article(), origin.source().article());
            }
        });
        return new NearDuplicates(origins);
    }

    private Collection<List<Candidate>> buckets() {
        Map<Long, List<Candidate>> buckets = new TreeMap<>();
        for (Candidate candidate : candidates.values()) {
            for (int band = 0; band < BANDS; band++) {
                buckets.computeIfAbsent(bucket(candidate.minima(), band), first -> new ArrayList<>())
                        .add(candidate);
            }
        }
        return buckets.values();
    }

    private static long bucket(int[] minima, int band) {
        long hash = band;
        for (int row = band * ROWS; row < (band + 1) * ROWS; row++) {
            hash = hash * 0x9E3779B97F4A7C15L + minima[row];
        }
        return hash;
    }

    /**
     * Keeps the bucket in groups of near-duplicates, so that a new file is compared with a group only while it may
     * belong to it.
     */
    private void joinSimilar(List<Candidate> bucket) {
        List<List<Candidate>> groups = new ArrayList<>();
        for (Candidate candidate : bucket) {
            groups.add(joinSimilar(candidate, groups));
        }
    }

    private List<Candidate> joinSimilar(Candidate candidate, List<List<Candidate>> groups) {
        List<Candidate> own = new ArrayList<>(List.of(candidate));
        for (List<Candidate> group : List.copyOf(groups)) {
            if (belongsTo(group, candidate)) {
                join(group.getFirst(), candidate);
                groups.remove(group);
                group.addAll(own);
                own = group;
            }
        }
        return own;
    }

    private boolean belongsTo(List<Candidate> group, Candidate candidate) {
        if (origin(group.getFirst()) == origin(candidate)) {
            return true;
        }
        for (Candidate other : group) {
            if (similarity(other, candidate) >= MIN_SIMILARITY) {
                return true;
            }
        }
        return false;
    }

    /** Estimated share of common shingles, without those of recurring lines in both files. */
    private static double similarity(Candidate one, Candidate other) {
        FileFingerprint mine = one.source();
        FileFingerprint theirs = other.source();
        if (mine.hasFewWords() || theirs.hasFewWords()) {
            return isSame(one, other) ? 1 : 0;
        }
        double jaccard = jaccard(one.minima(), other.minima());
        Set<Long> both = new TreeSet<>(one.recurring());
        both.retainAll(other.recurring());
        double shared = jaccard / (1 + jaccard) * (mine.words() + theirs.words());
        double common = shared - RecurringLines.countWords(both);
        double all = ownWords(one) + ownWords(other) - common;
        return all <= 0 ? 0 : common / all;
    }

    private static boolean isSame(Candidate one, Candidate other) {
        return Arrays.equals(one.minima(), other.minima())
                && one.source().words() == other.source().words();
    }

    private static double jaccard(int[] minima, int[] others) {
        int same = 0;
        for (int i = 0; i < minima.length; i++) {
            if (minima[i] == others[i]) {
                same++;
            }
        }
        return (double) same / minima.length;
    }

    private static int ownWords(Candidate candidate) {
        return candidate.source().words() - RecurringLines.countWords(candidate.recurring());
    }

    private Candidate origin(Candidate candidate) {
        Candidate root = candidate;
        while (earlier.get(root) != root) {
            root = earlier.get(root);
        }
        earlier.put(candidate, root); // path compression
        return root;
    }

    private void join(Candidate one, Candidate other) {
        Candidate first = origin(one);
        Candidate second = origin(other);
        if (EARLIEST.compare(first, second) <= 0) {
            earlier.put(second, first);
        } else {
            earlier.put(first, second);
        }
    }
}
