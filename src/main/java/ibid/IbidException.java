package ibid;

/** A failure for the user to read: what went wrong, and how to fix it where that is known. Anything else is a bug. */
public final class IbidException extends RuntimeException {

    /** What kind of failure this is; the server maps each to one HTTP status. */
    public enum Code {
        INVALID,
        NOT_FOUND,
        CONFLICT,
        BUSY,
        LIMITED,
        MODEL_UNAVAILABLE,
        DAMAGED
    }

    private static final long serialVersionUID = 1;

    private final Code code;

    public IbidException(Code code, String message) {
        super(message);
        this.code = code;
    }

    public IbidException(Code code, String message, Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    public Code code() {
        return code;
    }
}
