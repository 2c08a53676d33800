package ibid.verify;

/**
 * The results of the exact checks; each is true if it found no error.
 *
 * @param quote    the quoted words are in the article to the letter, and quotations in the claim are in them
 * @param numbers  every number of the claim is in the evidence, in figures or words
 * @param names    every name of the claim is in the evidence or in the article's imprint, or another form of it
 * @param dates    every date and year of the claim is in the evidence or is the article's own
 * @param negation the claim neither negates the evidence nor the reverse, and does not state as fact what the evidence
 *     hedges
 */
public record ExactChecks(boolean quote, boolean numbers, boolean names, boolean dates, boolean negation) {

    static final ExactChecks PASSED = new ExactChecks(true, true, true, true, true);
    static final ExactChecks FAILED = new ExactChecks(false, false, false, false, false);

    public boolean all() {
        return quote && numbers && names && dates && negation;
    }
}
