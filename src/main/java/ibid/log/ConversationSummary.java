package ibid.log;

/**
 * A conversation as a list shows it.
 *
 * @param title   its first question
 * @param created RFC 3339
 * @param updated when its last question was asked, RFC 3339
 */
public record ConversationSummary(String id, String title, String created, String updated, int answers) {}
