package ibid.model;

/** Reads a claim and the words that are to stand for it together, and judges how far they do. Threads may share it. */
public interface EntailmentModel {

    /** Probabilities, of 1 together: all of the claim is said, a part of it, nothing of it, the contrary. */
    record Odds(double full, double partial, double none, double contradicted) {}

    Odds check(String claim, String evidence);
}
