package ibid.ask;

import ibid.IbidException;
import ibid.answer.AnswerShape;
import ibid.answer.WritingTask;
import ibid.answer.collection.CollectionWriter;
import ibid.article.ArticleId;
import ibid.search.Hit;
import ibid.search.Query;
import ibid.search.Ranking;
import ibid.search.Retriever;
import ibid.search.SearchFilters;
import ibid.search.parts.SubQuestions;
import ibid.search.rewrite.EarlierTurn;
import ibid.search.rewrite.StandAloneQuestion;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The path from a question to its answer: stand-alone form, ranking, draft, verdicts, answer. Threads may share it. */
public final class Ask {

    private static final int MAX_ATTEMPTS = 3;

    private final Retriever retriever;
    private final Author author;
    private final CollectionWriter collection;

    /** @param collection answers questions about the collection itself, which are not searched for */
    public Ask(Retriever retriever, Author author, CollectionWriter collection) {
        this.retriever = retriever;
        this.author = author;
        this.collection = collection;
    }

    /** Whether an answer keeps a core busy; else it mostly waits for the server of a language model. */
    public boolean isComputedHere() {
        return author.isComputedHere();
    }

    /** One that answers from the same articles and asks no language model. */
    public Ask quoting() {
        return new Ask(retriever, author.quoting(), collection);
    }

    /**
     * Answers from one generation of the index. Every article in the answer is still in the collection when this
     * returns.
     */
    public AnsweredQuestion answer(UserQuestion question, AnswerEvent.Watcher watcher) {
        Optional<String> reply = SmallTalk.replyTo(question.question());
        if (reply.isPresent()) {
            return reply(question, reply.get());
        }
        AnswerEvent.Watcher current = watcher;
        for (int attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
            AnsweredQuestion answered = answerOnce(question, current);
            if (isCurrent(answered)) {
                return answered;
            }
            current = event -> {}; // the second answer replaces what was shown of the first
        }
        throw new IbidException(
                IbidException.Code.BUSY,
                "articles this answer cites were removed or replaced while it was made; ask again");
    }

    /** Without a search. */
    private AnsweredQuestion reply(UserQuestion question, String text) {
        CreditedAnswer credited = author.reply(text);
        Query query = new Query(question.question(), question.filters());
        Ranking nothing = new Ranking(query, List.of(), List.of(), retriever.generation());
        return new AnsweredQuestion(query.text(), credited.answer(), nothing, Map.of(), credited.credit());
    }

    private AnsweredQuestion answerOnce(UserQuestion question, AnswerEvent.Watcher watcher) {
        AnswerProgress progress = new AnswerProgress(watcher);
        StandAloneQuestion standAlone = progress.time(AnswerEvent.Stage.REWRITE, () -> standAlone(question));
        Optional<AnsweredQuestion> counted = ofCollection(question, standAlone, progress);
        if (counted.isPresent()) {
            return counted.get();
        }
        WritingTask task = progress.time(AnswerEvent.Stage.RETRIEVE, () -> retrieve(question, standAlone.text()));
        progress.on(new AnswerEvent.Found(task.question(), NearestPassage.of(task.together())));
        CreditedAnswer credited = author.answer(task, progress); // drafts, checks each sentence, composes the answer
        return new AnsweredQuestion(
                task.question(),
                credited.answer(),
                task.together(),
                progress.millis(),
                credited.credit().plus(standAlone.usage()));
    }

    private StandAloneQuestion standAlone(UserQuestion question) {
        List<EarlierTurn> questions = question.earlier().stream()
                .filter(turn -> SmallTalk.replyTo(turn.question()).isEmpty())
                .toList();
        return author.rewriter().rewrite(question.question(), questions);
    }

    /** Empty if the question, neither as asked nor in its stand-alone form, is about the collection itself. */
    private Optional<AnsweredQuestion> ofCollection(
            UserQuestion question, StandAloneQuestion standAlone, AnswerProgress progress) {
        SearchFilters filters = question.filters();
        LocalDate today = today(filters);
        Optional<CollectionWriter.CollectionDraft> draft = progress.timeSilently(
                AnswerEvent.Stage.RETRIEVE,
                () -> collection
                        .draft(question.question(), filters, today)
                        .or(() -> collection.draft(standAlone.text(), filters, today)));
        return draft.map(found -> ofCollection(found, standAlone, today, progress));
    }

    private AnsweredQuestion ofCollection(
            CollectionWriter.CollectionDraft draft,
            StandAloneQuestion standAlone,
            LocalDate today,
            AnswerProgress progress) {
        Ranking ranking = draft.ranking();
        WritingTask task = new WritingTask(SubQuestions.one(ranking.query().text()), List.of(ranking), ranking, today);
        progress.on(new AnswerEvent.Found(task.question(), NearestPassage.of(ranking)));
        CreditedAnswer credited = author.answer(draft.draft(), task, progress);
        WriterCredit credit = WriterCredit.counted().plus(standAlone.usage());
        return new AnsweredQuestion(task.question(), credited.answer(), ranking, progress.millis(), credit);
    }

    private static LocalDate today(SearchFilters filters) {
        return filters.lastDay(LocalDate.now(ZoneOffset.UTC));
    }

    private WritingTask retrieve(UserQuestion question, String standAlone) {
        SubQuestions questions = SubQuestions.of(standAlone);
        SearchFilters filters = question.filters();
        Set<ArticleId> context = question.context(standAlone);
        List<Query> parts = new ArrayList<>();
        for (String part : questions.questions()) {
            parts.add(new Query(part, filters, context));
        }
        List<Ranking> rankings =
                retriever.retrieve(parts, part -> AnswerShape.of(part.text()).depth());
        return new WritingTask(questions, rankings, Ranking.joined(rankings), today(filters));
    }

    /** Whether every article in the answer is still in the collection with the same bytes. */
    private boolean isCurrent(AnsweredQuestion answered) {
        Set<ArticleId> shown = answered.answer().articles();
        return answered.ranking().hits().stream()
                .map(Hit::article)
                .filter(article -> shown.contains(article.id()))
                .distinct()
                .allMatch(retriever::holds);
    }
}
