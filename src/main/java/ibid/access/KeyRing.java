package ibid.access;

import java.util.Optional;

/** The named keys that are valid now. */
public interface KeyRing {

    /** Opens nothing. */
    KeyRing EMPTY = new KeyRing() {
        @Override
        public Optional<AccessKey> find(String secret) {
            return Optional.empty();
        }

        @Override
        public boolean isEmpty() {
            return true;
        }
    };

    Optional<AccessKey> find(String secret);

    boolean isEmpty();
}
