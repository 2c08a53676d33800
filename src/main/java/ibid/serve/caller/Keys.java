package ibid.serve.caller;

import ibid.access.AccessKey;
import ibid.access.KeyRing;
import ibid.access.ReaderId;
import ibid.access.Role;
import java.util.Optional;

/**
 * The keys that a server takes.
 *
 * @param chosen an admin key that a person chose, which may be guessable; or none
 * @param made   the admin key that was made at the first start, and nobody can guess; or none
 */
public record Keys(AdminKey chosen, AdminKey made, KeyRing named) {

    public static final Keys NONE = new Keys(AdminKey.NONE, AdminKey.NONE, KeyRing.EMPTY);

    /** Whether somebody set a key, so that a program without one is nobody in particular. */
    boolean areSet() {
        return chosen.isSet() || !named.isEmpty();
    }

    /** The holder of a key that nobody can guess. */
    Optional<Caller> holderOfRandom(String key) {
        if (made.is(key)) {
            return Optional.of(admin());
        }
        return named.find(key).map(Keys::holder);
    }

    Optional<Caller> holderOfChosen(String key) {
        return chosen.is(key) ? Optional.of(admin()) : Optional.empty();
    }

    private static Caller admin() {
        return new Caller(ReaderId.LOCAL, Role.ADMIN, "admin key");
    }

    private static Caller holder(AccessKey key) {
        return new Caller(ReaderId.of(key), key.role(), "key " + key.name());
    }
}
