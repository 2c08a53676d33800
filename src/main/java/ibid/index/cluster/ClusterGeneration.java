package ibid.index.cluster;

import java.util.Optional;

/**
 * An index of a cluster that holds all passages. It is named in the labels of the embedded index that belongs to it.
 *
 * @param index its name, which ends in a number
 * @param id    the cluster's own id of it; an index that is deleted and made again has another
 */
public record ClusterGeneration(String index, String id) {

    private static final char MARK = '@'; // in no format and in no name of an index

    /** What the format of records ends in that belong to it. */
    String label() {
        return MARK + index + ":" + id;
    }

    /** The one that a format of records names; empty if they belong to no cluster. */
    public static Optional<ClusterGeneration> of(String format) {
        int mark = format.lastIndexOf(MARK);
        int colon = format.indexOf(':', mark);
        return mark < 0 || colon < 0
                ? Optional.empty()
                : Optional.of(new ClusterGeneration(format.substring(mark + 1, colon), format.substring(colon + 1)));
    }

    /** A pattern of the names of all generations of the same rules. */
    String siblings() {
        return index.substring(0, index.lastIndexOf('-') + 1) + "*";
    }

    int number() {
        return Integer.parseInt(index.substring(index.lastIndexOf('-') + 1));
    }
}
