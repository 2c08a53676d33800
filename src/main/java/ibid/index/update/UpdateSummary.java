package ibid.index.update;

import ibid.library.FileState;
import java.util.List;

/**
 * What bringing the index up to date did; counts are files.
 *
 * @param read       opened and looked at (added + changed + skipped anew + touched without a change)
 * @param generation the generation that answers now
 */
public record UpdateSummary(
        int files,
        int read,
        int unchanged,
        int added,
        int changed,
        int removed,
        List<FileState> skipped,
        String generation) {

    public UpdateSummary {
        skipped = List.copyOf(skipped);
    }

    UpdateSummary afterRemoving(int articles) {
        return new UpdateSummary(files, read, unchanged, added, changed, removed + articles, skipped, generation);
    }
}
