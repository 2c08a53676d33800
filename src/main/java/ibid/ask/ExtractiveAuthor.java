package ibid.ask;

import ibid.answer.Draft;
import ibid.answer.DraftSentence;
import ibid.answer.Writer;
import ibid.answer.WritingTask;
import ibid.search.Ranking;
import ibid.search.rewrite.QueryRewriter;
import ibid.search.rewrite.RuleQueryRewriter;
import ibid.suggest.SuggestedQuestions;
import ibid.verify.Verifier;
import java.util.Optional;

/** Answers with the articles' own sentences. Threads may share it. */
public final class ExtractiveAuthor implements Author {

    private static final int MAX_NEAREST_PASSAGES = 3;
    private static final int MAX_SUGGESTIONS = 2;

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
    public QueryRewriter rewriter() {
        return rewriter;
    }

    @Override
    public CreditedAnswer answer(WritingTask task, AnswerProgress progress) {
        Draft.Extracted draft = progress.time(AnswerEvent.Stage.WRITE, () -> draft(task));
        return answer(draft, task, progress);
    }

    public Draft.Extracted draft(WritingTask task) {
        return writer.write(task, Writer.Listener.SILENT);
    }

    /** Checks a draft and makes the answer from it. */
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
        AnswerComposer composer = new AnswerComposer(draft.shape());
        boolean isShortShown = false;
        for (DraftSentence sentence : draft.sentences()) {
            Optional<AnswerEvent> shown = composer.add(sentence, verifier.check(sentence));
            Optional<Answer.ShortAnswer> shortAnswer = composer.shortAnswer(draft);
            if (shortAnswer.isPresent() && !isShortShown) {
                watcher.on(new AnswerEvent.Short(shortAnswer.get()));
                isShortShown = true;
            }
            shown.ifPresent(watcher::on);
        }
        return composer.isEmpty() ? notSupported(ranking) : composer.answer(draft);
    }

    private Answer notSupported(Ranking ranking) {
        String missing = "No sentence found is supported by its article.";
        return abstained(Answer.Reason.NOT_SUPPORTED, missing, ranking, 0);
    }

    private Answer abstained(Draft.Nothing nothing, Ranking ranking) {
        Answer.Reason reason = ranking.hits().isEmpty() ? Answer.Reason.NOTHING_RETRIEVED : Answer.Reason.NOT_ANSWERED;
        return abstained(reason, nothing.missing(), ranking, nothing.confidence());
    }

    /** A refusal with the nearest passages and questions that can be answered. */
    public Answer abstained(Answer.Reason reason, String missing, Ranking ranking, double confidence) {
        return new Answer.Abstained(
                reason,
                missing,
                NearestPassage.of(ranking, MAX_NEAREST_PASSAGES),
                suggestions.nearest(ranking, MAX_SUGGESTIONS),
                confidence);
    }
}
