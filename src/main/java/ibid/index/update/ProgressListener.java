package ibid.index.update;

/** Receives the progress of long work, on the thread that requested the work. */
public interface ProgressListener {

    /** @param what the item just finished, for example a file's name */
    void at(int done, int total, String what);

    /** Progress of the first pass, which looks for what files have in common. */
    default void lookingThrough(int done, int total, String what) {}
}
