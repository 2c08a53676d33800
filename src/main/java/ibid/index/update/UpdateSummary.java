package ibid.index.update;

import ibid.library.FileState;
import java.util.List;

/**
 * The results of an update of the index; counts are files.
 *
 * @param read       files opened (added + changed + newly skipped + touched without a change)
 * @param generation id of the current generation
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
