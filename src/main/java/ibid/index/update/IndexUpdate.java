package ibid.index.update;

import ibid.IbidException;
import ibid.index.PassageIndex;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What brings the index up to date: from the folder of articles, or from what another process published. Threads may
 * share it.
 */
public sealed interface IndexUpdate permits Indexer, CollectionFollower {

    /**
     * Brings the index up to date; concurrent calls wait for each other.
     *
     * @param rebuild makes everything anew
     * @throws IbidException INVALID if there is no folder that it needs, BUSY if another process is writing
     */
    UpdateSummary run(boolean rebuild, ProgressListener progress);

    /** Whether the current generation contains no file that was removed while Ibid was not running. */
    boolean isSettled();

    /** What the last run found that another process has to do first, for people. */
    Optional<String> awaited();

    /** The right to write the index, where there is a folder to write it from. */
    Optional<WriteRight> right();

    /** Decides which files that are gone are removed, where there is a folder. */
    Optional<RemovalGuard> removals();

    /** Runs an update, and once more if the index was found damaged and is now empty. */
    static UpdateSummary healing(PassageIndex index, Supplier<UpdateSummary> update) {
        index.heal();
        try {
            return update.get();
        } catch (UncheckedIOException | IbidException failed) {
            boolean isOfIndex = failed instanceof UncheckedIOException || isDamage(failed);
            if (isOfIndex && index.isHealedAfterFailure()) {
                return update.get();
            }
            throw failed;
        }
    }

    private static boolean isDamage(RuntimeException failed) {
        return failed instanceof IbidException ours && ours.code() == IbidException.Code.DAMAGED;
    }

    /** Why something that needs the folder cannot be done. */
    static IbidException noFolder() {
        return new IbidException(
                IbidException.Code.INVALID,
                "this Ibid takes its articles from the database, because there is no corpus folder; to write the index,"
                        + " name the folder with --corpus DIR");
    }
}
