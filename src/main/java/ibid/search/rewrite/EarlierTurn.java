package ibid.search.rewrite;

/**
 * An earlier turn of the same conversation.
 *
 * @param query  the stand-alone form that was searched
 * @param answer the text that was shown, or empty
 */
public record EarlierTurn(String question, String query, String answer) {}
