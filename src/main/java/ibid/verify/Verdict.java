package ibid.verify;

/**
 * What checking a claim against the words cited for it gave.
 *
 * @param contradicted whether the words say otherwise
 * @param score        estimated probability that they bear the whole claim out, 0 to 1
 * @param reason       for the reader: "the article says 700, not 7,000"
 */
public record Verdict(Support support, boolean contradicted, double score, ExactChecks checks, String reason) {}
