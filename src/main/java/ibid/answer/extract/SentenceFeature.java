package ibid.answer.extract;

/**
 * What the scorer sees of a sentence as an answer to a question. Shares are weighted by the rarity of the question's terms and lie in 0 to 1,
 * as cosines do; "round it" means the sentence before, the one after, title and heading, and the rest of the passage, each counting less.
 */
public enum SentenceFeature {

    /** Cosine of the sentence with the question. */
    MEANING,
    /** How far that lies below the best sentence's of the ranking; 0 or less. */
    MEANING_GAP,
    /** The greater cosine of the two sentences beside it. */
    BESIDE,
    /** Cosine of its passage with the question; 0 where the dense leg did not find it. */
    PASSAGE_MEANING,
    /** Its passage's fused score. */
    PASSAGE,
    /** One by the place of its passage in the ranking. */
    RANK,
    /** Share of the question's terms in it. */
    WORDS,
    /** How far that lies below the best sentence's; 0 or less. */
    WORDS_GAP,
    /** Share of the question's terms in it or round it. */
    AROUND,
    /** Share of the question's neighbouring terms that stand within three places of each other in it. */
    PAIRS,
    /** Whether it holds the question's rarest term. */
    RAREST,
    /** Share of the question's names in it; 1 where the question has none. */
    NAMES,
    /** The same of it or round it. */
    NAMES_AROUND,
    /** Asked for a date: 1 if it gives one the question does not, else -1; 0 where no date is asked for. The next ones likewise. */
    DATE,
    NUMBER,
    PERSON,
    PLACE,
    REASON,
    STATEMENT,
    /** How near what was asked for stands to the question's terms: one by one more than the words between; 0 where it is not there. */
    NEAR,
    /** Share of the question's years that it, its heading or its article's date has; 1 where the question has none. */
    YEARS,
    /** A person of the question speaks in it. */
    SPEAKER,
    /** The question denies: 1 if the sentence does too, else -1; 0 where it does not. */
    DENIAL,
    /** How many of the question's words are not in it, but their opposites are. */
    OPPOSITES,
    /** Share of its own terms that the question has not: what it adds. */
    NEW,
    /** Natural logarithm of its words by 20. */
    LENGTH,
    /** Whether it has fewer than six words. */
    STUB,
    /** Whether it is itself a question. */
    ASKS,
    /** One by its place in its article. */
    LEAD,
    /** The reader's log-odds that the sentence answers; 0 where it was not read. The next ones likewise. */
    READ,
    /** That its likeliest word belongs to the answering words. */
    READ_WORDS,
    /** That it and its neighbours answer. */
    READ_PASSAGE
}
