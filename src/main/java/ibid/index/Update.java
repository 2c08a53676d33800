package ibid.index;

import java.util.List;

/**
 * What bringing the index up to date did; counts are files.
 *
 * @param read       opened and looked at (added + changed + skipped anew + touched without a change)
 * @param generation the generation that answers now
 */
public record Update(int files, int read, int unchanged, int added, int changed, int removed, List<FileState> skipped, String generation) {

    public Update {
        skipped = List.copyOf(skipped);
    }

    Update afterRemoving(int articles) {
        return new Update(files, read, unchanged, added, changed, removed + articles, skipped, generation);
    }

    public boolean changedAnything() {
        return added + changed + removed > 0;
    }
}
