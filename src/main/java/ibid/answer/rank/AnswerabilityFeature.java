package ibid.answer.rank;

import java.util.Optional;

/**
 * Features that predict whether a question is answered at all: the {@link SentenceFeature}s of its best sentence, how
 * the first sentences agree, and the type asked for, because a single threshold refuses some types too often. Log-odds
 * are natural.
 */
public enum AnswerabilityFeature {
    BEST_COSINE(SentenceFeature.SENTENCE_SIMILARITY, Of.BEST),
    BEST_PASSAGE_COSINE(SentenceFeature.PASSAGE_COSINE, Of.BEST),
    BEST_PASSAGE_SCORE(SentenceFeature.PASSAGE_SCORE, Of.BEST),
    BEST_TERM_SHARE(SentenceFeature.TERM_SHARE, Of.BEST),
    BEST_CONTEXT_TERM_SHARE(SentenceFeature.CONTEXT_TERM_SHARE, Of.BEST),
    BEST_MISSING_TERM(SentenceFeature.MISSING_TERM, Of.BEST),
    BEST_RAREST_TERM(SentenceFeature.RAREST_TERM, Of.BEST),
    BEST_TERM_PAIR_SHARE(SentenceFeature.TERM_PAIR_SHARE, Of.BEST),
    BEST_NAME_SHARE(SentenceFeature.NAME_SHARE, Of.BEST),
    BEST_CONTEXT_NAME_SHARE(SentenceFeature.CONTEXT_NAME_SHARE, Of.BEST),
    BEST_YEAR_SHARE(SentenceFeature.YEAR_SHARE, Of.BEST),
    BEST_ANSWER_PROXIMITY(SentenceFeature.ANSWER_PROXIMITY, Of.BEST),
    BEST_QUANTITY_FITS(SentenceFeature.QUANTITY_FITS, Of.BEST),
    BEST_OPPOSITES(SentenceFeature.OPPOSITES, Of.BEST),
    BEST_NEW_TERM_SHARE(SentenceFeature.NEW_TERM_SHARE, Of.BEST),
    BEST_IS_STUB(SentenceFeature.IS_STUB, Of.BEST),
    BEST_IS_QUESTION(SentenceFeature.IS_QUESTION, Of.BEST),
    BEST_READER_SENTENCE(SentenceFeature.READER_SENTENCE, Of.BEST),
    BEST_READER_WORD(SentenceFeature.READER_WORD, Of.BEST),
    BEST_READER_PASSAGE(SentenceFeature.READER_PASSAGE, Of.BEST),
    /**
     * 1 if the best sentence contains something of the type asked for, else -1; 0 if the type has no recognisable form.
     */
    BEST_HOLDS_TYPE,
    /**
     * 1 if one of the first sentences surely contains what is asked for, else -1; 0 if the type asked for cannot be
     * told.
     */
    ANY_FITS,
    /**
     * Of a question for a quantity that can be told from others: 1 if the best sentence, or one nearly as good, surely
     * contains it, else -1. The next four are the same of a date, of words said, of a reason and of a person whom a
     * sentence ties to the question as it asks.
     */
    NUMBER_FITS,
    DATE_FITS,
    STATEMENT_FITS,
    REASON_FITS,
    PERSON_FITS,
    /** Of a question for a person, a place or a thing by name: 1 if no sentence nearly as good as the best has one. */
    NAME_MISSING,
    /** Log-odds of the best sentence's score. */
    BEST_SCORE,
    /** How far the next sentence's log-odds are below that; 0 if there is none. */
    MARGIN,
    /** The next sentence's log-odds; those of a hopeless one if there is none. */
    SECOND_SCORE,
    /** The greatest and the mean value among the first sentences. */
    MAX_READER_SENTENCE(SentenceFeature.READER_SENTENCE, Of.GREATEST),
    MEAN_READER_SENTENCE(SentenceFeature.READER_SENTENCE, Of.MEAN),
    MAX_READER_WORD(SentenceFeature.READER_WORD, Of.GREATEST),
    MEAN_READER_WORD(SentenceFeature.READER_WORD, Of.MEAN),
    MAX_READER_PASSAGE(SentenceFeature.READER_PASSAGE, Of.GREATEST),
    MEAN_READER_PASSAGE(SentenceFeature.READER_PASSAGE, Of.MEAN),
    MAX_COSINE(SentenceFeature.SENTENCE_SIMILARITY, Of.GREATEST),
    MEAN_COSINE(SentenceFeature.SENTENCE_SIMILARITY, Of.MEAN),
    MAX_PASSAGE_COSINE(SentenceFeature.PASSAGE_COSINE, Of.GREATEST),
    MEAN_PASSAGE_COSINE(SentenceFeature.PASSAGE_COSINE, Of.MEAN),
    MAX_TERM_SHARE(SentenceFeature.TERM_SHARE, Of.GREATEST),
    MEAN_TERM_SHARE(SentenceFeature.TERM_SHARE, Of.MEAN),
    MAX_CONTEXT_TERM_SHARE(SentenceFeature.CONTEXT_TERM_SHARE, Of.GREATEST),
    MEAN_CONTEXT_TERM_SHARE(SentenceFeature.CONTEXT_TERM_SHARE, Of.MEAN),
    MAX_NAME_SHARE(SentenceFeature.NAME_SHARE, Of.GREATEST),
    MEAN_NAME_SHARE(SentenceFeature.NAME_SHARE, Of.MEAN),
    /** Share of the first sentences that contain something of the type asked for. */
    TYPE_SHARE,
    /** Share of the first sentences after the best whose answering words are the same. */
    AGREEMENT,
    ASKS_DATE,
    ASKS_NUMBER,
    ASKS_PERSON,
    ASKS_PLACE,
    ASKS_REASON,
    ASKS_STATEMENT;

    /** Which of the first sentences a feature of theirs is taken from. */
    enum Of {
        BEST,
        GREATEST,
        MEAN
    }

    /** A feature of the first sentences, and how theirs make one of the list. */
    record Source(SentenceFeature feature, Of of) {}

    private final Optional<Source> source;

    AnswerabilityFeature() {
        this.source = Optional.empty();
    }

    AnswerabilityFeature(SentenceFeature feature, Of of) {
        this.source = Optional.of(new Source(feature, of));
    }

    /** Empty where the feature is not one of single sentences. */
    Optional<Source> source() {
        return source;
    }
}
