package ibid.ask.llm;

import ibid.answer.AnswerShape;
import ibid.answer.Citation;
import ibid.answer.Draft;
import ibid.answer.DraftSentence;
import ibid.answer.Writer;
import ibid.answer.WritingTask;
import ibid.answer.extract.Attribution;
import ibid.answer.extract.ShortAnswerText;
import ibid.answer.question.AnswerType;
import ibid.answer.validity.WithdrawnValue;
import ibid.ask.Answer;
import ibid.ask.AnswerComposer;
import ibid.ask.AnswerEvent;
import ibid.ask.AnswerProgress;
import ibid.model.Completion;
import ibid.search.Hit;
import ibid.verify.EvidenceFinder.CheckedSentence;
import ibid.verify.Verdict;
import ibid.verify.Verifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringTokenizer;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Repairs and checks each sentence while a language model writes, and shows the supported ones. One instance per
 * answer, on one thread.
 */
final class VerifyingListener implements Writer.Listener {

    /** Text that looks like a footnote number. Code contains it too, but an answer may contain only our own numbers. */
    private static final Pattern NUMBER_IN_BRACKETS = Pattern.compile("\\[(\\d+)]");

    private static final Logger LOG = LoggerFactory.getLogger(VerifyingListener.class);
    private static final int MIN_CLAIM_WORDS = 4; // fewer words state nothing that can be checked

    private final AnswerComposer composer;

    /**
     * Articles' sentences that replace false ones. They are held back until a sentence of the model is supported; if
     * none is, the extractive writer selects better ones.
     */
    private final List<CheckedSentence> pending = new ArrayList<>();

    private final Verifier verifier;
    private final SentenceRepair repair;
    private final RelevanceGate relevance;
    private final FragmentCompletion completion;
    private final DisagreementNamer namer;
    private final AnswerMarker marker;
    private final AnswerProgress progress;
    private final List<DraftSentence> shown = new ArrayList<>();
    private Optional<Draft.Short> shortAnswer = Optional.empty();
    private int written;

    VerifyingListener(PromptedModel model, Verifier verifier, WritingTask task, AnswerProgress progress) {
        List<Hit> hits = task.together().hits();
        this.composer = new AnswerComposer(AnswerShape.PROSE, task.question());
        this.verifier = verifier;
        boolean mayRewrite = !model.writer().isSlow();
        this.repair = new SentenceRepair(verifier, model.shortReplyLlm(), model.repair(), task, mayRewrite);
        this.relevance = new RelevanceGate(task);
        this.completion = new FragmentCompletion(task.question(), hits);
        this.namer = new DisagreementNamer(model.shortReplyLlm(), model.disagreement());
        this.marker = new AnswerMarker(task.question(), hits);
        this.progress = progress;
    }

    /** Whether nothing has been shown. */
    boolean isEmpty() {
        return composer.isEmpty();
    }

    /** Tokens of the model calls besides the answer. */
    Completion.Usage usage() {
        return repair.usage().plus(namer.usage());
    }

    Answer answer(String missing, List<Draft.Clash> clashes, double confidence) {
        LOG.info("the language model wrote {} sentences; the answer has {}", written, shown.size());
        return composer.answer(shortAnswer, missing, clashes, confidence);
    }

    /**
     * Takes the quoting writer's short answer to a question that asks for yes or no, if the first written sentence
     * rests on the same words.
     */
    void takeYesOrNo(Draft.Extracted quotes, String question) {
        boolean isOpen = shortAnswer.isEmpty() && !shown.isEmpty() && AnswerType.of(question) == AnswerType.YES_NO;
        if (!isOpen || !(quotes instanceof Draft.Written draft)) {
            return;
        }
        List<Citation> own = shown.getFirst().citations();
        shortAnswer = draft.shortAnswer()
                .filter(brief -> brief.citations().stream().anyMatch(cited -> isWithinOne(cited, own)))
                .map(brief -> new Draft.Short(brief.text(), own, brief.corrected()));
        announceShort();
    }

    private static boolean isWithinOne(Citation cited, List<Citation> own) {
        return own.stream()
                .anyMatch(one ->
                        one.hit().article().id().equals(cited.hit().article().id())
                                && one.quote().contains(cited.quote()));
    }

    private void announceShort() {
        composer.shortAnswer(shortAnswer).map(AnswerEvent.Short::new).ifPresent(progress::on);
    }

    @Override
    public void piece(String text) {
        progress.on(new AnswerEvent.Provisional(text));
    }

    @Override
    public void sentence(String text, List<Hit> passages) {
        written++;
        Optional<DraftSentence> completed = completion.complete(text, passages);
        if (completed.isPresent()) {
            show(
                    completed.get(),
                    progress.timeSilently(AnswerEvent.Stage.VERIFY, () -> verifier.check(completed.get())));
            return;
        }
        if (new StringTokenizer(text).countTokens() >= MIN_CLAIM_WORDS) {
            progress.timeSilently(AnswerEvent.Stage.VERIFY, () -> repair.repaired(text, passages))
                    .ifPresent(this::accept);
        }
    }

    private void accept(SentenceRepair.Repaired repaired) {
        DraftSentence sentence = repaired.checked().sentence();
        if (!relevance.admits(sentence)
                || sentence.citations().stream().anyMatch(citation -> states(citation, sentence.text()))) {
            return;
        }
        pending.add(repaired.checked());
        if (!repaired.byModel() && composer.isEmpty()) {
            return;
        }
        pending.forEach(this::show);
        pending.clear();
    }

    /** Whether the sentence states as true what a correction of the cited article withdraws. */
    private static boolean states(Citation citation, String text) {
        return WithdrawnValue.statedIn(citation.hit(), text).isPresent();
    }

    private void show(CheckedSentence checked) {
        DraftSentence sentence = checked.sentence();
        Citation first = sentence.citations().getFirst();
        String attributed = Attribution.attributed(first.hit().article().imprint(), sentence.text(), first.words());
        String text = NUMBER_IN_BRACKETS.matcher(attributed).replaceAll("($1)");
        if (!composer.contains(text)) {
            show(new DraftSentence(text, sentence.citations()), checked.verdicts());
        }
    }

    private void show(DraftSentence unmarked, List<Verdict> verdicts) {
        DraftSentence sentence = marker.mark(unmarked);
        Optional<AnswerEvent> event = composer.add(sentence, verdicts);
        if (event.isEmpty()) {
            return;
        }
        shown.add(sentence);
        if (shown.size() == 1) {
            shortAnswer = ShortAnswerText.of(shown);
            announceShort();
        }
        progress.on(event.get());
    }

    /** If articles contradict each other and the model gave one side, quotes the other side after it. */
    List<Draft.Clash> showOtherSides(Draft.Extracted quotes, String question) {
        if (!(quotes instanceof Draft.Written written)) {
            return List.of();
        }
        List<Draft.Clash> shown = new ArrayList<>();
        for (Draft.Clash clash : written.clashes()) {
            if (clash.citations().stream().anyMatch(composer::cites)) {
                shown.add(clash);
                showSides(written, clash);
            }
        }
        return namer.name(shown, question);
    }

    private void showSides(Draft.Written quotes, Draft.Clash clash) {
        for (Citation side : clash.citations()) {
            if (!composer.cites(side)) {
                showQuote(quotes, side);
            }
        }
    }

    private void showQuote(Draft.Written quotes, Citation side) {
        for (DraftSentence sentence : quotes.sentences()) {
            if (!sentence.citations().contains(side)) {
                continue;
            }
            show(sentence, verifier.check(sentence));
            return;
        }
    }
}
