package ibid.ask.llm;

import ibid.answer.AnswerShape;
import ibid.answer.Citation;
import ibid.answer.Draft;
import ibid.answer.DraftSentence;
import ibid.answer.Writer;
import ibid.answer.WritingTask;
import ibid.answer.extract.Attribution;
import ibid.answer.extract.ExtractiveWriter;
import ibid.answer.llm.LlmWriter;
import ibid.ask.Answer;
import ibid.ask.AnswerComposer;
import ibid.ask.AnswerEvent;
import ibid.ask.AnsweredQuestion;
import ibid.ask.Author;
import ibid.ask.ExtractiveAuthor;
import ibid.ask.SuggestedQuestions;
import ibid.ask.WriterCredit;
import ibid.model.Completion.Usage;
import ibid.model.Llm;
import ibid.model.Prompt;
import ibid.search.Hit;
import ibid.search.IndexTerms;
import ibid.search.SearchFilters;
import ibid.verify.EvidenceFinder;
import ibid.verify.EvidenceFinder.Footed;
import ibid.verify.Verifier;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Answers with what a language model writes, each sentence mended and checked before it is shown. The model may answer, in part or not at all; the
 * checks only take away. Where the model fails, what has been shown stays, or the articles are quoted. Threads may share it.
 */
public final class LlmAuthor implements Author {

    /** Below this the extractive writer holds that nothing found answers with such confidence that the model is not asked. */
    private static final double HOPELESS = 0.1;

    private static final Pattern MARK =
            Pattern.compile("\\[(\\d+)]"); // only ours may stand in an answer: code has them too

    private final ExtractiveAuthor quoted;
    private final Verifier verifier;
    private final EvidenceFinder footing;
    private final LanguageModel model;
    private final LlmQueryRewriter rewriting;
    private final Clock today;
    private final AnswerCache remembered = new AnswerCache();

    /**
     * A language model with what it is asked.
     *
     * @param label as answers name it
     * @param quick the same model, less patiently, for what is short
     */
    public record LanguageModel(String label, LlmWriter writing, Llm quick, Prompts prompts) {

        /**
         * With the prompts of the folder, each compared with its inputs.
         *
         * @param schema whether it can be held to a JSON schema
         * @param room   tokens that prompt and passages may have together
         */
        public static LanguageModel of(String label, Llm patient, Llm quick, boolean schema, int room) {
            Prompt prose = Prompt.named("answer", "today", "question", "passages"),
                    objects = Prompt.named("answer-objects", "today", "question", "passages");
            Prompts prompts = new Prompts(
                    Prompt.named("rewrite-question", "conversation", "question"),
                    Prompt.named("mend-sentence", "sentence", "reason", "passage"),
                    Prompt.named("name-disagreement", "question", "quotes"));
            return new LanguageModel(
                    label,
                    new LlmWriter(patient, prose, schema ? Optional.of(objects) : Optional.empty(), room),
                    quick,
                    prompts);
        }
    }

    /**
     * What the model is asked beside the answer.
     *
     * @param rewrite  takes conversation, question
     * @param mend     takes sentence, reason, passage
     * @param disagree takes question, quotes
     */
    public record Prompts(Prompt rewrite, Prompt mend, Prompt disagree) {}

    public LlmAuthor(
            ExtractiveWriter writer,
            Verifier verifier,
            SuggestedQuestions suggestions,
            LanguageModel model,
            Clock today) {
        this.quoted = new ExtractiveAuthor(writer, verifier, suggestions);
        this.verifier = verifier;
        this.footing = new EvidenceFinder(verifier);
        this.model = model;
        this.rewriting = new LlmQueryRewriter(model.quick(), model.prompts().rewrite());
        this.today = today;
    }

    public LlmQueryRewriter rewriting() {
        return rewriting;
    }

    @Override
    public Authored answer(Found found, AnsweredQuestion.Clock clock, AnswerEvent.Watcher watcher) {
        LocalDate day = day(found.filters());
        AnswerCache.Key key = new AnswerCache.Key(
                found.query(),
                found.filters(),
                found.together().generation(),
                model.writing().version(),
                day);
        Optional<Authored> before = remembered.replay(key, watcher);
        if (before.isPresent()) return before.get();
        Draft.Extracted draft = clock.within(AnswerEvent.Stage.WRITE, () -> quoted.draft(found));
        if (draft instanceof Draft.Nothing nothing
                && (found.together().hits().isEmpty() || nothing.confidence() < HOPELESS))
            return quoted.answer(draft, found, clock, watcher);
        List<AnswerEvent.Shown> shown = new ArrayList<>();
        Telling telling = new Telling(found, clock, event -> {
            if (event instanceof AnswerEvent.Shown one) shown.add(one);
            watcher.on(event);
        });
        Draft.Generated outcome = clock.time(
                AnswerEvent.Stage.WRITE,
                () -> model.writing()
                        .write(new WritingTask(found.query(), found.rankings(), found.together(), day), telling));
        Authored authored = authored(draft, outcome, telling, found, clock, watcher);
        if (outcome.failure().isEmpty()) remembered.keep(key, authored, shown);
        return authored;
    }

    /** The day as of which the question is asked. */
    private LocalDate day(SearchFilters filters) {
        LocalDate now = LocalDate.now(today);
        return filters.to().isBefore(now) ? filters.to() : now;
    }

    private Authored authored(
            Draft.Extracted draft,
            Draft.Generated outcome,
            Telling telling,
            Found found,
            AnsweredQuestion.Clock clock,
            AnswerEvent.Watcher watcher) {
        Usage spent = outcome.usage().plus(telling.usage());
        if (!telling.composition.isEmpty()) {
            List<Draft.Clash> clashes = clock.time(
                    AnswerEvent.Stage.VERIFY,
                    () -> draft instanceof Draft.Written written
                            ? telling.otherSides(written, found.query())
                            : List.of());
            double confidence = draft.confidence();
            String missing = outcome.failure().isPresent()
                    ? "The articles may say more: the answer was not ended."
                    : missing(outcome.missing(), found.query());
            String note = outcome.failure()
                    .map(failed -> "The language model " + failed.failure().said()
                            + "; what it had written until then was checked and is shown.")
                    .orElse("");
            return new Authored(
                    telling.composition.answer(missing, clashes, confidence),
                    new WriterCredit(model.label(), outcome.promptVersion(), note, spent.plus(telling.naming.usage())));
        }
        if (outcome.declined())
            return new Authored(
                    quoted.abstained(
                            Answer.Reason.NOT_ANSWERED, "The articles do not answer this.", found.together(), 0),
                    new WriterCredit(model.label(), outcome.promptVersion(), "", spent));
        String why = outcome.failure()
                .map(failed -> "The language model " + failed.failure().said())
                .orElse("What the language model wrote is not borne out by the articles");
        Authored instead = quoted.answer(draft, found, clock, watcher);
        return new Authored(
                instead.answer(),
                new WriterCredit(
                        WriterCredit.EXTRACTIVE,
                        outcome.promptVersion(),
                        why + "; these are the articles' own sentences.",
                        spent));
    }

    /** What a model says is missing is not checked against anything, so it is repeated only where it has no words but the question's. */
    private static String missing(String said, String question) {
        if (said.isEmpty() || said.matches("(?i)\\W*(none|nothing|n/?a|no)\\W*")) return "";
        Set<String> asked = new HashSet<>(IndexTerms.of(question));
        return asked.containsAll(IndexTerms.of(said))
                ? "The articles do not say: " + said.replaceAll("[.\\s]+$", "") + "."
                : "The articles do not answer the whole question.";
    }

    /** Hears the model, mends and checks each sentence, and shows what stands. */
    private final class Telling implements Writer.Listener {

        private final AnswerComposer composition = new AnswerComposer(AnswerShape.PROSE);
        /** The article's sentences put in the place of false ones, until one of the model's own holds: else the quoting writer picks better ones. */
        private final List<Footed> waiting = new ArrayList<>();

        private final SentenceRepair mending;
        private final DisagreementNaming naming =
                new DisagreementNaming(model.quick(), model.prompts().disagree());
        private final AnsweredQuestion.Clock clock;
        private final AnswerEvent.Watcher watcher;

        Telling(Found found, AnsweredQuestion.Clock clock, AnswerEvent.Watcher watcher) {
            this.mending = new SentenceRepair(
                    footing,
                    verifier,
                    model.quick(),
                    model.prompts().mend(),
                    found.together().hits());
            this.clock = clock;
            this.watcher = watcher;
        }

        @Override
        public void piece(String text) {
            watcher.on(new AnswerEvent.Provisional(text));
        }

        @Override
        public void sentence(String text, List<Hit> passages) {
            clock.within(AnswerEvent.Stage.VERIFY, () -> mending.fit(text, passages))
                    .ifPresent(fitted -> {
                        waiting.add(fitted.footed());
                        if (!fitted.written() && composition.isEmpty()) return;
                        waiting.forEach(this::show);
                        waiting.clear();
                    });
        }

        private void show(Footed footed) {
            DraftSentence sentence = footed.sentence();
            Citation first = sentence.citations().getFirst();
            String text = MARK.matcher(
                            Attribution.attributed(first.hit().article().imprint(), sentence.text(), first.words()))
                    .replaceAll("($1)");
            if (!composition.says(text))
                composition
                        .add(new DraftSentence(text, sentence.citations()), footed.verdicts())
                        .ifPresent(watcher::on);
        }

        /** Where articles contradict each other and the model told one side, the other is quoted after it. */
        List<Draft.Clash> otherSides(Draft.Written quotes, String question) {
            List<Draft.Clash> told = new ArrayList<>();
            for (Draft.Clash clash : quotes.clashes()) {
                if (clash.citations().stream().noneMatch(composition::cites)) continue;
                told.add(clash);
                for (Citation side : clash.citations())
                    if (!composition.cites(side))
                        sentence(quotes, side)
                                .ifPresent(sentence -> composition
                                        .add(sentence, verifier.check(sentence))
                                        .ifPresent(watcher::on));
            }
            return naming.named(told, question);
        }

        private static Optional<DraftSentence> sentence(Draft.Written quotes, Citation side) {
            return quotes.sentences().stream()
                    .filter(sentence -> sentence.citations().contains(side))
                    .findFirst();
        }

        Usage usage() {
            return mending.usage();
        }
    }
}
