package ibid.verify;

/**
 * The features of a claim and its evidence. Log-odds are natural, cut off at 7 either way. What else was tried is in
 * eval/journal.md.
 */
public enum SupportSignal {

    /** The model's log-odds that the evidence says all of it. */
    MODEL_FULL,
    /** The model's log-odds that the evidence says the contrary. */
    MODEL_CONTRADICTED,
    /** Share of the claim's terms that are in the evidence, 0 to 1. */
    WORDS
}
