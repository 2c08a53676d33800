package ibid.search;

import ibid.article.Article;
import ibid.index.IndexSnapshot;
import ibid.index.Passage;
import ibid.index.PassageIndex;
import ibid.index.PassageOrigin;
import ibid.model.Embedder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ScoreDoc;

/**
 * Searches by words (BM25), by the passages' meaning and by that of their sentences, fuses the three and lifts what the
 * question's wording asks for. Everything in one answer comes from one generation.
 */
public final class HybridRetriever implements Retriever {

    private static final int LEG_DEPTH = 50;

    private final PassageIndex index;
    private final Embedder queries;
    private final Supplier<LocalDate> today;

    public HybridRetriever(PassageIndex index, Embedder queries) {
        this(index, queries, LocalDate::now);
    }

    HybridRetriever(PassageIndex index, Embedder queries, Supplier<LocalDate> today) {
        this.index = index;
        this.queries = queries;
        this.today = today;
    }

    @Override
    public Ranking retrieve(Query query, int depth) {
        return retrieve(List.of(query), one -> depth).getFirst();
    }

    @Override
    public List<Ranking> retrieve(List<Query> queries, ToIntFunction<Query> depth) {
        try (IndexSnapshot snapshot = index.snapshot()) {
            List<Ranking> rankings = new ArrayList<>();
            for (Query query : queries) rankings.add(retrieve(snapshot, query, depth.applyAsInt(query)));
            return rankings;
        } catch (IOException broken) {
            throw new UncheckedIOException("the search failed", broken);
        }
    }

    @Override
    public boolean holds(Article article) {
        try (IndexSnapshot snapshot = index.snapshot()) {
            return snapshot.article(article.id())
                    .filter(now -> now.hash().equals(article.hash()))
                    .isPresent();
        }
    }

    private Ranking retrieve(IndexSnapshot snapshot, Query query, int depth) throws IOException {
        List<QueryTerm> terms = LexicalSearch.terms(snapshot, query.text());
        float[] vector = queries.embed(query.text());
        List<Hit> hits = new ArrayList<>();
        for (ScoreFusion.Fused found : ranked(snapshot, query, terms, vector, Math.max(LEG_DEPTH, depth))) {
            if (hits.size() == depth) break;
            Passage passage = snapshot.passageAt(found.document());
            hits.add(new Hit(
                    snapshot.article(passage.id().article()).orElseThrow(),
                    snapshot.copies().originOf(passage.id().article()),
                    passage,
                    found.score(),
                    found.legs(),
                    snapshot.sentenceCosines(found.document(), passage, vector)));
        }
        return new Ranking(query, terms, hits, snapshot.generation());
    }

    private List<ScoreFusion.Fused> ranked(
            IndexSnapshot snapshot, Query query, List<QueryTerm> terms, float[] vector, int depth) throws IOException {
        BooleanQuery allowed = LexicalSearch.filter(query.filters());
        List<ScoreDoc> words = LexicalSearch.search(snapshot, terms, allowed, depth);
        List<ScoreDoc> meaning = DenseSearch.search(snapshot, vector, allowed, depth);
        List<ScoreFusion.Fused> fused =
                ScoreFusion.fuse(words, meaning, sentences(snapshot, words, meaning, vector, depth));
        Map<Integer, PassageOrigin> origins = new HashMap<>();
        fused.forEach(found -> origins.put(found.document(), snapshot.originAt(found.document())));
        List<ScoreFusion.Fused> independent = NearDuplicateFilter.among(
                preferred(fused, origins, preference(snapshot, query)),
                snapshot,
                found -> origins.get(found.document()).article());
        return ArticleDiversity.among(
                independent,
                found ->
                        snapshot.copies().originOf(origins.get(found.document()).article()));
    }

    /** What the other two legs found, by the one sentence nearest to the question. */
    private static List<ScoreDoc> sentences(
            IndexSnapshot snapshot, List<ScoreDoc> words, List<ScoreDoc> meaning, float[] vector, int depth) {
        return Stream.concat(words.stream(), meaning.stream())
                .map(hit -> hit.doc)
                .distinct()
                .map(document -> new ScoreDoc(document, snapshot.bestSentenceCosine(document, vector)))
                .sorted(Comparator.<ScoreDoc>comparingDouble(hit -> hit.score)
                        .reversed()
                        .thenComparingInt(hit -> hit.doc))
                .limit(depth)
                .toList();
    }

    private QueryPreference preference(IndexSnapshot snapshot, Query query) {
        LocalDate day = query.filters().lastDay(today.get());
        return QueryPreference.of(query.text(), day, snapshot.publishers());
    }

    private static List<ScoreFusion.Fused> preferred(
            List<ScoreFusion.Fused> fused, Map<Integer, PassageOrigin> origins, QueryPreference preference) {
        if (preference.most() == 0) return fused;
        long newest = origins.values().stream()
                .map(PassageOrigin::published)
                .filter(OptionalLong::isPresent)
                .mapToLong(OptionalLong::getAsLong)
                .max()
                .orElse(0);
        return fused.stream()
                .map(found -> new ScoreFusion.Fused(
                        found.document(),
                        (found.score() + preference.bonus(origins.get(found.document()), newest))
                                / (1 + preference.most()),
                        found.legs()))
                .sorted(Comparator.comparingDouble(ScoreFusion.Fused::score).reversed())
                .toList();
    }
}
