package ibid.answer;

/** What a sentence does in an answer. */
public enum SentenceRole {

    /** It answers. */
    ANSWER,
    /** It precedes an answering sentence, which cannot be understood without it. */
    CONTEXT,
    /** It gives another answer than the first one does. */
    SIDE
}
