package ibid.library;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The changes of the next revision of the catalogue, collected until {@link Catalogue#revise} writes them. Not
 * thread-safe.
 */
public final class CatalogueChanges {

    private final Map<String, FileState> files = new LinkedHashMap<>();
    private final Map<String, FileFingerprint> fingerprints = new LinkedHashMap<>();
    private final Set<String> endedFiles = new TreeSet<>();
    private final Set<String> endedFingerprints = new TreeSet<>();
    private boolean cleared;
    private NearDuplicates nearDuplicates;

    /** Removes everything, including the changes collected so far. */
    public void clear() {
        cleared = true;
        files.clear();
        fingerprints.clear();
        nearDuplicates = null;
    }

    public void put(FileState state) {
        endedFiles.add(state.name());
        files.put(state.name(), state);
    }

    public void put(FileFingerprint fingerprint) {
        endedFingerprints.add(fingerprint.file());
        fingerprints.put(fingerprint.file(), fingerprint);
    }

    /** Removes the file and its fingerprint. */
    public void remove(String file) {
        endedFiles.add(file);
        files.remove(file);
        removeFingerprint(file);
    }

    public void removeFingerprint(String file) {
        endedFingerprints.add(file);
        fingerprints.remove(file);
    }

    /** Replaces all stored near-duplicates. */
    public void set(NearDuplicates found) {
        nearDuplicates = found;
    }

    boolean isCleared() {
        return cleared;
    }

    Iterable<FileState> files() {
        return files.values();
    }

    Iterable<FileFingerprint> fingerprints() {
        return fingerprints.values();
    }

    /** Files whose stored state becomes invalid. */
    Set<String> endedFiles() {
        return endedFiles;
    }

    /** Files whose stored fingerprint becomes invalid. */
    Set<String> endedFingerprints() {
        return endedFingerprints;
    }

    Optional<NearDuplicates> nearDuplicates() {
        return Optional.ofNullable(nearDuplicates);
    }
}
