package ibid.api.collection;

import ibid.api.NullIfEmpty;
import ibid.library.ListedFile;
import java.time.Instant;
import java.util.List;

/**
 * A page of the files on disk, in order of name.
 *
 * @param total of all pages
 */
public record FilesBody(int total, List<FileEntry> files) {

    /**
     * A file and its state.
     *
     * @param reason   why it was skipped
     * @param article  id of its article; null if it holds several
     * @param articles how many articles of it are in the index
     * @param size     bytes
     * @param modified with milliseconds
     */
    public record FileEntry(
            String file,
            ListedFile.State state,
            @NullIfEmpty String reason,
            @NullIfEmpty String article,
            int articles,
            long size,
            Instant modified) {

        public static FileEntry of(ListedFile file) {
            return new FileEntry(
                    file.file(),
                    file.state(),
                    file.reason(),
                    file.article(),
                    file.articles(),
                    file.size(),
                    Instant.ofEpochMilli(file.modified()));
        }
    }
}
