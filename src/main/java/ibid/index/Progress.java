package ibid.index;

/** Told how far long work has come; called from several threads, one at a time. */
public interface Progress {

    void at(int done, int total, String what);
}
