package ibid.retrieve;

/**
 * A turn of the same conversation that came before.
 *
 * @param query  the stand-alone form that was searched
 * @param answer the text that was shown, or empty
 */
public record Earlier(String question, String query, String answer) {}
