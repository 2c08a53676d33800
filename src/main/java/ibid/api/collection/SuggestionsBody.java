package ibid.api.collection;

import java.util.List;

/**
 * Questions that the articles can answer.
 *
 * @param more whether fewer than were asked for were found so far
 */
public record SuggestionsBody(List<String> questions, boolean more) {}
