package ibid.index;

import ibid.article.Article;
import ibid.library.CorpusFile;
import ibid.library.CorpusReader;
import ibid.library.FileState;
import ibid.library.RecurringContent;
import ibid.library.RetryTime;
import ibid.library.VectorStore;
import ibid.read.ReadResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.lucene.document.Document;

/**
 * Reads, cuts and embeds one file; writes nothing. Threads may share it.
 *
 * @param now milliseconds since 1970
 */
record FileIngestion(
        UpdatePlan plan, Map<String, FileState> known, RecurringContent ledger, VectorStore vectors, long now) {

    private static final long SETTLED = 50,
            COARSELY =
                    2000; // milliseconds: longer than the ticks of a file system, and of one that counts whole seconds
    private static final CorpusReader READER = new CorpusReader();

    enum Outcome {
        ADDED,
        CHANGED,
        SAME_TEXT,
        SKIPPED
    }

    /** @param documents empty where the file was skipped or its text stays as it is indexed */
    record Looked(FileState state, Outcome outcome, List<Document> documents) {

        Looked withoutDocuments() {
            return new Looked(state, outcome, List.of());
        }
    }

    Looked at(CorpusFile file) {
        if (!file.objection().isEmpty())
            return new Looked(
                    FileState.skipped(file, "", file.objection(), RetryTime.NEVER), Outcome.SKIPPED, List.of());
        String twin = plan.twin(file);
        if (!twin.isEmpty()) return new Looked(FileState.twin(file, twin), Outcome.SKIPPED, List.of());
        return switch (READER.parse(file).then(parsed -> READER.typeset(parsed, ledger.furniture(file.name())))) {
            case ReadResult.Skipped<Article> skipped ->
                skipped(file, skipped.hash(), skipped.reason(), skipped.retryable());
            case ReadResult.Success<Article>(Article article) -> read(file, article);
        };
    }

    private Looked read(CorpusFile file, Article article) {
        FileState before = known.get(file.name());
        RetryTime again = ledger.entry(file.name()) == null
                ? later(file)
                : again(file); // its print was missed: it was locked, or Ibid too busy
        FileState state = FileState.of(file, article.hash(), article.id().value(), again);
        if (before != null
                && before.hash().equals(article.hash())
                && !before.article().isEmpty()
                && !ledger.stale(file.name())) return new Looked(state, Outcome.SAME_TEXT, List.of());
        return new Looked(
                state,
                before == null || before.article().isEmpty() ? Outcome.ADDED : Outcome.CHANGED,
                documents(article));
    }

    Looked skipped(CorpusFile file, String hash, String reason, boolean passing) {
        return new Looked(
                FileState.skipped(file, hash, reason, passing ? later(file) : again(file)), Outcome.SKIPPED, List.of());
    }

    /** Within the tick of the clock in which a file was read it may have changed once more, and look the same. */
    private RetryTime again(CorpusFile file) {
        return Math.abs(now - file.modified()) < (file.modified() % 1000 == 0 ? COARSELY : SETTLED)
                ? RetryTime.SOON
                : RetryTime.NEVER;
    }

    private RetryTime later(CorpusFile file) {
        FileState before = known.get(file.name());
        return (before != null && before.matches(file) ? before.again() : RetryTime.NEVER).later(now);
    }

    private List<Document> documents(Article article) {
        List<Document> documents = new ArrayList<>(List.of(IndexFields.of(article)));
        for (Passage passage : Chunker.chunk(article)) documents.add(IndexFields.of(article, passage, vectors));
        return documents;
    }
}
