package ibid.read;

import java.util.Optional;
import java.util.function.Function;

/** The result of reading a file: a value, or the reason why the file is not an article. */
public sealed interface ReadResult<T> {

    record Success<T>(T value) implements ReadResult<T> {}

    /**
     * @param reason    for the user
     * @param hash      SHA-256 of the bytes, hex, or empty if they were not read
     * @param retryable whether reading the same bytes may succeed later, because the cause is the disk, the permissions
     *     or the load
     */
    record Skipped<T>(String reason, String hash, boolean retryable) implements ReadResult<T> {}

    /** The value; empty if the file is not an article. */
    default Optional<T> toOptional() {
        return this instanceof Success<T>(T value) ? Optional.of(value) : Optional.empty();
    }

    /** Applies the next step to a value; keeps the reason of a failure. */
    default <U> ReadResult<U> thenTry(Function<T, ReadResult<U>> nextStep) {
        return switch (this) {
            case Success<T>(T value) -> nextStep.apply(value);
            case Skipped<T>(String reason, String hash, boolean retryable) -> new Skipped<>(reason, hash, retryable);
        };
    }
}
