package ibid.index.update;

import java.util.Set;

/**
 * Articles whose files are gone, most of the collection at once, and that stay until somebody says that this is meant.
 *
 * @param articles how many they are
 * @param of       how many the collection has
 * @param files    names of the files that are gone
 */
public record HeldRemovals(int articles, int of, Set<String> files) {

    public HeldRemovals {
        files = Set.copyOf(files);
    }

    /** What happened, and what to do. */
    public String message() {
        return articles + " of " + of + " articles are gone from the folder at once, so they are kept for now."
                + " Bring the files back (is a disk not mounted?), or have them removed with"
                + " ./ibid index --accept-removals";
    }
}
