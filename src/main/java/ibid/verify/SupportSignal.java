package ibid.verify;

/** What the weighing sees of a claim beside its evidence. Log-odds are natural, cut off at 7 either way. eval/README.md tells what else was tried. */
public enum SupportSignal {

    /** The model's log-odds that all of it is said. */
    MODEL_FULL,
    /** The model's log-odds that the contrary is said. */
    MODEL_CONTRADICTED,
    /** Share of the claim's terms that stand in the evidence, 0 to 1. */
    WORDS
}
