package ibid.answer.rank;

import java.util.Optional;

/**
 * Features that predict whether a question is answered at all: the {@link SentenceFeature}s of its best sentence, how
 * the first sentences agree, and the type asked for, because a single threshold refuses some types too often. Log-odds
 * are natural.
 */
public enum AnswerabilityFeature {
    BEST_COSINE(SentenceFeature.SENTENCE_SIMILARITY),
    BEST_PASSAGE_COSINE(SentenceFeature.PASSAGE_COSINE),
    BEST_PASSAGE_SCORE(SentenceFeature.PASSAGE_SCORE),
    BEST_TERM_SHARE(SentenceFeature.TERM_SHARE),
    BEST_CONTEXT_TERM_SHARE(SentenceFeature.CONTEXT_TERM_SHARE),
    BEST_MISSING_TERM(SentenceFeature.MISSING_TERM),
    BEST_RAREST_TERM(SentenceFeature.RAREST_TERM),
    BEST_TERM_PAIR_SHARE(SentenceFeature.TERM_PAIR_SHARE),
    BEST_NAME_SHARE(SentenceFeature.NAME_SHARE),
    BEST_CONTEXT_NAME_SHARE(SentenceFeature.CONTEXT_NAME_SHARE),
    BEST_YEAR_SHARE(SentenceFeature.YEAR_SHARE),
    BEST_ANSWER_PROXIMITY(SentenceFeature.ANSWER_PROXIMITY),
    BEST_QUANTITY_FITS(SentenceFeature.QUANTITY_FITS),
    BEST_OPPOSITES(SentenceFeature.OPPOSITES),
    BEST_NEW_TERM_SHARE(SentenceFeature.NEW_TERM_SHARE),
    BEST_IS_STUB(SentenceFeature.IS_STUB),
    BEST_IS_QUESTION(SentenceFeature.IS_QUESTION),
    BEST_READER_SENTENCE(SentenceFeature.READER_SENTENCE),
    BEST_READER_WORD(SentenceFeature.READER_WORD),
    BEST_READER_PASSAGE(SentenceFeature.READER_PASSAGE),
    /**
     * 1 if the best sentence contains something of the type asked for, else -1; 0 if the type has no recognisable form.
     */
    BEST_HOLDS_TYPE(null),
    /**
     * 1 if one of the first sentences surely contains what is asked for, else -1; 0 if the type asked for cannot be
     * told.
     */
    ANY_FITS(null),
    /**
     * Of a question for a quantity that can be told from others: 1 if the best sentence, or one nearly as good, surely
     * contains it, else -1. The next three are the same of a date, of words said and of a reason.
     */
    NUMBER_FITS(null),
    DATE_FITS(null),
    STATEMENT_FITS(null),
    REASON_FITS(null),
    /** Of a question for a person: 1 if the best sentence names one, else -1. */
    PERSON_HELD(null),
    /** Of a question for a person, a place or a thing by name: 1 if no sentence nearly as good as the best has one. */
    NAME_MISSING(null),
    /** Log-odds of the best sentence's score. */
    BEST_SCORE(null),
    /** How far the next sentence's log-odds are below that; 0 if there is none. */
    MARGIN(null),
    /** The greatest of the reader's log-odds that a passage answers, among the first sentences' passages. */
    MAX_READER_PASSAGE(null),
    /** Their mean. */
    MEAN_READER_PASSAGE(null),
    /** The greatest of the reader's log-odds that a word belongs to the answer, among the first sentences. */
    MAX_READER_WORD(null),
    /** Share of the first sentences that contain something of the type asked for. */
    TYPE_SHARE(null),
    /** Share of the first sentences after the best whose answering words are the same. */
    AGREEMENT(null),
    ASKS_DATE(null),
    ASKS_NUMBER(null),
    ASKS_PERSON(null),
    ASKS_PLACE(null),
    ASKS_REASON(null),
    ASKS_STATEMENT(null);

    private final SentenceFeature ofBest;

    AnswerabilityFeature(SentenceFeature ofBest) {
        this.ofBest = ofBest;
    }

    /** The matching feature of the best sentence, if there is one. */
    Optional<SentenceFeature> ofBest() {
        return Optional.ofNullable(ofBest);
    }
}
