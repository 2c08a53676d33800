package ibid.serve.limit;

/**
 * What readers may ask for.
 *
 * @param requests of one reader a minute
 * @param total    requests of all a minute
 * @param answers  of one reader at once
 */
public record ReaderLimits(Limit requests, Limit total, Limit answers) {

    /** A page asks some 20 times when it opens and twice a second while it waits; several people may share a reader. */
    public static final int USUAL_REQUESTS = 600;

    /** 100 a second, which two cores serve as long as few of them ask questions. */
    public static final int USUAL_TOTAL = 6000;

    /** An eighth of what the server takes at once. */
    public static final int USUAL_ANSWERS = 8;

    public static final ReaderLimits USUAL =
            new ReaderLimits(Limit.usual(USUAL_REQUESTS), Limit.usual(USUAL_TOTAL), Limit.usual(USUAL_ANSWERS));
}
