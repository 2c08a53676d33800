package ibid.access;

import ibid.IbidException;
import java.util.Arrays;
import java.util.Locale;

/** What a caller may do; each role includes the ones before it. */
public enum Role {
    /** Asks, and sees and deletes their own conversations. */
    READER,
    /** Also adds and removes articles. */
    EDITOR,
    /** Also deletes conversations of others. */
    ADMIN;

    public boolean includes(Role other) {
        return compareTo(other) >= 0;
    }

    /** {@code editor} */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IbidException INVALID if there is no such role */
    public static Role of(String label) {
        return Arrays.stream(values())
                .filter(role -> role.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new IbidException(
                        IbidException.Code.INVALID, "a role is reader, editor or admin, not “" + label + "”"));
    }
}
