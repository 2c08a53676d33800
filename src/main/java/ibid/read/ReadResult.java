package ibid.read;

import java.util.Optional;
import java.util.function.Function;

/** What became of a file: a value, or the reason why it is no article. */
public sealed interface ReadResult<T> {

    record Success<T>(T value) implements ReadResult<T> {}

    /**
     * @param reason    for the user
     * @param hash      SHA-256 of the bytes, hex, or empty where they were not read
     * @param retryable whether the same bytes may be read another time: the fault is in the disk, the rights or the
     *     load, not in them
     */
    record Skipped<T>(String reason, String hash, boolean retryable) implements ReadResult<T> {}

    /** Empty where the file is no article. */
    default Optional<T> toOptional() {
        return this instanceof Success<T>(T value) ? Optional.of(value) : Optional.empty();
    }

    /** The result of the next step, or the reason why this one failed. */
    default <U> ReadResult<U> thenTry(Function<T, ReadResult<U>> nextStep) {
        return switch (this) {
            case Success<T>(T value) -> nextStep.apply(value);
            case Skipped<T>(String reason, String hash, boolean retryable) -> new Skipped<>(reason, hash, retryable);
        };
    }
}
