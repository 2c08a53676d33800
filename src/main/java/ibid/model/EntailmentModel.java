package ibid.model;

/** Judges how far a text supports a claim. Threads may share it. */
public interface EntailmentModel {

    /**
     * Probabilities that the text supports the complete claim, a part of it, none of it, or says the contrary; their
     * sum is 1.
     */
    record Probabilities(double full, double partial, double none, double contradicted) {}

    Probabilities check(String claim, String evidence);
}
