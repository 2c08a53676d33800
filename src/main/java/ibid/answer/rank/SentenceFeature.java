package ibid.answer.rank;

import ibid.answer.question.AnswerType;
import java.util.Optional;

/**
 * The ranker's features of a sentence as an answer to a question. Shares are weighted by the rarity of the question's
 * terms and lie in 0 to 1, as similarities do. The context of a sentence is the sentence before it, the one after,
 * title and heading, and the rest of the passage.
 */
public enum SentenceFeature {

    /** How well its tokens match the question's: {@link ibid.search.Hit#similarities}. */
    SENTENCE_SIMILARITY,
    /** The difference to the highest value in the ranking; 0 or less. */
    SENTENCE_SIMILARITY_GAP,
    /** The greater similarity of its two neighbouring sentences. */
    NEIGHBOUR_SIMILARITY,
    /** Cosine of its passage with the question; 0 if the dense leg did not find it. */
    PASSAGE_COSINE,
    /** Its passage's fused score. */
    PASSAGE_SCORE,
    /** One divided by the rank of its passage. */
    RECIPROCAL_RANK,
    /** Share of the question's terms in it. */
    TERM_SHARE,
    /** The difference to the highest value in the ranking; 0 or less. */
    TERM_SHARE_GAP,
    /** Share of the question's terms in it or its context. */
    CONTEXT_TERM_SHARE,
    /** Weight share of the heaviest question term that is missing from it and its context; 0 if none is missing. */
    MISSING_TERM,
    /** Share of the question's pairs of neighbouring terms that are near each other in it. */
    TERM_PAIR_SHARE,
    /** 1 if it contains the question's rarest term. */
    RAREST_TERM,
    /** Share of the question's names in it; 1 if the question has none. */
    NAME_SHARE,
    /** The same in it or its context. */
    CONTEXT_NAME_SHARE,
    /**
     * For a question that asks for a date: 1 if the sentence gives a date that the question does not, else -1; 0 for
     * other questions. The next six features are analogous.
     */
    HOLDS_DATE,
    HOLDS_NUMBER,
    HOLDS_PERSON,
    HOLDS_PLACE,
    HOLDS_REASON,
    HOLDS_STATEMENT,
    HOLDS_DEFINITION,
    /**
     * For a question that asks for a person or place: 1 if the sentence names one that surely is the one asked for, as
     * who does what is asked about, else -1; 0 for other questions.
     */
    NAME_FITS,
    /** The question has a superlative or ordinal: 1 if the sentence has the same, else -1; 0 where it has none. */
    SUPERLATIVE_MATCH,
    /**
     * For a question that asks for a number of something or in a unit: 1 if the sentence gives a number that counts it
     * or has the unit, else -1; 0 for other questions.
     */
    QUANTITY_FITS,
    /**
     * One divided by the distance, in words, from the words asked for to the nearest question term; 0 if there are
     * none.
     */
    ANSWER_PROXIMITY,
    /** Share of the question's years that it, its heading or its article's date has; 1 if the question has none. */
    YEAR_SHARE,
    /** 1 if a speaker in the sentence is named in the question. */
    NAME_SPEAKS,
    /** For a negated question: 1 if the sentence is negated too, else -1; 0 for other questions. */
    NEGATION_MATCH,
    /** Number of question words that are missing from it while their opposites are in it. */
    OPPOSITES,
    /** Share of its own terms that the question does not have: what it adds. */
    NEW_TERM_SHARE,
    /** Natural logarithm of its number of words divided by the usual number. */
    LOG_LENGTH,
    /** 1 if it is too short to be a sentence. */
    IS_STUB,
    /** 1 if it is itself a question. */
    IS_QUESTION,
    /** One divided by its position in its article. */
    RECIPROCAL_POSITION,
    /** The reader's log-odds that the sentence answers; 0 if it was not read. The next two features are analogous. */
    READER_SENTENCE,
    /** The reader's log-odds that its likeliest word belongs to the answer. */
    READER_WORD,
    /** The reader's log-odds that the sentence and its neighbours answer. */
    READER_PASSAGE;

    /** The feature for a sentence that contains something of the type; empty if the type has no recognisable form. */
    static Optional<SentenceFeature> ofType(AnswerType type) {
        return switch (type) {
            case DATE -> Optional.of(HOLDS_DATE);
            case NUMBER -> Optional.of(HOLDS_NUMBER);
            case PERSON -> Optional.of(HOLDS_PERSON);
            case PLACE -> Optional.of(HOLDS_PLACE);
            case REASON -> Optional.of(HOLDS_REASON);
            case STATEMENT -> Optional.of(HOLDS_STATEMENT);
            case DEFINITION -> Optional.of(HOLDS_DEFINITION);
            case YES_NO, CHOICE, ANY -> Optional.empty();
        };
    }
}
