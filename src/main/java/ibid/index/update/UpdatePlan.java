package ibid.index.update;

import ibid.library.CorpusFile;
import ibid.library.CorpusFolder;
import ibid.library.FileState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The work of an update of the index.
 *
 * @param files  all files and entries; those that are currently inaccessible keep their known state
 * @param toRead files that are new, changed, touched, or due for another try
 * @param gone   known state of files that no longer exist
 * @param owners by article id: the file that is the source of the article
 * @param hidden names of inaccessible files
 */
record UpdatePlan(
        List<CorpusFile> files,
        List<CorpusFile> toRead,
        List<FileState> gone,
        Map<String, String> owners,
        Set<String> hidden) {

    /** @param now milliseconds since 1970 */
    static UpdatePlan of(CorpusFolder.Listing listing, Map<String, FileState> known, long now) {
        Map<String, FileState> unlisted = new TreeMap<>(known);
        List<CorpusFile> files = new ArrayList<>(listing.files());
        files.removeIf(file -> listing.unreadableFolders().contains(file.name())
                && known.containsKey(file.name())
                && !known.get(file.name()).article().isEmpty());
        files.forEach(file -> unlisted.remove(file.name()));
        List<FileState> gone = new ArrayList<>();
        Set<String> hidden = new HashSet<>();
        for (FileState state : unlisted.values()) {
            if (!listing.mayContain(state.name())) {
                gone.add(state);
            } else if (hidden.add(state.name())) {
                files.add(new CorpusFile(null, state.name(), state.size(), state.modified()));
            }
        }
        // what holds entries is written after them, so that after a kill it is looked through again
        files.sort(Comparator.comparing(CorpusFile::holdsEntries).thenComparing(CorpusFile::name));
        Map<String, String> owners = owners(files);
        UpdatePlan plan = new UpdatePlan(files, List.of(), gone, owners, hidden);
        return new UpdatePlan(
                files,
                files.stream()
                        .filter(file ->
                                !hidden.contains(file.name()) && plan.isToRead(file, known.get(file.name()), now))
                        .toList(),
                gone,
                owners,
                hidden);
    }

    /** The id of a file that holds entries names the file, and is no article's. */
    private static Map<String, String> owners(List<CorpusFile> files) {
        Map<String, String> owners = new HashMap<>();
        files.stream()
                .filter(file -> file.objection().isEmpty())
                .sorted(Comparator.comparing(CorpusFile::holdsEntries).reversed())
                .forEach(file -> owners.putIfAbsent(file.id().value(), file.name()));
        return owners;
    }

    private boolean isToRead(CorpusFile file, FileState state, long now) {
        return state == null
                || !state.matches(file)
                || state.retry().isDue(now)
                || !state.twin().equals(twin(file))
                || !file.objection().isEmpty() && !file.objection().equals(state.skipped());
    }

    /** The number of files and entries that may be articles. */
    static int count(List<CorpusFile> files) {
        return (int) files.stream().filter(file -> !file.holdsEntries()).count();
    }

    boolean isEmpty() {
        return toRead.isEmpty() && gone.isEmpty();
    }

    /** Whether the file is the source of the article with its id. */
    boolean owns(CorpusFile file) {
        return file.objection().isEmpty() && !file.holdsEntries() && twin(file).isEmpty();
    }

    /** The file that is the source of the article instead, or empty. */
    String twin(CorpusFile file) {
        boolean mayOwn = file.objection().isEmpty() && !file.holdsEntries();
        String owner = mayOwn ? owners.get(file.id().value()) : file.name();
        return owner.equals(file.name()) ? "" : owner;
    }
}
