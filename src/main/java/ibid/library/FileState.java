package ibid.library;

/**
 * The catalogue's state of a file in the corpus folder, or of an entry of one.
 *
 * @param article its article's id, or empty if it was skipped or its entries are the articles
 * @param skipped why it was skipped, or empty
 * @param twin    the file whose article has the same id and is indexed instead, or empty
 */
public record FileState(
        String name,
        long size,
        long modified,
        String hash,
        String article,
        String skipped,
        String twin,
        RetryTime retry) {

    public static FileState of(CorpusFile file, String hash, String article, RetryTime retry) {
        return new FileState(file.name(), file.size(), file.modified(), hash, article, "", "", retry);
    }

    public static FileState ofEntries(CorpusFile file, RetryTime retry) {
        return new FileState(file.name(), file.size(), file.modified(), "", "", "", "", retry);
    }

    public static FileState skipped(CorpusFile file, String hash, String reason, RetryTime retry) {
        return new FileState(file.name(), file.size(), file.modified(), hash, "", reason, "", retry);
    }

    public static FileState twin(CorpusFile file, String owner) {
        return new FileState(
                file.name(),
                file.size(),
                file.modified(),
                "",
                "",
                "has the same id as " + owner + "; rename one of them",
                owner,
                RetryTime.NEVER);
    }

    /** Whether its entries are articles, and it is none. */
    public boolean holdsEntries() {
        return article.isEmpty() && skipped.isEmpty();
    }

    /** Whether size and time are unchanged, so that the file need not be read. */
    public boolean matches(CorpusFile file) {
        return size == file.size() && modified == file.modified();
    }
}
