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
     * Whether it reads this file, by its name or by how it begins. The first format in the list that says so reads it.
     */
    boolean recognises(FileBytes file);

    /** @throws ibid.IbidException INVALID, with a sentence for the user, if the file is no article */
    Manuscript read(FileBytes file);
}
