package ibid.index.cluster;

/** How a field of a passage is searched in a cluster. */
public sealed interface FieldType {

    /** A value as a whole. */
    record Keyword() implements FieldType {}

    /** A whole number. */
    record Number() implements FieldType {}

    /** Words; their weight where all fields of words are searched as one. */
    record Words(float weight) implements FieldType {}

    /** An embedding of length 1. */
    record Vector(int dimension) implements FieldType {}

    /** Bytes that are not searched but fetched with each hit. */
    record Bytes() implements FieldType {}
}
