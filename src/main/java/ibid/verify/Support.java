package ibid.verify;

/** How far the cited words bear a sentence out. */
public enum Support {
    FULL,
    PARTIAL,
    NONE
}
