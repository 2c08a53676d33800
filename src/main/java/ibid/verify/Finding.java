package ibid.verify;

/**
 * Something an exact check found against a claim.
 *
 * @param denies whether the text says otherwise, rather than not saying it
 * @param reason for the reader: "the article says 700, not 7,000"
 */
record Finding(Kind kind, boolean denies, String reason) {

    enum Kind {
        QUOTE,
        NUMBER,
        DATE,
        NAME,
        NEGATION,
        MODALITY,
        ADDITION
    }

    static Finding instead(Kind kind, String told, String claimed) {
        return new Finding(kind, true, "the article says " + told + ", not " + claimed);
    }

    static Finding absent(Kind kind, String claimed) {
        return new Finding(kind, false, claimed + " does not stand in the quoted words");
    }
}
