package ibid.search;

import ibid.article.Article;
import ibid.article.ArticleId;
import ibid.embedding.EmbeddedQuestion;
import ibid.index.IndexSnapshot;
import ibid.index.Passage;
import ibid.index.PassageIndex;
import ibid.index.PassageOrigin;
import ibid.language.QuestionLanguage;
import ibid.library.NearDuplicates;
import ibid.model.Embedder;
import ibid.search.passages.DenseSearch;
import ibid.search.passages.FoundPassages;
import ibid.search.passages.PassageSearch;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import org.apache.lucene.search.ScoreDoc;

/**
 * Searches by words (BM25), by the embeddings of passages and by those of their sentences, fuses the three legs and
 * prefers articles that match the question's wording. Each search uses one generation of the index.
 */
public final class HybridRetriever implements Retriever {

    private static final int LEG_DEPTH = 50;

    private final PassageIndex index;
    private final PassageSearch passages;
    private final Embedder queries;
    private final Supplier<LocalDate> today;

    public HybridRetriever(PassageIndex index, Embedder queries) {
        this(index, queries, LocalDate::now);
    }

    HybridRetriever(PassageIndex index, Embedder queries, Supplier<LocalDate> today) {
        this.index = index;
        this.passages = PassageSearch.of(index);
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
            return snapshot.reading("the search failed", () -> {
                List<Ranking> rankings = new ArrayList<>();
                for (Query query : queries) {
                    rankings.add(retrieve(snapshot, query, depth.applyAsInt(query)));
                }
                return rankings;
            });
        }
    }

    @Override
    public String generation() {
        try (IndexSnapshot snapshot = index.snapshot()) {
            return snapshot.generation();
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
        EmbeddedQuestion question = queries.embedQuestion(query.text());
        int legDepth = Math.max(LEG_DEPTH, depth);
        FoundPassages found = passages.find(
                snapshot,
                new PassageSearch.Wanted(
                        LexicalSearch.query(snapshot, QuestionLanguage.of(query.text()), terms),
                        FilterQuery.of(query.filters()),
                        question.whole(),
                        legDepth));
        List<ScoreFusion.Fused> ranked = ranked(snapshot, query, fused(found, question, legDepth));
        List<Hit> hits = new ArrayList<>();
        for (ScoreFusion.Fused one : ranked.subList(0, Math.min(depth, ranked.size()))) {
            hits.add(hit(snapshot, one, question, found));
        }
        return new Ranking(query, terms, hits, snapshot.generation(), found.isPartial());
    }

    private static Hit hit(
            IndexSnapshot snapshot, ScoreFusion.Fused fused, EmbeddedQuestion question, FoundPassages found)
            throws IOException {
        Passage passage = snapshot.passageAt(fused.document());
        ArticleId article = passage.id().article();
        return new Hit(
                snapshot.article(article).orElseThrow(),
                snapshot.nearDuplicates().originOf(article),
                snapshot.corrections().touching(article),
                passage,
                fused.score(),
                fused.legs(),
                found.similarities(question, fused.document()));
    }

    private List<ScoreFusion.Fused> ranked(IndexSnapshot snapshot, Query query, List<ScoreFusion.Fused> fused) {
        Map<Integer, PassageOrigin> origins = new HashMap<>();
        for (ScoreFusion.Fused found : fused) {
            origins.put(found.document(), snapshot.originAt(found.document()));
        }
        List<ScoreFusion.Fused> preferred = preferred(fused, origins, preference(snapshot, query));
        List<ScoreFusion.Fused> independent = NearDuplicateFilter.of(preferred, snapshot, origins);
        NearDuplicates copies = snapshot.nearDuplicates();
        return ArticleDiversity.of(
                independent,
                found -> copies.originOf(origins.get(found.document()).article()));
    }

    private static List<ScoreFusion.Fused> fused(FoundPassages found, EmbeddedQuestion question, int depth)
            throws IOException {
        return ScoreFusion.fuse(found.words(), found.meaning(), sentences(found, question, depth));
    }

    private static Set<Integer> documents(List<ScoreDoc> words, List<ScoreDoc> meaning) {
        Set<Integer> documents = new LinkedHashSet<>();
        for (ScoreDoc hit : words) {
            documents.add(hit.doc);
        }
        for (ScoreDoc hit : meaning) {
            documents.add(hit.doc);
        }
        return documents;
    }

    /** The results of the other two legs, scored by the sentence that matches the question best. */
    private static List<ScoreDoc> sentences(FoundPassages found, EmbeddedQuestion question, int depth)
            throws IOException {
        List<ScoreDoc> hits = new ArrayList<>();
        for (int document : documents(found.words(), found.meaning())) {
            hits.add(new ScoreDoc(document, found.bestSimilarity(question, document)));
        }
        hits.sort(DenseSearch.BEST_FIRST);
        return hits.subList(0, Math.min(depth, hits.size()));
    }

    private QueryPreference preference(IndexSnapshot snapshot, Query query) {
        LocalDate day = query.filters().lastDay(today.get());
        return QueryPreference.of(query, day, snapshot.publishers());
    }

    private static List<ScoreFusion.Fused> preferred(
            List<ScoreFusion.Fused> fused, Map<Integer, PassageOrigin> origins, QueryPreference preference) {
        double maxBonus = preference.maxBonus();
        if (maxBonus == 0) {
            return fused;
        }
        long newest = newest(origins);
        List<ScoreFusion.Fused> preferred = new ArrayList<>();
        for (ScoreFusion.Fused found : fused) {
            double bonus = preference.bonus(origins.get(found.document()), newest);
            preferred.add(found.withScore((found.score() + bonus) / (1 + maxBonus)));
        }
        preferred.sort(ScoreFusion.Fused.BEST_FIRST);
        return preferred;
    }

    private static long newest(Map<Integer, PassageOrigin> origins) {
        long newest = Long.MIN_VALUE;
        for (PassageOrigin origin : origins.values()) {
            newest = Math.max(newest, origin.published().orElse(Long.MIN_VALUE));
        }
        return newest == Long.MIN_VALUE ? 0 : newest;
    }
}
