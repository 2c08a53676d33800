package ibid.index.cluster;

import java.util.List;

/**
 * What a cluster found, best first.
 *
 * @param words     by words
 * @param meaning   by the vectors of passages; scores are cosines
 * @param isPartial whether a part of the passages could not be searched
 */
public record ClusterHits(List<ClusterHit> words, List<ClusterHit> meaning, boolean isPartial) {

    public ClusterHits {
        words = List.copyOf(words);
        meaning = List.copyOf(meaning);
    }

    /**
     * One passage.
     *
     * @param sentences the vectors of its sentences
     */
    public record ClusterHit(String key, float score, byte[] sentences) {}
}
