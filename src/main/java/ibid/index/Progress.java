package ibid.index;

/** Told how far long work has come; called on the thread that asked for the work. */
public interface Progress {

    void at(int done, int total, String what);
}
