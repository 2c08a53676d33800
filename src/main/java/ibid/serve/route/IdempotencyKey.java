package ibid.serve.route;

import ibid.IbidException;
import ibid.access.ReaderId;
import ibid.log.AskedQuestion;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The header {@code Idempotency-Key} (IETF draft-ietf-httpapi-idempotency-key-header): a client that sends the same
 * request again with the same key gets the same answer.
 */
final class IdempotencyKey {

    private static final String NAME = "Idempotency-Key";
    private static final int MAX_CHARS = 200; // a UUID has 36

    private IdempotencyKey() {}

    /** The key of a request with a hash of its body; empty if there is none. */
    static Optional<AskedQuestion.Key> of(Context context, ReaderId reader) {
        String sent = context.header(NAME);
        if (sent == null) {
            return Optional.empty();
        }
        String key = unquoted(sent.strip());
        boolean isPlain = key.chars().allMatch(letter -> letter > ' ' && letter < 0x7f);
        if (key.isEmpty() || key.length() > MAX_CHARS || !isPlain) {
            throw new IbidException(
                    IbidException.Code.INVALID,
                    "“" + NAME + "” must be 1 to " + MAX_CHARS + " plain characters without spaces, such as a UUID");
        }
        byte[] scoped =
                (reader.value() + "\n" + key).getBytes(StandardCharsets.UTF_8); // one client's key is none of another's
        return Optional.of(new AskedQuestion.Key(sha256(scoped), sha256(context.bodyAsBytes())));
    }

    /** The draft has a quoted string, most clients send it bare. */
    private static String unquoted(String sent) {
        boolean isQuoted = sent.length() > 1 && sent.startsWith("\"") && sent.endsWith("\"");
        return isQuoted ? sent.substring(1, sent.length() - 1) : sent;
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
