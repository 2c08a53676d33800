package ibid.serve.limit;

/**
 * A number that may not be exceeded.
 *
 * @param holdsHere whether it also holds for programs of the server's own machine: only where somebody set it, so that
 *                  the person at the machine and an evaluation never meet a default
 */
public record Limit(int most, boolean holdsHere) {

    /** One that somebody set. */
    public static Limit set(int most) {
        return new Limit(most, true);
    }

    static Limit usual(int most) {
        return new Limit(most, false);
    }

    boolean holdsFor(Requester requester) {
        return holdsHere || !requester.isHere();
    }
}
