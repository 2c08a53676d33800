package ibid.library;

import ibid.read.manuscript.Fingerprint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Looks across all files of the collection: which articles are copies of which, and which lines an outlet puts into every file.
 * The same files always give the same result, in whatever order they came. Not shared.
 */
public final class RecurringContent {

    private static final int BANDS = 32, ROWS = Fingerprint.SIZE / BANDS;
    private static final double COPY = 0.5; // share of shingles in common; articles of their own share next to none
    private static final int FURNITURE_FILES = 3; // independent articles of the outlet that have the line
    private static final double FURNITURE_SHARE =
            0.02; // and share of all it has: eval/journal.md, "Furniture and copies"
    private static final int TELLING_FILES =
            10; // the same of a sentence that tells something: follow-up stories repeat their background
    private static final double TELLING_SHARE = 0.3;
    private static final int ENOUGH_LEFT =
            40; // words; where less is left and more was taken, the article is written by a form, not framed by one
    private static final double OF_ITS_OWN =
            0.25; // share of its words that no other file of the outlet has: less is a copy, which makes no line
    // furniture
    private static final Comparator<Entry> EARLIEST = Comparator.comparing((Entry entry) ->
                    entry.print().published().isEmpty() ? "9999" : entry.print().published())
            .thenComparing(Entry::file);

    /**
     * What is known of one file.
     *
     * @param dropped line hashes that were taken out of the article as it is indexed, packed
     */
    public record Entry(String file, String article, Fingerprint print, String dropped) {}

    private final Map<String, Entry> entries = new TreeMap<>();
    private final Map<String, Set<Long>> furniture = new HashMap<>();
    private final Map<String, Set<Long>> ofFile = new ConcurrentHashMap<>();

    public RecurringContent(Collection<Entry> all) {
        all.forEach(entry -> entries.put(entry.file(), entry));
        entries.values().stream()
                .collect(Collectors.groupingBy(entry -> entry.print().outlet()))
                .forEach((outlet, files) -> furniture.put(outlet, outlet.isEmpty() ? Set.of() : furniture(files)));
    }

    /** The lines of a file that are its outlet's furniture. Threads may ask at once. */
    public Set<Long> furniture(String file) {
        return ofFile.computeIfAbsent(file, this::find);
    }

    private Set<Long> find(String file) {
        Entry entry = entries.get(file);
        if (entry == null) return Set.of();
        Set<Long> found = entry.print().lineHashes().stream()
                .map(Fingerprint::block)
                .collect(Collectors.toCollection(TreeSet::new));
        found.retainAll(furniture.get(entry.print().outlet()));
        int left = entry.print().words() - words(found);
        return left < ENOUGH_LEFT && left < words(found) ? Set.of() : found;
    }

    /** Whether the file is indexed with other lines taken out than should be now. */
    public boolean stale(String file) {
        Entry entry = entries.get(file);
        return entry != null && !entry.dropped().equals(Fingerprint.packed(furniture(file)));
    }

    public Entry entry(String file) {
        Entry entry = entries.get(file);
        return entry == null
                ? null
                : new Entry(entry.file(), entry.article(), entry.print(), Fingerprint.packed(furniture(file)));
    }

    /**
     * By article: the earliest of its copies, itself included. Articles without copies are left out. Copies of copies are copies, in whatever order
     * they come. Locality-sensitive hashing: only those that agree in a whole band of their signatures are laid side by side (Leskovec et al.,
     * Mining of Massive Datasets, 3.4), and of those only such as are not known to belong together, or a thousand copies would take a million looks.
     *
     * @param gives whether the file of that name gives an article
     */
    public Map<String, String> origins(Predicate<String> gives) {
        Map<String, int[]> signatures = new HashMap<>();
        Map<String, Entry> earliest = new HashMap<>();
        Map<Long, List<Entry>> buckets = new TreeMap<>();
        for (Entry entry : entries.values()) {
            if (!entry.print().hasSignature() || !gives.test(entry.file())) continue;
            int[] minima = entry.print().minima();
            signatures.put(entry.file(), minima);
            earliest.put(entry.file(), entry);
            for (int band = 0; band < BANDS; band++)
                buckets.computeIfAbsent(bucket(minima, band), key -> new ArrayList<>())
                        .add(entry);
        }
        for (List<Entry> bucket : buckets.values()) if (bucket.size() > 1) together(bucket, signatures, earliest);
        Map<Entry, List<Entry>> clusters = earliest.keySet().stream()
                .map(entries::get)
                .collect(Collectors.groupingBy(entry -> root(earliest, entry)));
        Map<String, String> origins = new TreeMap<>();
        clusters.forEach((origin, copies) -> {
            if (copies.size() > 1) copies.forEach(copy -> origins.put(copy.article(), origin.article()));
        });
        return origins;
    }

    private void together(List<Entry> bucket, Map<String, int[]> signatures, Map<String, Entry> earliest) {
        List<List<Entry>> groups = new ArrayList<>();
        for (Entry entry : bucket) {
            List<Entry> own = new ArrayList<>(List.of(entry));
            for (List<Entry> group : List.copyOf(groups)) {
                boolean known = root(earliest, group.getFirst()) == root(earliest, entry);
                if (!known
                        && group.stream()
                                .noneMatch(other ->
                                        alike(other, signatures.get(other.file()), entry, signatures.get(entry.file()))
                                                >= COPY)) continue;
                if (!known) join(earliest, group.getFirst(), entry);
                groups.remove(group);
                group.addAll(own);
                own = group;
            }
            groups.add(own);
        }
    }

    private static long bucket(int[] minima, int band) {
        long hash = band;
        for (int row = band * ROWS; row < (band + 1) * ROWS; row++) hash = hash * 0x9E3779B97F4A7C15L + minima[row];
        return hash;
    }

    /** Estimated share of shingles in common, those of the furniture both carry set aside. */
    private double alike(Entry one, int[] minima, Entry other, int[] otherMinima) {
        boolean isShort = one.print().hasFewWords() || other.print().hasFewWords();
        if (isShort)
            return Arrays.equals(minima, otherMinima)
                            && one.print().words() == other.print().words()
                    ? 1
                    : 0;
        int same = 0;
        for (int i = 0; i < minima.length; i++) if (minima[i] == otherMinima[i]) same++;
        double jaccard = (double) same / minima.length;
        Set<Long> mine = furniture(one.file()), both = new TreeSet<>(mine), theirs = furniture(other.file());
        both.retainAll(theirs);
        double common =
                jaccard / (1 + jaccard) * (one.print().words() + other.print().words()) - words(both);
        double all = one.print().words() - words(mine) + other.print().words() - words(theirs) - common;
        return all <= 0 ? 0 : common / all;
    }

    private static int words(Set<Long> lines) {
        return lines.stream().mapToInt(Fingerprint::wordsOf).sum();
    }

    private static Entry root(Map<String, Entry> earliest, Entry entry) {
        Entry at = entry;
        while (earliest.get(at.file()) != at) at = earliest.get(at.file());
        earliest.put(entry.file(), at); // the next time is shorter
        return at;
    }

    private static void join(Map<String, Entry> earliest, Entry one, Entry other) {
        Entry first = root(earliest, one), second = root(earliest, other);
        if (EARLIEST.compare(first, second) <= 0) earliest.put(second.file(), first);
        else earliest.put(first.file(), second);
    }

    private static Set<Long> furniture(List<Entry> files) {
        Map<Long, Integer> carriers = new HashMap<>(), independent = new HashMap<>(), telling = new HashMap<>();
        for (Entry entry : files)
            entry.print().lineHashes().forEach(line -> carriers.merge(Fingerprint.block(line), 1, Integer::sum));
        int count = 0;
        for (Entry entry : files) {
            List<Long> lines = entry.print().lineHashes();
            int own = lines.stream()
                    .filter(line -> carriers.get(Fingerprint.block(line)) == 1)
                    .mapToInt(Fingerprint::wordsOf)
                    .sum();
            if (own < OF_ITS_OWN * lines.stream().mapToInt(Fingerprint::wordsOf).sum() || lines.isEmpty()) continue;
            count++;
            lines.forEach(line -> independent.merge(Fingerprint.block(line), 1, Integer::sum));
            lines.stream()
                    .filter(Fingerprint::tells)
                    .forEach(line -> telling.merge(Fingerprint.block(line), 1, Integer::sum));
        }
        double enough = Math.max(FURNITURE_FILES, FURNITURE_SHARE * count),
                enoughTelling = Math.max(TELLING_FILES, TELLING_SHARE * count);
        return independent.entrySet().stream()
                .filter(line -> line.getValue() >= (telling.containsKey(line.getKey()) ? enoughTelling : enough)
                        && Fingerprint.mayRecur(line.getKey()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }
}
