package ibid.index.update;

import ibid.library.CorpusFile;
import ibid.library.CorpusFolder;
import ibid.library.EntryListing;
import ibid.library.FileState;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds removals back when most of the collection is gone at once, which is more often an unmounted disk than a wish.
 * What Ibid removed itself, and what was only moved within the folder, is not held. Threads may share it.
 */
public final class RemovalGuard {

    private static final Logger LOG = LoggerFactory.getLogger(RemovalGuard.class);

    /** Fewer files are deleted by hand in one go, and are read again in a second should they come back. */
    private static final int MIN_GONE = 5;

    /** In a folder without any file, which is what an unmounted disk leaves; one article may be the last one. */
    private static final int MIN_GONE_IF_EMPTY = 2;

    private final CorpusFolder folder;
    private final Set<String> accepted = ConcurrentHashMap.newKeySet();
    private volatile boolean acceptsAll;
    private volatile Optional<HeldRemovals> held = Optional.empty();

    RemovalGuard(CorpusFolder folder) {
        this.folder = folder;
    }

    public Optional<HeldRemovals> held() {
        return held;
    }

    /** Lets what is held now be removed by the next update; not what is gone later. */
    public void accept() {
        held.ifPresent(removals -> accepted.addAll(removals.files()));
    }

    /** Lets the next update remove whatever is gone. */
    public void acceptAll() {
        acceptsAll = true;
    }

    /** The listing with the files that are held back; they keep their state. */
    CorpusFolder.Listing guard(CorpusFolder.Listing listing, Map<String, FileState> known) {
        Optional<HeldRemovals> found = acceptsAll ? Optional.empty() : find(listing, known);
        acceptsAll = false;
        if (found.isPresent() && !found.equals(held)) {
            LOG.warn(found.get().message());
        }
        held = found;
        return found.map(removals -> listing.holding(removals.files())).orElse(listing);
    }

    private Optional<HeldRemovals> find(CorpusFolder.Listing listing, Map<String, FileState> known) {
        List<FileState> articles = known.values().stream()
                .filter(state -> !state.article().isEmpty())
                .toList();
        List<FileState> gone = gone(listing, articles, known);
        boolean isFolderEmpty = listing.files().isEmpty();
        if (!isHeld(gone.size(), files(gone, known).size(), articles.size(), isFolderEmpty)) {
            return Optional.empty();
        }
        Predicate<FileState> isMeant = folder.removedByIbid().or(isMovedIn(listing, known));
        gone.removeIf(state -> isMeant.test(known.get(EntryListing.fileOf(state.name(), known))));
        Set<String> names = files(gone, known);
        if (!isHeld(gone.size(), names.size(), articles.size(), isFolderEmpty)) {
            return Optional.empty();
        }
        gone.forEach(state -> names.add(state.name()));
        return Optional.of(new HeldRemovals(gone.size(), articles.size(), names));
    }

    /** The files on disk of these articles. */
    private static Set<String> files(List<FileState> articles, Map<String, FileState> known) {
        Set<String> files = new HashSet<>();
        articles.forEach(state -> files.add(EntryListing.fileOf(state.name(), known)));
        return files;
    }

    /** @param files on disk that are gone, each with one article or several */
    private static boolean isHeld(int gone, int files, int all, boolean isFolderEmpty) {
        boolean isMost = 2 * gone > all;
        return isMost && files >= (isFolderEmpty ? MIN_GONE_IF_EMPTY : MIN_GONE);
    }

    /** Also the articles of a file that is gone, but not what a file no longer holds, which somebody meant. */
    private List<FileState> gone(CorpusFolder.Listing listing, List<FileState> articles, Map<String, FileState> known) {
        Set<String> names = new HashSet<>();
        listing.files().forEach(file -> names.add(file.name()));
        accepted.removeAll(names); // what comes back is asked for again
        List<FileState> gone = new ArrayList<>();
        for (FileState state : articles) {
            if (!names.contains(EntryListing.fileOf(state.name(), known))
                    && !listing.mayContain(state.name())
                    && !accepted.contains(state.name())) {
                gone.add(state);
            }
        }
        return gone;
    }

    /** Whether a new file in another folder has the same name and size. */
    private static Predicate<FileState> isMovedIn(CorpusFolder.Listing listing, Map<String, FileState> known) {
        Set<String> arrived = new HashSet<>();
        for (CorpusFile file : listing.files()) {
            if (!known.containsKey(file.name())) {
                arrived.add(file.size() + " " + lastPart(file.name()));
            }
        }
        return state -> arrived.contains(state.size() + " " + lastPart(state.name()));
    }

    private static String lastPart(String name) {
        return name.substring(name.lastIndexOf('/') + 1);
    }
}
