package ibid.verify;

/**
 * An error in a claim that an exact check found.
 *
 * @param contradicts whether the evidence contradicts the claim, instead of not mentioning it
 * @param claimed     the words of the claim that are in question; empty if there are none
 * @param reason      for the reader: "the article says 700, not 7,000"
 */
record Finding(Kind kind, boolean contradicts, String claimed, String reason) {

    enum Kind {
        QUOTE,
        NUMBER,
        DATE,
        NAME,
        NEGATION,
        MODALITY,
        ADDITION
    }

    static Finding contradicted(Kind kind, String evidence, String claimed) {
        return new Finding(kind, true, claimed, "the article says " + evidence + ", not " + claimed);
    }

    static Finding absent(Kind kind, String claimed) {
        return new Finding(kind, false, claimed, claimed + " is not in the quoted words");
    }

    static Finding of(Kind kind, boolean contradicts, String claimed, String reason) {
        return new Finding(kind, contradicts, claimed, reason);
    }
}
