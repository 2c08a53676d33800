package ibid.library;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** The files that articles were read from. Threads may share it. */
public interface ArticleFiles {

    /** The file of a name as it is now, or that holds the entry of that name; none if it is gone. */
    Optional<CorpusFile> file(String name);

    /**
     * The files that there are, in order of name.
     *
     * @param known the index's state of each file and entry, by name
     */
    List<CorpusFile> listed(SortedMap<String, FileState> known);

    /** Adds and removes files, where that can be done. */
    Optional<Intake> intake();
}
