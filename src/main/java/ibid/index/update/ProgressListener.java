package ibid.index.update;

/** Told how far long work has come; called on the thread that asked for the work. */
public interface ProgressListener {

    /** @param what the piece just done, such as a file's name */
    void at(int done, int total, String what);

    /** The same, of looking through files for what they have in common, before they are read. */
    default void lookingThrough(int done, int total, String what) {}
}
