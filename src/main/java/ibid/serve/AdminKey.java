package ibid.serve;

import ibid.IbidException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** The secret that opens what changes the collection; empty where none is set. Compared in constant time, never printed. */
public record AdminKey(String value) {

    public static final AdminKey NONE = new AdminKey("");

    public AdminKey {
        if (!value.matches("[\\x21-\\x7e]*"))
            throw new IbidException(
                    IbidException.Code.INVALID,
                    "the admin key must be of letters, digits and signs without spaces, for it travels in a header");
    }

    boolean isSet() {
        return !value.isEmpty();
    }

    boolean is(String given) {
        return isSet()
                && MessageDigest.isEqual(
                        value.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return isSet() ? "a key" : "no key";
    }
}
