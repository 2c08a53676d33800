package ibid.language.time;

import java.util.Optional;

/**
 * A time told from another day, between two lexemes; its days where the day of publication is known and the words are
 * not vague.
 */
record RelativeTime(Optional<TimeRange> days, int from, int to) {}
