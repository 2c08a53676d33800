package ibid.answer.collection;

import ibid.answer.Draft;
import ibid.search.Ranking;

/**
 * A draft on the collection itself.
 *
 * @param ranking the passages it quotes, or where it quotes none those nearest to the question
 */
public record CollectionDraft(Draft.Extracted draft, Ranking ranking) {}
