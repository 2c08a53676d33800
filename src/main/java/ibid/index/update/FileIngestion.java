package ibid.index.update;

import ibid.article.Article;
import ibid.index.Chunker;
import ibid.index.IndexFields;
import ibid.library.CorpusFile;
import ibid.library.FileState;
import ibid.library.RetryTime;
import ibid.library.VectorStore;
import ibid.read.ReadResult;
import java.util.List;
import java.util.Map;
import org.apache.lucene.document.Document;

/**
 * Turns one file into the documents of its article; writes nothing to the index. Threads may share it.
 *
 * @param known  what the catalogue holds of each file, by name
 * @param scan   what the first pass found
 * @param now    milliseconds since 1970
 */
record FileIngestion(UpdatePlan plan, Map<String, FileState> known, CorpusScan scan, VectorStore vectors, long now) {

    private static final long FINE_TICK_MILLIS = 50; // longer than the ticks of a file system's clock
    private static final long COARSE_TICK_MILLIS = 2000; // the same of one that counts whole seconds

    enum Outcome {
        ADDED,
        CHANGED,
        SAME_TEXT,
        SKIPPED
    }

    /** @param documents empty where the file was skipped or its text stays as it is indexed */
    record Ingested(FileState state, Outcome outcome, List<Document> documents) {

        private static Ingested skipped(FileState state) {
            return new Ingested(state, Outcome.SKIPPED, List.of());
        }

        Ingested withoutDocuments() {
            return new Ingested(state, outcome, List.of());
        }
    }

    Ingested ingest(CorpusFile file) {
        if (!file.objection().isEmpty()) {
            return Ingested.skipped(FileState.skipped(file, "", file.objection(), RetryTime.NEVER));
        }
        String twin = plan.twin(file);
        if (!twin.isEmpty()) {
            return Ingested.skipped(FileState.twin(file, twin));
        }
        return switch (scan.parsed(file).thenTry(parsed -> scan.typeset(parsed))) {
            case ReadResult.Skipped<Article> skipped ->
                skipped(file, skipped.hash(), skipped.reason(), skipped.retryable());
            case ReadResult.Success<Article>(Article article) -> ingest(file, article);
        };
    }

    private Ingested ingest(CorpusFile file, Article article) {
        FileState before = known.get(file.name());
        boolean isNew = before == null || before.article().isEmpty();
        FileState state = FileState.of(file, article.hash(), article.id().value(), retryIfYoung(file));
        if (!isNew && before.hash().equals(article.hash()) && !scan.lines().isStale(file.name())) {
            return new Ingested(state, Outcome.SAME_TEXT, List.of());
        }
        List<Document> documents = IndexFields.of(article, Chunker.chunk(article), vectors);
        return new Ingested(state, isNew ? Outcome.ADDED : Outcome.CHANGED, documents);
    }

    /** @param isPassing whether the same bytes may be read another time */
    Ingested skipped(CorpusFile file, String hash, String reason, boolean isPassing) {
        RetryTime retry = isPassing ? retryLater(file) : retryIfYoung(file);
        return Ingested.skipped(FileState.skipped(file, hash, reason, retry));
    }

    /** Within the tick of the clock in which a file was read it may have changed once more, and look the same. */
    private RetryTime retryIfYoung(CorpusFile file) {
        boolean isCoarse = file.modified() % 1000 == 0;
        long tick = isCoarse ? COARSE_TICK_MILLIS : FINE_TICK_MILLIS;
        return Math.abs(now - file.modified()) < tick ? RetryTime.SOON : RetryTime.NEVER;
    }

    private RetryTime retryLater(CorpusFile file) {
        FileState before = known.get(file.name());
        RetryTime last = before != null && before.matches(file) ? before.retry() : RetryTime.NEVER;
        return last.later(now);
    }
}
