package ibid.eval.dataset;

/**
 * A test question.
 *
 * @param kind what it tests: fact, speaker, several, overview, time, disagreement, follow-up, false-premise,
 *                unanswerable, or a kind of the dataset's own
 * @param outcome the expected one: answered, partial or abstained; empty if not known
 * @param follows the topic asked immediately before it in the same conversation, or empty
 * @param split   its part of the dataset (seen or fresh in the project's own), or empty
 * @param alone   the stand-alone form of a follow-up, as a person would ask it in a new conversation, or empty
 * @param filters the filters on articles, as JSON of the API, or empty for all articles
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

    /** A topic without filters. */
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
