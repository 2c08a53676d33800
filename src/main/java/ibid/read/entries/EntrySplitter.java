package ibid.read.entries;

import ibid.read.bytes.FileBytes;
import java.util.List;
import java.util.Set;

/** Finds the entries of one kind of file that may hold several articles. Stateless: threads may share it. */
public interface EntrySplitter {

    /** Extensions of such files, in lower case, without the dot. */
    Set<String> extensions();

    /** Size of the largest file that is split. */
    int maxBytes();

    /**
     * The entries in the order of the file; none if the file is itself one article.
     *
     * @throws ibid.IbidException INVALID, with a sentence for the user, if no entry of it is an article
     */
    List<ArticleEntry> split(FileBytes file);
}
