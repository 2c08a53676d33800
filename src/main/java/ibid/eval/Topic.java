package ibid.eval;

/**
 * A test question.
 *
 * @param kind    what it tries: fact, speaker, several, time, disagreement, follow-up, false-premise, unanswerable
 * @param outcome the right one: answered, partial or abstained
 * @param follows the topic asked right before it in the same conversation, or empty
 */
public record Topic(String id, String kind, String outcome, String follows, String question) {}
