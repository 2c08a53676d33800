package ibid.eval.judge;

import ibid.verify.Support;

/**
 * What a judge made of a claim beside its evidence. Failing is a judgement of its own: a measure counts it as not borne
 * out, and again in a column of its own, so that it is neither dropped nor taken for a verdict.
 */
public sealed interface Judgement {

    /**
     * @param contradicted whether the evidence says otherwise
     * @param score        how sure the judge is that all of the claim is supported, 0 to 1
     */
    record Given(Support support, boolean contradicted, double score, String reason) implements Judgement {}

    /** The judge gave no verdict: it was out of reach, or what it said cannot be read. */
    record Failed(String reason) implements Judgement {}

    /** NONE where the judge failed. */
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
