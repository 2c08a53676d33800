package ibid.cli;

import ibid.IbidException;
import ibid.article.Article;
import ibid.article.ArticleId;
import ibid.eval.dataset.DraftDataset;
import ibid.eval.dataset.Qrels;
import ibid.eval.dataset.TestCollection;
import ibid.index.Chunker;
import ibid.index.IndexSnapshot;
import ibid.serve.ServerParts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.ParseResult;

/** What {@code eval} writes before anything is measured: a draft of a dataset, or judgements from nuggets. */
final class EvalDraftCommand {

    private static final int MOST = 100; // questions; more a person hardly goes over

    private EvalDraftCommand() {}

    static int draft(ParseResult command, ServerParts parts, Terminal terminal) {
        Path folder = Path.of(command.matchedOptionValue("--draft", ""));
        boolean log = command.hasMatchedOption("--from-log");
        DraftDataset drafted = log
                ? DraftDataset.fromLog(parts.log())
                : DraftDataset.fromArticles(parts.suggestions().proposed(MOST));
        if (drafted.collection().topics().isEmpty()) {
            throw new IbidException(
                    IbidException.Code.NOT_FOUND,
                    log
                            ? "no answer in the log was rated down; rate some in the chat, or leave --from-log out for questions made from the articles"
                            : "no question can be made from these articles; write some into "
                                    + folder.resolve("topics.tsv") + ", as eval/GUIDE.md shows");
        }
        try (IndexSnapshot snapshot = parts.index().snapshot()) {
            TestCollection collection = drafted.collection();
            new TestCollection(collection.topics(), collection.nuggets(), qrels(collection, snapshot))
                    .write(folder, drafted.notes());
        }
        terminal.line("wrote " + drafted.collection().topics().size() + " questions to " + folder.resolve("topics.tsv")
                + (log
                        ? "; fill in the outcome each should have: answered, partial or abstained"
                        : "; take out those nobody would ask, and add some that the articles do not answer"));
        terminal.line("then, with the same --corpus and --data: ./ibid eval --dataset " + folder + " --report "
                + folder.resolve("report"));
        return 0;
    }

    static int qrels(Path folder, ServerParts parts, Terminal terminal) {
        try (IndexSnapshot snapshot = parts.index().snapshot()) {
            Qrels qrels = qrels(TestCollection.read(folder), snapshot);
            Files.writeString(folder.resolve("qrels.txt"), qrels.lines());
            terminal.line("wrote " + folder.resolve("qrels.txt") + " for "
                    + qrels.grades().size() + " topics");
            return 0;
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static Qrels qrels(TestCollection collection, IndexSnapshot snapshot) {
        return Qrels.from(collection.nuggets(), id -> article(snapshot, id), Chunker::chunk);
    }

    private static Article article(IndexSnapshot snapshot, String id) {
        return snapshot.article(new ArticleId(id))
                .orElseThrow(() -> new IbidException(
                        IbidException.Code.INVALID,
                        "the nuggets name an article “" + id
                                + "” that is not in the collection; ids stand in the addresses of the article view"));
    }
}
