package ibid.library;

/**
 * A file on disk with its state in the current generation.
 *
 * @param size     bytes
 * @param modified milliseconds since 1970
 * @param article  its article's id, or empty if it is not an article in the index
 * @param reason   why it was skipped, or empty
 */
public record ListedFile(String file, long size, long modified, State state, String article, String reason) {

    /** INDEXED: answers may cite it; SKIPPED: it could not be read; PENDING: new or changed since this generation. */
    public enum State {
        INDEXED,
        SKIPPED,
        PENDING
    }

    /** @param known the index's state of a file of that name, or null */
    public static ListedFile of(CorpusFile file, FileState known) {
        boolean seen = known != null && known.matches(file);
        String article = known == null ? "" : known.article();
        String reason = seen ? known.skipped() : "";
        return new ListedFile(file.name(), file.size(), file.modified(), state(seen, reason), article, reason);
    }

    private static State state(boolean seen, String reason) {
        if (!seen) {
            return State.PENDING;
        }
        return reason.isEmpty() ? State.INDEXED : State.SKIPPED;
    }
}
