package ibid.verify;

/**
 * What checking a claim against one quote gave.
 *
 * @param score 0 to 1: the share of the claim's words that the evidence holds
 */
public record Verdict(Support support, double score, Checks checks) {}
