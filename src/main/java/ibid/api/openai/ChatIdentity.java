package ibid.api.openai;

import java.time.Instant;

/**
 * What a completion and all its chunks have in common.
 *
 * @param id      the answer's id with a prefix
 * @param created seconds since 1970
 */
public record ChatIdentity(String id, long created, String model) {

    private static final String PREFIX = "chatcmpl-";

    public static ChatIdentity of(String answer, Instant created, String model) {
        return new ChatIdentity(PREFIX + answer, created.getEpochSecond(), model);
    }
}
