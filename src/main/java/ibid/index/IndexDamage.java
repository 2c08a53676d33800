package ibid.index;

import java.nio.file.Path;
import java.time.Instant;

/**
 * Damage that was found in the index.
 *
 * @param found what is wrong, in Lucene's words
 * @param at    when it was found
 * @param aside where the damaged index was moved
 */
public record IndexDamage(String found, Instant at, Path aside) {}
