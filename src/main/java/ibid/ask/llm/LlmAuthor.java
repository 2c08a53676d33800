package ibid.ask.llm;

import ibid.answer.Draft;
import ibid.answer.WritingTask;
import ibid.ask.Answer;
import ibid.ask.AnswerEvent;
import ibid.ask.AnswerProgress;
import ibid.ask.Author;
import ibid.ask.CreditedAnswer;
import ibid.ask.ExtractiveAuthor;
import ibid.ask.WriterCredit;
import ibid.model.Completion;
import ibid.search.IndexTerms;
import ibid.search.grammar.SentenceEnd;
import ibid.search.rewrite.QueryRewriter;
import ibid.verify.Verifier;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Answers with a language model's sentences; each is repaired and checked before it is shown. If the model fails, the
 * sentences shown so far remain; if there are none, the articles are quoted. Threads may share it.
 */
public final class LlmAuthor implements Author {

    /**
     * Minimum confidence of the extractive writer. Below it the passages do not answer and the model is not called. Of
     * the project's questions, 5 % of those that can be answered fall below it, and 21 % of those that cannot.
     */
    private static final double MIN_CONFIDENCE = 0.16;

    /** What models write if nothing is missing. */
    private static final Set<String> NOTHING_MISSING = Set.of("none", "nothing", "na", "no");

    private final ExtractiveAuthor extractive;
    private final Verifier verifier;
    private final PromptedModel model;
    private final QueryRewriter rewriter;
    private final AnswerCache cache = new AnswerCache();

    /** @param extractive answers if the model fails */
    public LlmAuthor(ExtractiveAuthor extractive, Verifier verifier, PromptedModel model) {
        this.extractive = extractive;
        this.verifier = verifier;
        this.model = model;
        this.rewriter = new LlmQueryRewriter(model.shortReplyLlm(), model.rewrite());
    }

    @Override
    public boolean isComputedHere() {
        return false;
    }

    @Override
    public Author quoting() {
        return extractive;
    }

    @Override
    public QueryRewriter rewriter() {
        return rewriter;
    }

    @Override
    public CreditedAnswer reply(String text) {
        return extractive.reply(text);
    }

    @Override
    public CreditedAnswer answer(WritingTask task, AnswerProgress progress) {
        AnswerCache.Key key = AnswerCache.Key.of(task, model.writer().version());
        Optional<CreditedAnswer> cached = cache.replay(key, progress);
        if (cached.isPresent()) {
            return cached.get();
        }
        Draft.Extracted quotes = progress.timeSilently(AnswerEvent.Stage.WRITE, () -> extractive.draft(task));
        if (isUnanswerable(quotes, task)) {
            return extractive.answer(quotes, task, progress);
        }
        if (model.isLocal()) {
            progress.timeSilently(AnswerEvent.Stage.WRITE, model.writer()::warmUp);
        }
        VerifyingListener listener = new VerifyingListener(model, verifier, task, progress);
        Draft.Generated draft =
                progress.time(AnswerEvent.Stage.WRITE, () -> model.writer().write(task, listener));
        CreditedAnswer answer = answer(draft, quotes, listener, task, progress);
        if (draft.failure().isEmpty()) {
            cache.put(key, answer);
        }
        return answer;
    }

    @Override
    public CreditedAnswer answer(Draft.Extracted draft, WritingTask task, AnswerProgress progress) {
        return extractive.answer(draft, task, progress);
    }

    private static boolean isUnanswerable(Draft.Extracted quotes, WritingTask task) {
        if (quotes instanceof Draft.Written) {
            return false;
        }
        return task.together().hits().isEmpty() || quotes.confidence() < MIN_CONFIDENCE;
    }

    private CreditedAnswer answer(
            Draft.Generated draft,
            Draft.Extracted quotes,
            VerifyingListener listener,
            WritingTask task,
            AnswerProgress progress) {
        if (!listener.isEmpty()) {
            listener.takeYesOrNo(quotes, task.question());
            List<Draft.Clash> clashes =
                    progress.time(AnswerEvent.Stage.VERIFY, () -> listener.showOtherSides(quotes, task.question()));
            return written(draft, quotes.confidence(), clashes, listener, task.question());
        }
        Completion.Usage usage = draft.usage().plus(listener.usage());
        if (draft.declined()) {
            return declined(draft, usage, quotes, task);
        }
        Answer quoted = extractive.answer(quotes, task, progress).answer();
        return quoted(quoted, draft, usage);
    }

    /** The answer from the model's sentences that the articles support. */
    private CreditedAnswer written(
            Draft.Generated draft,
            double confidence,
            List<Draft.Clash> clashes,
            VerifyingListener listener,
            String question) {
        String note = note(draft.failure().map(LlmAuthor::unfinishedNote).orElse(""), draft);
        Completion.Usage usage = draft.usage().plus(listener.usage());
        return new CreditedAnswer(
                listener.answer(missing(draft, question), clashes, confidence),
                new WriterCredit(model.label(), draft.promptVersion(), note, usage));
    }

    private static String missing(Draft.Generated draft, String question) {
        return draft.failure().isPresent()
                ? "The articles may say more: the answer was not finished."
                : missing(draft.missing(), question);
    }

    private static String unfinishedNote(Completion.Failed failed) {
        return "The language model " + failed.failure().description()
                + "; what it had written until then was checked and is shown.";
    }

    private static String note(String note, Draft.Generated draft) {
        return (note + " " + draft.leftOut()).strip();
    }

    private CreditedAnswer declined(
            Draft.Generated draft, Completion.Usage usage, Draft.Extracted quotes, WritingTask task) {
        Draft.Nothing nothing = new Draft.Nothing(Draft.NO_ANSWER, quotes.closest(), 0);
        Answer abstained = extractive.abstained(Answer.Reason.NOT_ANSWERED, nothing, task.together());
        return new CreditedAnswer(
                abstained, new WriterCredit(model.label(), draft.promptVersion(), draft.leftOut(), usage));
    }

    /** The articles' own sentences, because the model failed or nothing it wrote is supported. */
    private static CreditedAnswer quoted(Answer quotes, Draft.Generated draft, Completion.Usage usage) {
        String reason = draft.failure()
                .map(failed -> "The language model " + failed.failure().description())
                .orElse("What the language model wrote is not supported by the articles");
        String note = note(reason + "; these are the articles' own sentences.", draft);
        WriterCredit credit = new WriterCredit(WriterCredit.EXTRACTIVE, draft.promptVersion(), note, usage);
        return new CreditedAnswer(quotes, credit);
    }

    /** What a model says is missing cannot be checked, so it is shown only if all its words are from the question. */
    private static String missing(String missing, String question) {
        if (missing.isEmpty() || NOTHING_MISSING.contains(lettersOf(missing))) {
            return "";
        }
        Set<String> asked = new HashSet<>(IndexTerms.of(question));
        if (!asked.containsAll(IndexTerms.of(missing))) {
            return "The articles do not answer the whole question.";
        }
        return "The articles do not say: " + SentenceEnd.removedFrom(missing) + ".";
    }

    private static String lettersOf(String text) {
        StringBuilder letters = new StringBuilder();
        text.toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .forEach(letters::appendCodePoint);
        return letters.toString();
    }
}
