package ibid.verify;

/**
 * What was compared exactly, each true where nothing was found against it.
 *
 * @param quote    the quoted words are in the article to the letter, and what the claim itself quotes is in them
 * @param numbers  every number of the claim is in the evidence, in whatever words
 * @param names    every name of the claim is in the evidence or in the article's imprint, or another form of it
 * @param dates    every date and year of the claim is in the evidence or is the article's own
 * @param negation the claim neither denies what the evidence says, nor the reverse, nor says more firmly what may be
 */
public record ExactChecks(boolean quote, boolean numbers, boolean names, boolean dates, boolean negation) {

    static final ExactChecks PASSED = new ExactChecks(true, true, true, true, true);
    static final ExactChecks FAILED = new ExactChecks(false, false, false, false, false);

    public boolean all() {
        return quote && numbers && names && dates && negation;
    }
}
