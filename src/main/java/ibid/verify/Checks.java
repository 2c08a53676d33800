package ibid.verify;

/**
 * What was compared exactly, each true where it holds.
 *
 * @param quote    the quoted words stand in the article to the letter
 * @param numbers  every number of the claim stands in the evidence
 * @param names    every name of the claim stands in the evidence or in the article's imprint
 * @param dates    every date and year of the claim stands in the evidence or is the article's own
 * @param negation the claim denies what the evidence denies, and nothing else
 */
public record Checks(boolean quote, boolean numbers, boolean names, boolean dates, boolean negation) {

    boolean all() {
        return quote && numbers && names && dates && negation;
    }
}
