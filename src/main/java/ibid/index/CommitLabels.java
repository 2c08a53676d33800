package ibid.index;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;

/**
 * The labels that a commit of the index carries.
 *
 * @param generation  id of this state of the collection; empty if the commit is only part of an update
 * @param updated     when the generation was made, RFC 3339, or empty
 * @param format      version of the rules by which articles were read, cut and embedded
 * @param moreFollows whether an update must continue even if it finds nothing new
 */
record CommitLabels(String generation, String updated, String format, boolean moreFollows) {

    private static final String GENERATION = "generation";
    private static final String UPDATED = "updated";
    private static final String FORMAT = "format";
    private static final String MORE_FOLLOWS = "rest";
    private static final String CATALOGUE = "catalogue";
    private static final String REVISION = "revision";

    static CommitLabels of(Map<String, String> labels) {
        return new CommitLabels(
                labels.getOrDefault(GENERATION, ""),
                labels.getOrDefault(UPDATED, ""),
                labels.getOrDefault(FORMAT, ""),
                labels.getOrDefault(MORE_FOLLOWS, "").equals("true"));
    }

    /** Labels of a generation made now. */
    static CommitLabels now(String digest, String format, boolean moreFollows) {
        String now = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
        String stamp = now.replace("-", "").replace(":", "");
        return new CommitLabels(stamp + "-" + digest, now, format, moreFollows);
    }

    boolean isWhole() {
        return !generation.isEmpty();
    }

    Map<String, String> toMap() {
        Map<String, String> labels = new TreeMap<>();
        labels.put(GENERATION, generation);
        labels.put(UPDATED, updated);
        labels.put(FORMAT, format);
        labels.put(MORE_FOLLOWS, String.valueOf(moreFollows));
        return labels;
    }

    static Map<String, String> withRevision(Map<String, String> labels, String catalogue, long revision) {
        Map<String, String> all = new TreeMap<>(labels);
        all.put(CATALOGUE, catalogue);
        all.put(REVISION, String.valueOf(revision));
        return all;
    }

    /** The catalogue's revision that the commit belongs to; -1 if it belongs to another catalogue or to none. */
    static long revision(Map<String, String> labels, String catalogue) {
        return catalogue.equals(labels.get(CATALOGUE)) ? Long.parseLong(labels.get(REVISION)) : -1;
    }
}
