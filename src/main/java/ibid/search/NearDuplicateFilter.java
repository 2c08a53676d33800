package ibid.search;

import ibid.article.ArticleId;
import ibid.index.IndexSnapshot;
import ibid.index.Passage;
import ibid.index.PassageOrigin;
import ibid.library.NearDuplicates;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Keeps one of the passages that copies of an article share: the one of the earliest copy, at the rank of the best. */
final class NearDuplicateFilter {

    private static final double MIN_SHARED = 0.8; // share of the shorter passage's words that the other has

    private final IndexSnapshot snapshot;
    private final NearDuplicates nearDuplicates;
    private final List<ScoreFusion.Fused> independent = new ArrayList<>();
    private final List<Kept> kept = new ArrayList<>();

    /** @param words of the passage; empty if its article has no copies */
    private record Kept(ArticleId origin, ArticleId article, Set<String> words) {

        boolean isCopyOf(Kept other) {
            return origin.equals(other.origin) && !article.equals(other.article) && sharesWordsWith(other);
        }

        private boolean sharesWordsWith(Kept other) {
            Set<String> common = new HashSet<>(words);
            common.retainAll(other.words);
            return common.size() >= MIN_SHARED * Math.min(words.size(), other.words.size());
        }
    }

    private NearDuplicateFilter(IndexSnapshot snapshot) {
        this.snapshot = snapshot;
        this.nearDuplicates = snapshot.nearDuplicates();
    }

    /**
     * @param ranked  best first
     * @param origins of the documents
     */
    static List<ScoreFusion.Fused> of(
            List<ScoreFusion.Fused> ranked, IndexSnapshot snapshot, Map<Integer, PassageOrigin> origins) {
        if (snapshot.nearDuplicates().origins().isEmpty()) {
            return ranked;
        }
        NearDuplicateFilter filter = new NearDuplicateFilter(snapshot);
        for (ScoreFusion.Fused found : ranked) {
            filter.add(found, origins.get(found.document()).article());
        }
        return filter.independent;
    }

    private void add(ScoreFusion.Fused found, ArticleId article) {
        Kept passage = new Kept(nearDuplicates.originOf(article), article, words(found, article));
        int copy = copyOf(passage);
        if (copy < 0) {
            kept.add(passage);
            independent.add(found);
        } else if (article.equals(passage.origin())) {
            kept.set(copy, passage);
            independent.set(copy, found.withScore(independent.get(copy).score()));
        }
    }

    /** Index of a passage with the same words from another copy, or -1. */
    private int copyOf(Kept passage) {
        if (passage.words().isEmpty()) {
            return -1;
        }
        for (int i = 0; i < kept.size(); i++) {
            if (kept.get(i).isCopyOf(passage)) {
                return i;
            }
        }
        return -1;
    }

    private Set<String> words(ScoreFusion.Fused found, ArticleId article) {
        if (nearDuplicates.of(article).isEmpty()) {
            return Set.of();
        }
        Passage passage = snapshot.passageAt(found.document());
        String text = snapshot.article(article).orElseThrow().text().slice(passage.span());
        return new HashSet<>(List.of(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")));
    }
}
