package ibid.verify;

/**
 * The features of a claim and its evidence. Log-odds are natural and limited to -7..7. What else was tried is in
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
