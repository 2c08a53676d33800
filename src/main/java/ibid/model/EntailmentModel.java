package ibid.model;

/** Judges how far some words support a claim. Threads may share it. */
public interface EntailmentModel {

    /** That the words support the whole claim, a part of it, nothing of it, or say the contrary; their sum is 1. */
    record Probabilities(double full, double partial, double none, double contradicted) {}

    Probabilities check(String claim, String evidence);
}
