package ibid.verify;

/** How far the cited words support a sentence. */
public enum Support {
    FULL,
    PARTIAL,
    NONE
}
