package ibid.ask;

import ibid.IbidException;
import ibid.answer.AnswerShape;
import ibid.answer.WritingTask;
import ibid.article.ArticleId;
import ibid.search.Hit;
import ibid.search.Query;
import ibid.search.Ranking;
import ibid.search.Retriever;
import ibid.search.SearchFilters;
import ibid.search.rewrite.StandAloneQuestion;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The path from a question to its answer: stand-alone form, ranking, draft, verdicts, answer. Threads may share it. */
public final class Ask {

    private static final int MAX_ATTEMPTS = 3;

    private final Retriever retriever;
    private final Author author;

    public Ask(Retriever retriever, Author author) {
        this.retriever = retriever;
        this.author = author;
    }

    /**
     * Answers from one generation of the index. Every article in the answer is still in the collection when this
     * returns.
     */
    public AnsweredQuestion answer(UserQuestion question, AnswerEvent.Watcher watcher) {
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

    private AnsweredQuestion answerOnce(UserQuestion question, AnswerEvent.Watcher watcher) {
        AnswerProgress progress = new AnswerProgress(watcher);
        StandAloneQuestion standAlone = progress.time(AnswerEvent.Stage.REWRITE, () -> standAlone(question));
        WritingTask task =
                progress.time(AnswerEvent.Stage.RETRIEVE, () -> retrieve(standAlone.text(), question.filters()));
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
        return author.rewriter().rewrite(question.question(), question.earlier());
    }

    private WritingTask retrieve(String question, SearchFilters filters) {
        List<Query> parts = new ArrayList<>();
        for (String part : SubQuestions.of(question)) {
            parts.add(new Query(part, filters));
        }
        List<Ranking> rankings =
                retriever.retrieve(parts, part -> AnswerShape.of(part.text()).depth());
        LocalDate today = filters.lastDay(LocalDate.now(ZoneOffset.UTC));
        return new WritingTask(question, rankings, Ranking.joined(rankings), today);
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
