package ibid.verify;

/**
 * What was compared exactly, each true where nothing was found against it.
 *
 * @param quote    the quoted words stand in the article to the letter, and what the claim itself quotes stands in them
 * @param numbers  every number of the claim stands in the evidence, in whatever words
 * @param names    every name of the claim stands in the evidence or in the article's imprint, or another form of it
 * @param dates    every date and year of the claim stands in the evidence or is the article's own
 * @param negation the claim neither denies what the evidence says, nor the reverse, nor says more firmly what may be
 */
public record ExactChecks(boolean quote, boolean numbers, boolean names, boolean dates, boolean negation) {

    public boolean all() {
        return quote && numbers && names && dates && negation;
    }
}
