package ibid.library;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;

/**
 * A file on disk, or an entry of one that could not be read, with its state in the current generation.
 *
 * @param size     bytes
 * @param modified milliseconds since 1970
 * @param article  its article's id, or empty if it is not an article in the index or holds several
 * @param articles how many articles of it are in the index
 * @param reason   why it was skipped, or what of its entries was, or empty
 */
public record ListedFile(
        String file, long size, long modified, State state, String article, int articles, String reason) {

    /** INDEXED: answers may cite it; SKIPPED: it could not be read; PENDING: new or changed since this generation. */
    public enum State {
        INDEXED,
        SKIPPED,
        PENDING
    }

    /** @param known the index's state of each file and entry, by name */
    public static ListedFile of(CorpusFile file, SortedMap<String, FileState> known) {
        FileState state = known.get(file.name());
        if (state != null && state.holdsEntries()) {
            return ofEntries(
                    file, state, EntryListing.entriesOf(file.name(), known).values());
        }
        boolean isSeen = state != null && state.matches(file);
        String article = state == null ? "" : state.article();
        String reason = isSeen ? state.skipped() : "";
        int articles = article.isEmpty() ? 0 : 1;
        return new ListedFile(
                file.name(), file.size(), file.modified(), state(isSeen, reason.isEmpty()), article, articles, reason);
    }

    /** The file, and after it those of its entries that could not be read. */
    public static List<ListedFile> withEntries(CorpusFile file, SortedMap<String, FileState> known) {
        List<ListedFile> listed = new ArrayList<>(List.of(of(file, known)));
        FileState state = known.get(file.name());
        if (state != null && state.holdsEntries() && state.matches(file)) {
            for (FileState entry : EntryListing.entriesOf(file.name(), known).values()) {
                if (entry.article().isEmpty()) {
                    listed.add(new ListedFile(
                            entry.name(), entry.size(), entry.modified(), State.SKIPPED, "", 0, entry.skipped()));
                }
            }
        }
        return listed;
    }

    private static ListedFile ofEntries(CorpusFile file, FileState state, Collection<FileState> entries) {
        List<String> reasons = entries.stream()
                .map(FileState::skipped)
                .filter(reason -> !reason.isEmpty())
                .toList();
        int articles = entries.size() - reasons.size();
        boolean isSeen = state.matches(file);
        String reason = !isSeen || reasons.isEmpty()
                ? ""
                : reasons.size() + " of " + entries.size() + " entries are no articles; " + reasons.getFirst();
        return new ListedFile(
                file.name(), file.size(), file.modified(), state(isSeen, articles > 0), "", articles, reason);
    }

    private static State state(boolean isSeen, boolean isArticle) {
        if (!isSeen) {
            return State.PENDING;
        }
        return isArticle ? State.INDEXED : State.SKIPPED;
    }
}
