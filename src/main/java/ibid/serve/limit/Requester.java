package ibid.serve.limit;

import java.util.List;

/**
 * Whom a request counts for.
 *
 * @param isHere  whether it comes from a program of the server's own machine, and not through another server
 * @param counted the names it counts under; it is refused where one of them has had its share
 */
public record Requester(boolean isHere, List<Counted> counted) {

    /** Whoever started this program, where there is no network between. */
    public static final Requester LOCAL = new Requester(true, List.of(new Counted("local", 1)));

    /**
     * A name that requests count under.
     *
     * @param share how many readers it may stand for: an address may be that of a whole office
     */
    public record Counted(String name, int share) {}

    public Requester {
        counted = List.copyOf(counted);
    }
}
