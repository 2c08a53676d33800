package ibid.library;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * The catalogue as it was at one revision. Threads may share it.
 *
 * @param files state of each file in the corpus folder, by name
 */
public record CatalogueSnapshot(long revision, Map<String, FileState> files, NearDuplicates nearDuplicates) {

    /** An empty catalogue. */
    public static CatalogueSnapshot empty(long revision) {
        return new CatalogueSnapshot(revision, Map.of(), new NearDuplicates(Map.of()));
    }

    public CatalogueSnapshot {
        files = Collections.unmodifiableMap(new TreeMap<>(files));
    }
}
