package ibid.log;

import ibid.ask.Asked;
import java.time.Instant;

/**
 * One question with its answer, as it is stored and shown everywhere.
 *
 * @param millis from the question's arrival to the finished answer
 */
public record Turn(String id, String conversation, Instant created, String question, Asked asked, long millis) {}
