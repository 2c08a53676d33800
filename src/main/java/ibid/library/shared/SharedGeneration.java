package ibid.library.shared;

/**
 * A generation that was published.
 *
 * @param generation its id, the same in each process that has taken it in
 * @param updated    when it was made, RFC 3339
 * @param format     of the index that it was published from, which names where the passages are
 */
public record SharedGeneration(String generation, String updated, String format) {

    /** Before the first one. */
    public static final SharedGeneration NONE = new SharedGeneration("", "", "");
}
