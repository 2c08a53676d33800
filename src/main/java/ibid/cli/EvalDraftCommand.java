package ibid.cli;

import ibid.IbidException;
import ibid.api.FeedbackBody;
import ibid.api.RatedAnswer;
import ibid.article.Article;
import ibid.article.ArticleId;
import ibid.eval.dataset.DraftDataset;
import ibid.eval.dataset.Qrels;
import ibid.eval.dataset.TestCollection;
import ibid.index.Chunker;
import ibid.index.IndexSnapshot;
import ibid.index.Passage;
import ibid.language.Span;
import ibid.log.TurnLog;
import ibid.serve.ServerParts;
import ibid.suggest.SuggestedQuestions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code eval draft}: writes a dataset for a person to review, or the judged passages of one. */
@Command(
        name = "draft",
        abbreviateSynopsis = true,
        description = "Writes a dataset for review, made from the articles or from answers that readers rated down.",
        footer = {
            "",
            "Examples:",
            "  ./ibid eval draft --dataset mine --corpus ~/articles   questions from your articles",
            "  ./ibid eval draft --dataset mine --from-log            questions whose answers were rated down",
            "  ./ibid eval draft --dataset mine --qrels               qrels.txt again, from the nuggets' quotes"
        })
final class EvalDraftCommand implements Callable<Integer> {

    /** Default number of questions; few people review more. */
    private static final int MAX_QUESTIONS = 100;

    private final Wiring wiring;
    private final Terminal terminal;

    @Mixin
    private Flags.Collection collection;

    @Mixin
    private Flags.Dataset dataset;

    @Option(names = "--from-log", description = "from the answers that readers rated down")
    private boolean fromLog;

    @Option(names = "--qrels", description = "write only qrels.txt again, from the nuggets' quotes")
    private boolean qrelsOnly;

    EvalDraftCommand(Wiring wiring, Terminal terminal) {
        this.wiring = wiring;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        return wiring.withoutModel(wiring.config(collection.given()), this::draft);
    }

    private int draft(ServerParts parts) {
        terminal.read(parts.watcher());
        if (qrelsOnly) {
            return qrels(parts);
        }
        Path folder = dataset.folder();
        DraftDataset drafted = fromLog
                ? DraftDataset.fromLog(rated(parts.log()))
                : DraftDataset.fromArticles(proposals(parts.suggestions()));
        TestCollection draft = drafted.collection();
        if (draft.topics().isEmpty()) {
            throw nothingToAsk(folder);
        }
        try (IndexSnapshot snapshot = parts.index().snapshot()) {
            new TestCollection(draft.topics(), draft.nuggets(), qrels(draft, snapshot)).write(folder, drafted.notes());
        }
        terminal.line("wrote " + draft.topics().size() + " questions to " + folder.resolve("topics.tsv"));
        terminal.line(
                fromLog
                        ? "fill in the outcome each should have: answered, partial or abstained"
                        : "remove those that nobody would ask, and add some that the articles do not answer");
        terminal.line("then, with the same --corpus and --data: ./ibid eval run --dataset " + folder + " --report "
                + folder.resolve("report"));
        return 0;
    }

    private IbidException nothingToAsk(Path folder) {
        String why = fromLog
                ? "no answer in the log was rated down; rate some in the chat,"
                        + " or leave --from-log out for questions made from the articles"
                : "no question can be made from these articles; write some into " + folder.resolve("topics.tsv")
                        + ", as eval/GUIDE.md shows";
        return new IbidException(IbidException.Code.NOT_FOUND, why);
    }

    private int qrels(ServerParts parts) {
        Path file = dataset.folder().resolve(Qrels.NAME);
        try (IndexSnapshot snapshot = parts.index().snapshot()) {
            Qrels qrels = qrels(TestCollection.read(dataset.folder()), snapshot);
            Files.writeString(file, qrels.lines());
            terminal.line("wrote " + file + " for " + qrels.grades().size() + " topics");
            return 0;
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static List<DraftDataset.Proposal> proposals(SuggestedQuestions suggestions) {
        return suggestions.proposed(MAX_QUESTIONS).stream()
                .map(made -> new DraftDataset.Proposal(made.question(), made.article(), made.sentence()))
                .toList();
    }

    /** The answers that readers rated down, each with the earlier answers of its conversation. */
    static List<List<RatedAnswer>> rated(TurnLog log) {
        List<List<RatedAnswer>> conversations = new ArrayList<>();
        for (RatedAnswer down : log.rated(FeedbackBody.Rating.DOWN)) {
            conversations.add(conversationTo(down, log));
        }
        return conversations;
    }

    private static List<RatedAnswer> conversationTo(RatedAnswer last, TurnLog log) {
        String id = last.answer().id();
        List<RatedAnswer> conversation = new ArrayList<>();
        for (RatedAnswer one : log.answers(last.answer().asked().conversationId())) {
            if (one.answer().id().equals(id)) {
                conversation.add(last);
                break;
            }
            conversation.add(one);
        }
        return conversation;
    }

    private static Qrels qrels(TestCollection collection, IndexSnapshot snapshot) {
        return Qrels.from(collection.nuggets(), id -> cut(article(snapshot, id)));
    }

    private static Qrels.CutArticle cut(Article article) {
        Map<String, Span> passages = new LinkedHashMap<>();
        for (Passage passage : Chunker.chunk(article)) {
            passages.put(passage.id().toString(), passage.span());
        }
        return new Qrels.CutArticle(article.text(), passages);
    }

    private static Article article(IndexSnapshot snapshot, String id) {
        return snapshot.article(new ArticleId(id))
                .orElseThrow(() -> new IbidException(
                        IbidException.Code.INVALID,
                        "the nuggets name an article “" + id + "” that is not in the collection;"
                                + " the id of an article is in the address of its view"));
    }
}
