package ibid.index;

import ibid.corpus.ArticleFile;

/**
 * What the index remembers of a file in the corpus folder.
 *
 * @param article its article's id, or empty where it was skipped
 * @param skipped why it was skipped, or empty
 */
public record FileState(String name, long size, long modified, String hash, String article, String skipped) {

    /** Whether the file still looks as it did, so that it need not be read. */
    boolean matches(ArticleFile file) {
        return size == file.size() && modified == file.modified();
    }
}
