package ibid.log;

import java.time.Instant;
import java.util.Optional;

/**
 * A question that was accepted.
 *
 * @param id         of its answer
 * @param isFollowUp whether the conversation is there already
 * @param key        by which the client asks once only
 */
public record AskedQuestion(
        String id, String conversation, boolean isFollowUp, Instant created, String question, Optional<Key> key) {

    /**
     * An idempotency key.
     *
     * @param request what was asked with it, as a hash
     */
    public record Key(String value, String request) {}

    /** The first question of a conversation, without a key. */
    public static AskedQuestion first(String id, String conversation, Instant created, String question) {
        return new AskedQuestion(id, conversation, false, created, question, Optional.empty());
    }
}
