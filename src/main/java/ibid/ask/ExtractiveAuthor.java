package ibid.ask;

import ibid.answer.Citation;
import ibid.answer.Draft;
import ibid.answer.DraftSentence;
import ibid.answer.Writer;
import ibid.answer.WritingTask;
import ibid.search.Ranking;
import ibid.search.rewrite.QueryRewriter;
import ibid.search.rewrite.RuleQueryRewriter;
import ibid.suggest.SuggestedQuestions;
import ibid.verify.Verifier;
import java.util.List;
import java.util.Optional;

/** Answers with the articles' own sentences. Threads may share it. */
public final class ExtractiveAuthor implements Author {

    private static final int MAX_NEAREST_PASSAGES = 3;
    private static final int MAX_SUGGESTIONS = 2;
    private static final int MAX_OFFERED = 3; // to somebody who has not asked anything yet

    private final Writer<Draft.Extracted> writer;
    private final Verifier verifier;
    private final SuggestedQuestions suggestions;
    private final QueryRewriter rewriter = new RuleQueryRewriter();

    public ExtractiveAuthor(Writer<Draft.Extracted> writer, Verifier verifier, SuggestedQuestions suggestions) {
        this.writer = writer;
        this.verifier = verifier;
        this.suggestions = suggestions;
    }

    @Override
    public boolean isComputedHere() {
        return true;
    }

    @Override
    public Author quoting() {
        return this;
    }

    @Override
    public QueryRewriter rewriter() {
        return rewriter;
    }

    /** With questions that can be answered. */
    @Override
    public CreditedAnswer reply(String text) {
        List<String> offered = suggestions.offered(MAX_OFFERED);
        Answer reply =
                new Answer.Abstained(Answer.Reason.NOT_A_QUESTION, text, Optional.empty(), List.of(), offered, 0);
        return new CreditedAnswer(reply, WriterCredit.extractive());
    }

    @Override
    public CreditedAnswer answer(WritingTask task, AnswerProgress progress) {
        Draft.Extracted draft = progress.time(AnswerEvent.Stage.WRITE, () -> draft(task));
        return answer(draft, task, progress);
    }

    public Draft.Extracted draft(WritingTask task) {
        return writer.write(task, Writer.Listener.SILENT);
    }

    @Override
    public CreditedAnswer answer(Draft.Extracted draft, WritingTask task, AnswerProgress progress) {
        Answer answer = progress.time(AnswerEvent.Stage.VERIFY, () -> checked(draft, task.together(), progress));
        return new CreditedAnswer(answer, WriterCredit.extractive());
    }

    private Answer checked(Draft.Extracted draft, Ranking ranking, AnswerEvent.Watcher watcher) {
        return switch (draft) {
            case Draft.Nothing nothing -> abstained(nothing, ranking);
            case Draft.Written written -> checked(written, ranking, watcher);
        };
    }

    private Answer checked(Draft.Written draft, Ranking ranking, AnswerEvent.Watcher watcher) {
        AnswerComposer composer =
                new AnswerComposer(draft.shape(), ranking.query().text());
        boolean isShortShown = false;
        for (DraftSentence sentence : draft.sentences()) {
            Optional<AnswerEvent> shown = composer.add(sentence, verifier.check(sentence));
            Optional<Answer.ShortAnswer> shortAnswer = composer.shortAnswer(draft.shortAnswer());
            if (shortAnswer.isPresent() && !isShortShown) {
                watcher.on(new AnswerEvent.Short(shortAnswer.get()));
                isShortShown = true;
            }
            shown.ifPresent(watcher::on);
        }
        return composer.isEmpty() ? notSupported(draft, ranking) : composer.answer(draft);
    }

    private Answer notSupported(Draft.Written draft, Ranking ranking) {
        Optional<Citation> closest = draft.closest();
        return abstained(Answer.Reason.NOT_SUPPORTED, new Draft.Nothing(Draft.NO_ANSWER, closest, 0), ranking);
    }

    private Answer abstained(Draft.Nothing nothing, Ranking ranking) {
        Answer.Reason reason = ranking.hits().isEmpty() ? Answer.Reason.NOTHING_RETRIEVED : Answer.Reason.NOT_ANSWERED;
        return abstained(reason, nothing, ranking);
    }

    /** A refusal with the nearest passages and questions that can be answered. */
    public Answer abstained(Answer.Reason reason, Draft.Nothing nothing, Ranking ranking) {
        return new Answer.Abstained(
                reason,
                nothing.missing(),
                nothing.closest().map(NearestPassage::of),
                NearestPassage.of(ranking, MAX_NEAREST_PASSAGES),
                suggestions.nearest(ranking, MAX_SUGGESTIONS),
                nothing.confidence());
    }
}
