package ibid.answer;

/** The role of a sentence in an answer. */
public enum SentenceRole {

    /** It answers. */
    ANSWER,
    /** It comes before an answering sentence that cannot be understood without it. */
    CONTEXT,
    /** It gives another answer than the first one does. */
    SIDE
}
