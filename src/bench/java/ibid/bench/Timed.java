package ibid.bench;

import ibid.answer.collection.CollectionWriter;
import ibid.answer.extract.Caution;
import ibid.answer.extract.ExtractiveWriter;
import ibid.answer.rank.SentenceRanker;
import ibid.ask.AnswerEvent;
import ibid.ask.Ask;
import ibid.ask.ExtractiveAuthor;
import ibid.ask.UserQuestion;
import ibid.embedding.EmbeddedQuestion;
import ibid.index.IndexFields;
import ibid.index.IndexSnapshot;
import ibid.index.PassageIndex;
import ibid.model.Embedder;
import ibid.model.onnx.CrossEncoder;
import ibid.search.HybridRetriever;
import ibid.suggest.SuggestedQuestions;
import ibid.verify.Verifier;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.TermQuery;

/** The answering pipeline, wired as in ibid.cli.Main, with a timer on each part. One client at a time. */
final class Timed {

    private static final int LEG_DEPTH = 50; // as in ibid.search.HybridRetriever

    private final PassageIndex index;
    private final Embedder queries;
    private final Times times = new Times();
    private final Ask ask;

    Timed(PassageIndex index, Embedder queries, CrossEncoder model) {
        this.index = index;
        this.queries = queries;
        HybridRetriever hybrid = new HybridRetriever(index, new TimedQueries());
        ExtractiveWriter writer = new ExtractiveWriter(SentenceRanker.with(model), Caution.USUAL);
        SuggestedQuestions suggestions = new SuggestedQuestions(hybrid, writer, index);
        ask = new Ask(
                hybrid,
                new ExtractiveAuthor(writer, new Verifier(model), suggestions),
                new CollectionWriter(index, hybrid, writer));
    }

    private final class TimedQueries implements Embedder {

        @Override
        public float[] embed(String text) {
            return queries.embed(text);
        }

        @Override
        public EmbeddedQuestion embedQuestion(String question) {
            return times.time("  embedding the question", () -> queries.embedQuestion(question));
        }
    }

    Ask ask() {
        return ask;
    }

    Times times() {
        return times;
    }

    /**
     * Asks a question and records the time of each stage, of the first sentence (or the refusal) and of the whole
     * answer.
     */
    void ask(String question) {
        Map<Object, Long> started = new HashMap<>();
        long start = System.nanoTime();
        boolean[] shown = new boolean[1];
        ask.answer(new UserQuestion(question), event -> {
            if (event instanceof AnswerEvent.Started begun) {
                started.put(begun.stage(), System.nanoTime());
            }
            if (event instanceof AnswerEvent.Done done) {
                times.add(done.stage().name().toLowerCase(Locale.ROOT), since(started.get(done.stage())));
            }
            if (event instanceof AnswerEvent.Shown && !shown[0]) {
                shown[0] = true;
                times.add("first sentence, where answered", since(start));
                times.add("first sentence or refusal", since(start));
            }
        });
        if (!shown[0]) {
            times.add("first sentence or refusal", since(start));
        }
        times.add("all", since(start));
    }

    /** Times the vector search alone, with and without the filter that every passage passes. */
    void searchByMeaning(String question) {
        float[] vector = queries.embed(question);
        try (IndexSnapshot snapshot = index.snapshot()) {
            TermQuery passages = new TermQuery(new Term(IndexFields.KIND, "passage"));
            times.time(
                    "  nearest vectors, filtered",
                    () -> nearest(snapshot, new KnnFloatVectorQuery(IndexFields.VECTOR, vector, LEG_DEPTH, passages)));
            times.time(
                    "  nearest vectors, unfiltered",
                    () -> nearest(snapshot, new KnnFloatVectorQuery(IndexFields.VECTOR, vector, LEG_DEPTH)));
        }
    }

    private static int nearest(IndexSnapshot snapshot, KnnFloatVectorQuery query) {
        try {
            return snapshot.searcher().search(query, LEG_DEPTH).scoreDocs.length;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static double since(long start) {
        return (System.nanoTime() - start) / 1e6;
    }
}
