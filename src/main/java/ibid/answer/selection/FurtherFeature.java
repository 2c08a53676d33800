package ibid.answer.selection;

/** Features that predict whether a sentence answers too, beside the best one. Similarities and shares are 0 to 1. */
enum FurtherFeature {
    /** Log-odds of its score. */
    SCORE,
    /** Log-odds of the best one's. */
    BEST_SCORE,
    /** 1 if the question asks for a fact. */
    ASKS_FACT,
    /** 1 if it stands directly behind the best one. */
    FOLLOWS_BEST,
    /** Jaccard index of its terms and the best one's. */
    SIMILARITY,
    READER_SENTENCE,
    READER_WORD,
    CONTEXT_TERM_SHARE
}
