package ibid.read.manuscript;

import ibid.read.bytes.FileBytes;
import java.util.Set;

/**
 * One input format: the bytes of a file become a manuscript. A new format implements this interface and is added to the
 * list in {@code ibid.read.ArticleReader}. Stateless: threads may share it.
 */
public interface ArticleFormat {

    /** Extensions of the format's files, in lower case, without the dot. */
    Set<String> extensions();

    /** Size of the largest file that is read. */
    int maxBytes();

    /**
     * Whether this format reads the file, by its extension or its first bytes. The first format in the list that does
     * is used.
     */
    default boolean recognises(FileBytes file) {
        return extensions().contains(file.extension());
    }

    /** @throws ibid.IbidException INVALID, with a sentence for the user, if the file is not an article */
    Manuscript read(FileBytes file);
}
