package ibid.eval.judge;

import ibid.verify.Support;

/**
 * A judge's verdict on a claim with its evidence. A failure is a case of its own: a measure counts it as not supported
 * and also reports the number of failures.
 */
public sealed interface Judgement {

    /**
     * @param contradicted whether the evidence contradicts the claim
     * @param score        how sure the judge is that all of the claim is supported, 0 to 1
     */
    record Given(Support support, boolean contradicted, double score, String reason) implements Judgement {}

    /** The judge gave no verdict: it was unreachable, or its reply cannot be parsed. */
    record Failed(String reason) implements Judgement {}

    /** The support found; NONE if the judge failed. */
    default Support support() {
        return this instanceof Given given ? given.support() : Support.NONE;
    }

    default boolean isFull() {
        return support() == Support.FULL;
    }

    default boolean hasFailed() {
        return this instanceof Failed;
    }
}
