package ibid.eval.dataset;

/**
 * A test question.
 *
 * @param kind    what it tries: fact, speaker, several, overview, time, disagreement, follow-up, false-premise,
 *                unanswerable, or a word of the dataset's own
 * @param outcome the right one: answered, partial or abstained; empty where nobody has said
 * @param follows the topic asked right before it in the same conversation, or empty
 * @param split   the part of the dataset it belongs to: seen or fresh in the project's own, or empty
 * @param alone   a follow-up as a person would ask it in a fresh conversation, or empty
 * @param filters which articles it is asked of, as JSON in the API's own form, or empty for all
 */
public record Topic(
        String id,
        String kind,
        String outcome,
        String follows,
        String question,
        String split,
        String alone,
        String filters) {

    /** Asked of all articles. */
    public Topic(String id, String kind, String outcome, String follows, String question, String split, String alone) {
        this(id, kind, outcome, follows, question, split, alone, "");
    }

    public boolean answerable() {
        return outcome.equals("answered") || outcome.equals("partial");
    }

    public boolean unanswerable() {
        return outcome.equals("abstained");
    }
}
