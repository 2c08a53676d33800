package ibid.index;

/** Told how far long work has come; called on the thread that asked for the work. */
public interface Progress {

    /** @param what the piece just done, such as a file's name */
    void at(int done, int total, String what);
}
