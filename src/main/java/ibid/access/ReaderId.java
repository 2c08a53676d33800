package ibid.access;

/**
 * Whose conversations they are. Made from a secret it holds only the hash, so that nobody who sees the database can be
 * that reader.
 */
public record ReaderId(String value) {

    /** The person at the machine, where no keys are needed; also who holds the admin key. */
    public static final ReaderId LOCAL = new ReaderId("local");

    /** A browser, by the secret in its cookie. */
    public static ReaderId ofCookie(String secret) {
        return new ReaderId("browser:" + Secret.hash(secret));
    }

    /** A program, by its key. */
    public static ReaderId of(AccessKey key) {
        return new ReaderId("key:" + key.id());
    }

    /** A user whom a trusted proxy names. */
    public static ReaderId ofUser(String name) {
        return new ReaderId("user:" + name);
    }
}
