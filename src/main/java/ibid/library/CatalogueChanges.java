package ibid.library;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What the next revision of the catalogue changes, collected until {@link Catalogue#revise} writes it. Not shared. */
public final class CatalogueChanges {

    private final Map<String, FileState> files = new LinkedHashMap<>();
    private final Map<String, FileFingerprint> fingerprints = new LinkedHashMap<>();
    private final Set<String> endedFiles = new TreeSet<>();
    private final Set<String> endedFingerprints = new TreeSet<>();
    private boolean cleared;
    private NearDuplicates nearDuplicates;

    /** Forgets everything, also what was collected before. */
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

    /** Forgets the file and its fingerprint. */
    public void remove(String file) {
        endedFiles.add(file);
        files.remove(file);
        removeFingerprint(file);
    }

    public void removeFingerprint(String file) {
        endedFingerprints.add(file);
        fingerprints.remove(file);
    }

    /** Replaces all that were known. */
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

    /** Files whose state so far ends. */
    Set<String> endedFiles() {
        return endedFiles;
    }

    /** Files whose fingerprint so far ends. */
    Set<String> endedFingerprints() {
        return endedFingerprints;
    }

    Optional<NearDuplicates> nearDuplicates() {
        return Optional.ofNullable(nearDuplicates);
    }
}
