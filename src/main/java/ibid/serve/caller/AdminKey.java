package ibid.serve.caller;

import ibid.IbidException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** The secret that allows changing the collection; empty if none is set. Compared in constant time, never printed. */
public record AdminKey(String value) {

    public static final AdminKey NONE = new AdminKey("");

    private static final char FIRST_VISIBLE = '!';
    private static final char LAST_VISIBLE = '~';

    public AdminKey {
        if (!value.chars().allMatch(letter -> letter >= FIRST_VISIBLE && letter <= LAST_VISIBLE)) {
            throw new IbidException(
                    IbidException.Code.INVALID,
                    "the admin key must be of letters, digits and signs without spaces, for it travels in a header");
        }
    }

    public boolean isSet() {
        return !value.isEmpty();
    }

    boolean is(String given) {
        return isSet() && MessageDigest.isEqual(bytes(value), bytes(given));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return isSet() ? "a key" : "no key";
    }
}
