package ibid.answer.rank;

import ibid.answer.question.AnswerType;
import java.util.Optional;

/**
 * What the ranker sees of a sentence as an answer to a question. Shares are weighted by the rarity of the question's
 * terms and lie in 0 to 1, as cosines do. The context of a sentence is the sentence before it, the one after, title and
 * heading, and the rest of the passage.
 */
public enum SentenceFeature {

    /** Cosine of the sentence with the question. */
    SENTENCE_COSINE,
    /** How far that is below the best sentence's of the ranking; 0 or less. */
    SENTENCE_COSINE_GAP,
    /** The greater cosine of the two sentences beside it. */
    NEIGHBOUR_COSINE,
    /** Cosine of its passage with the question; 0 where the dense leg did not find it. */
    PASSAGE_COSINE,
    /** Its passage's fused score. */
    PASSAGE_SCORE,
    /** One divided by the rank of its passage. */
    RECIPROCAL_RANK,
    /** Share of the question's terms in it. */
    TERM_SHARE,
    /** How far that is below the best sentence's; 0 or less. */
    TERM_SHARE_GAP,
    /** Share of the question's terms in it or its context. */
    CONTEXT_TERM_SHARE,
    /** Share of the heaviest of the question's terms that neither it nor its context has; 0 where they have all. */
    MISSING_TERM,
    /** Share of the question's pairs of neighbouring terms that are near each other in it. */
    TERM_PAIR_SHARE,
    /** 1 if it holds the question's rarest term. */
    RAREST_TERM,
    /** Share of the question's names in it; 1 where the question has none. */
    NAME_SHARE,
    /** The same in it or its context. */
    CONTEXT_NAME_SHARE,
    /**
     * Asked for a date: 1 if it gives one that the question does not, else -1; 0 where no date is asked for. The next
     * five likewise.
     */
    HOLDS_DATE,
    HOLDS_NUMBER,
    HOLDS_PERSON,
    HOLDS_PLACE,
    HOLDS_REASON,
    HOLDS_STATEMENT,
    /**
     * Asked for a number of something or in a unit: 1 if it gives one that counts that or has that unit, else -1; 0
     * where neither is asked for.
     */
    QUANTITY_FITS,
    /**
     * One divided by the distance, in words, from what was asked for to the nearest of the question's terms; 0 where
     * it is not there.
     */
    ANSWER_PROXIMITY,
    /** Share of the question's years that it, its heading or its article's date has; 1 where the question has none. */
    YEAR_SHARE,
    /** 1 if somebody the question names speaks in it. */
    NAME_SPEAKS,
    /** The question negates: 1 if the sentence does too, else -1; 0 where it does not. */
    NEGATION_MATCH,
    /** How many of the question's words are not in it, but their opposites are. */
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
    /** The reader's log-odds that the sentence answers; 0 where it was not read. The next two likewise. */
    READER_SENTENCE,
    /** That its likeliest word belongs to the answering words. */
    READER_WORD,
    /** That it and its neighbours answer. */
    READER_PASSAGE;

    /** The feature that says whether a sentence holds something of the type; none where form does not tell. */
    static Optional<SentenceFeature> ofType(AnswerType type) {
        return switch (type) {
            case DATE -> Optional.of(HOLDS_DATE);
            case NUMBER -> Optional.of(HOLDS_NUMBER);
            case PERSON -> Optional.of(HOLDS_PERSON);
            case PLACE -> Optional.of(HOLDS_PLACE);
            case REASON -> Optional.of(HOLDS_REASON);
            case STATEMENT -> Optional.of(HOLDS_STATEMENT);
            case ANY -> Optional.empty();
        };
    }
}
