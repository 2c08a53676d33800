package ibid.search;

import ibid.article.ArticleId;
import ibid.index.IndexSnapshot;
import ibid.index.Passage;
import ibid.library.NearDuplicates;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;

/**
 * Lets a source be heard once: of passages that copies of one article share, the earliest copy's stays, at the best
 * one's rank.
 */
final class NearDuplicateFilter {

    private static final double SAME = 0.8; // share of the shorter passage's words that the other has

    private NearDuplicateFilter() {}

    private record Kept(ArticleId origin, ArticleId article, Set<String> words) {}

    /** @param ranked best first */
    static List<ScoreFusion.Fused> among(
            List<ScoreFusion.Fused> ranked, IndexSnapshot snapshot, Function<ScoreFusion.Fused, ArticleId> article) {
        NearDuplicates copies = snapshot.copies();
        if (copies.origins().isEmpty()) return ranked;
        List<ScoreFusion.Fused> independent = new ArrayList<>();
        List<Kept> kept = new ArrayList<>();
        for (ScoreFusion.Fused found : ranked) {
            ArticleId id = article.apply(found), origin = copies.originOf(id);
            Kept here = new Kept(origin, id, copies.of(id).isEmpty() ? Set.of() : words(snapshot, found.document()));
            int same = same(kept, here);
            if (same < 0) {
                kept.add(here);
                independent.add(found);
            } else if (id.equals(origin)) {
                kept.set(same, here);
                independent.set(
                        same,
                        new ScoreFusion.Fused(
                                found.document(), independent.get(same).score(), found.legs()));
            }
        }
        return independent;
    }

    /** The place of a passage with the same words from another copy, or -1. */
    private static int same(List<Kept> kept, Kept here) {
        for (int i = 0; i < kept.size() && !here.words().isEmpty(); i++) {
            Kept other = kept.get(i);
            if (!other.origin().equals(here.origin()) || other.article().equals(here.article())) continue;
            Set<String> common = new HashSet<>(here.words());
            common.retainAll(other.words());
            if (common.size()
                    >= SAME * Math.min(here.words().size(), other.words().size())) return i;
        }
        return -1;
    }

    private static Set<String> words(IndexSnapshot snapshot, int document) {
        Passage passage = snapshot.passageAt(document);
        return new HashSet<>(List.of(snapshot.article(passage.id().article())
                .orElseThrow()
                .text()
                .slice(passage.span())
                .toLowerCase(Locale.ROOT)
                .split("[^\\p{L}\\p{N}]+")));
    }
}
