package ibid.index;

import ibid.read.CorpusFile;

/**
 * What the index remembers of a file in the corpus folder.
 *
 * @param article its article's id, or empty where it was skipped
 * @param skipped why it was skipped, or empty
 * @param twin    the file that gives the article of its id in its place, or empty
 */
public record FileState(String name, long size, long modified, String hash, String article, String skipped, String twin, Again again) {

    static FileState of(CorpusFile file, String hash, String article, Again again) {
        return new FileState(file.name(), file.size(), file.modified(), hash, article, "", "", again);
    }

    static FileState skipped(CorpusFile file, String hash, String reason, Again again) {
        return new FileState(file.name(), file.size(), file.modified(), hash, "", reason, "", again);
    }

    static FileState twin(CorpusFile file, String owner) {
        return new FileState(file.name(), file.size(), file.modified(), "", "", "has the same id as " + owner + "; rename one of them", owner, Again.NEVER);
    }

    /** Whether the file still looks as it did, so that it need not be read. */
    boolean matches(CorpusFile file) {
        return size == file.size() && modified == file.modified();
    }
}
