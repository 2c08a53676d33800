package ibid.log;

import ibid.access.ReaderId;
import java.time.Instant;
import java.util.Optional;

/**
 * A question that was accepted.
 *
 * @param id         of its answer
 * @param reader     who asks
 * @param isFollowUp whether the conversation is there already
 * @param key        by which the client asks once only
 */
public record AskedQuestion(
        String id,
        ReaderId reader,
        String conversation,
        boolean isFollowUp,
        Instant created,
        String question,
        Optional<Key> key) {

    /**
     * An idempotency key.
     *
     * @param request what was asked with it, as a hash
     */
    public record Key(String value, String request) {}

    /** The first question of a conversation of the person at the machine, without a key. */
    public static AskedQuestion first(String id, String conversation, Instant created, String question) {
        return new AskedQuestion(id, ReaderId.LOCAL, conversation, false, created, question, Optional.empty());
    }
}
