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
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ScoreDoc;

/**
 * Searches by words (BM25), by the embeddings of passages and by those of their sentences, fuses the three legs and
 * prefers articles that match the question's wording. Each search uses one generation of the index.
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
        List<ScoreFusion.Fused> ranked = ranked(snapshot, query, terms, question, Math.max(LEG_DEPTH, depth));
        List<Hit> hits = new ArrayList<>();
        for (ScoreFusion.Fused found : ranked.subList(0, Math.min(depth, ranked.size()))) {
            hits.add(hit(snapshot, found, question));
        }
        return new Ranking(query, terms, hits, snapshot.generation());
    }

    private static Hit hit(IndexSnapshot snapshot, ScoreFusion.Fused found, EmbeddedQuestion question) {
        Passage passage = snapshot.passageAt(found.document());
        ArticleId article = passage.id().article();
        return new Hit(
                snapshot.article(article).orElseThrow(),
                snapshot.nearDuplicates().originOf(article),
                snapshot.corrections().touching(article),
                passage,
                found.score(),
                found.legs(),
                snapshot.sentenceSimilarities(found.document(), question));
    }

    private List<ScoreFusion.Fused> ranked(
            IndexSnapshot snapshot, Query query, List<QueryTerm> terms, EmbeddedQuestion question, int depth) throws IOException {
        List<ScoreFusion.Fused> fused = fused(snapshot, query, terms, question, depth);
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

    private List<ScoreFusion.Fused> fused(
            IndexSnapshot snapshot, Query query, List<QueryTerm> terms, EmbeddedQuestion question, int depth) throws IOException {
        BooleanQuery allowed = FilterQuery.of(query.filters());
        List<ScoreDoc> words = LexicalSearch.search(snapshot, QuestionLanguage.of(query.text()), terms, allowed, depth);
        List<ScoreDoc> meaning = DenseSearch.search(snapshot, question.whole(), allowed, depth);
        List<ScoreDoc> sentences = sentences(snapshot, documents(words, meaning), question, depth);
        return ScoreFusion.fuse(words, meaning, sentences);
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
    private static List<ScoreDoc> sentences(
            IndexSnapshot snapshot, Set<Integer> documents, EmbeddedQuestion question, int depth) {
        List<ScoreDoc> hits = new ArrayList<>();
        for (int document : documents) {
            List<Float> similarities = snapshot.sentenceSimilarities(document, question);
            hits.add(new ScoreDoc(document, similarities.stream().max(Float::compare).orElse(0f)));
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
