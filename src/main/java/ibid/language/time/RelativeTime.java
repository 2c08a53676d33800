package ibid.language.time;

import java.util.Optional;

/**
 * A time relative to another day, between two lexemes; has days if the day of publication is known and the words are
 * not vague.
 */
record RelativeTime(Optional<TimeRange> days, int from, int to) {}
