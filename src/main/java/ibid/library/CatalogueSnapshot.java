package ibid.library;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The catalogue as it was at one revision. Threads may share it.
 *
 * @param files state of each file in the corpus folder and of each entry, by name
 */
public record CatalogueSnapshot(long revision, SortedMap<String, FileState> files, NearDuplicates nearDuplicates) {

    /** An empty catalogue. */
    public static CatalogueSnapshot empty(long revision) {
        return new CatalogueSnapshot(revision, new TreeMap<>(), new NearDuplicates(Map.of()));
    }

    public CatalogueSnapshot {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }
}
