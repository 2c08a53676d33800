package ibid.index.update;

import ibid.article.Article;
import ibid.index.Chunker;
import ibid.index.IndexFields;
import ibid.index.cluster.PassageCluster;
import ibid.library.CorpusFile;
import ibid.library.FileState;
import ibid.library.RetryTime;
import ibid.library.VectorStore;
import ibid.read.ReadResult;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.document.Document;

/**
 * Makes the documents of a file's article; writes nothing to the index. Threads may share it.
 *
 * @param known   the catalogue's state of each file, by name
 * @param scan    results of the first pass
 * @param cluster that has the vectors
 * @param now     milliseconds since 1970
 */
record FileIngestion(
        UpdatePlan plan,
        Map<String, FileState> known,
        CorpusScan scan,
        VectorStore vectors,
        Optional<PassageCluster> cluster,
        long now) {

    private static final long FINE_TICK_MILLIS = 50; // longer than a tick of a file system's clock
    private static final long COARSE_TICK_MILLIS = 2000; // the same for a file system that stores seconds

    enum Outcome {
        ADDED,
        CHANGED,
        SAME_TEXT,
        SKIPPED,
        /** Its entries are the articles. */
        ENTRIES
    }

    /** @param documents empty if the file was skipped or its indexed text does not change */
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
        if (file.holdsEntries()) {
            return new Ingested(FileState.ofEntries(file, retryIfYoung(file)), Outcome.ENTRIES, List.of());
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
        List<Document> documents = IndexFields.of(article, Chunker.chunk(article), vectors, cluster);
        return new Ingested(state, isNew ? Outcome.ADDED : Outcome.CHANGED, documents);
    }

    /** @param isPassing whether reading the same bytes may succeed later */
    Ingested skipped(CorpusFile file, String hash, String reason, boolean isPassing) {
        RetryTime retry = isPassing ? retryLater(file) : retryIfYoung(file);
        return Ingested.skipped(FileState.skipped(file, hash, reason, retry));
    }

    /**
     * Whether the file may have changed again after it was read without a visible change, within the same clock tick.
     * With an entry, its file is looked through again.
     */
    private RetryTime retryIfYoung(CorpusFile file) {
        if (file.part() == CorpusFile.Part.ENTRY) {
            return RetryTime.NEVER;
        }
        boolean isCoarse = file.modified() % 1000 == 0;
        long tick = isCoarse ? COARSE_TICK_MILLIS : FINE_TICK_MILLIS;
        return Math.abs(now - file.modified()) < tick ? RetryTime.AT_NEXT_CHECK : RetryTime.NEVER;
    }

    private RetryTime retryLater(CorpusFile file) {
        FileState before = known.get(file.name());
        RetryTime last = before != null && before.matches(file) ? before.retry() : RetryTime.NEVER;
        return last.later(now);
    }
}
