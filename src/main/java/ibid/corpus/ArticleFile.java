package ibid.corpus;

import java.nio.file.Path;

/**
 * A file in the corpus folder as the file system shows it, unread.
 *
 * @param name     path below the folder, with forward slashes
 * @param size     bytes
 * @param modified milliseconds since 1970
 */
public record ArticleFile(Path path, String name, long size, long modified) {

    public ArticleId id() {
        return ArticleId.ofFile(name);
    }
}
