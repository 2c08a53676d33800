package ibid.index.update;

import ibid.IbidException;
import ibid.index.IndexChange;
import ibid.index.PassageIndex;
import ibid.index.cluster.PassageCluster;

/**
 * Whether this process writes the index, or follows another that does. Beside a cluster a follower still keeps an index
 * of its own, of what the other has sent there. One thread at a time; the state may be read by others.
 */
final class WriterRole {

    private final PassageIndex index;
    private WriteRight right = WriteRight.ALONE;
    private Runnable announcement = () -> {};
    private volatile boolean behind;

    WriterRole(PassageIndex index) {
        this.index = index;
    }

    void share(WriteRight shared) {
        right = shared;
    }

    /** @param made each time that a change is visible which this process wrote */
    void announce(Runnable made) {
        announcement = made;
    }

    WriteRight right() {
        return right;
    }

    /** Whether the last run found what another process has to write first. */
    boolean isBehind() {
        return behind;
    }

    /** @throws IbidException BUSY if a rebuild is asked of a follower */
    void begin(boolean rebuild) {
        behind = false;
        if (rebuild && !isWriter()) {
            throw new IbidException(
                    IbidException.Code.BUSY, right.holder() + " writes this index; stop it, then rebuild");
        }
    }

    void end() {
        right.giveBack();
    }

    boolean isWriter() {
        return right.take();
    }

    /** Whether an update may go on that has something to write. */
    boolean mayWrite() {
        boolean isWriter = isWriter();
        index.cluster().ifPresent(cluster -> cluster.follow(!isWriter));
        behind = !isWriter && index.cluster().isEmpty();
        return !behind;
    }

    private boolean isFollower() {
        return index.cluster().filter(PassageCluster::isFollowed).isPresent();
    }

    /** Whether an update broke off because the writer has not sent everything yet. */
    boolean isToWait(IbidException busy) {
        behind = isFollower() && busy.code() == IbidException.Code.BUSY;
        return behind;
    }

    /** Makes the change the next generation, unless the right to write is lost meanwhile. */
    void change(String format, boolean moreFollows, IndexChange.Writing writing) {
        boolean isFollower = isFollower();
        Runnable guard = isFollower ? () -> {} : right::require;
        index.change(format, moreFollows, change -> {
            change.guard(guard);
            change.announce(isFollower ? () -> {} : announcement);
            return writing.write(change);
        });
    }
}
