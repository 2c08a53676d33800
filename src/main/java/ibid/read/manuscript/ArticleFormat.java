package ibid.read.manuscript;

import ibid.read.bytes.FileBytes;
import java.util.Set;

/**
 * One input format: the bytes of a file become a manuscript. A new format implements this and is added to the list in
 * {@code ibid.read.ArticleReader}. Stateless: threads may share it.
 */
public interface ArticleFormat {

    /** Extensions of its files, in lower case, without the dot. */
    Set<String> extensions();

    /** Size of the largest file it reads. */
    int maxBytes();

    /**
     * Whether it reads this file: by its extension, unless the format looks at how the file begins too. The first
     * format in the list that says so reads it.
     */
    default boolean recognises(FileBytes file) {
        return extensions().contains(file.extension());
    }

    /** @throws ibid.IbidException INVALID, with a sentence for the user, if the file is no article */
    Manuscript read(FileBytes file);
}
