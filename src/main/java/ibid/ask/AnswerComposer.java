package ibid.ask;

import ibid.answer.AnswerShape;
import ibid.answer.Citation;
import ibid.answer.Draft;
import ibid.answer.DraftSentence;
import ibid.language.Span;
import ibid.verify.Support;
import ibid.verify.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Sets checked sentences one after another and numbers their footnotes: from 1, in the order of first use, without
 * gaps, one number for the same words of the same article. A citation that supports nothing is left out, a sentence
 * without any other too. Not shared.
 */
public final class AnswerComposer {

    private final AnswerShape shape;
    private final StringBuilder text = new StringBuilder();
    private final List<AnswerSentence> sentences = new ArrayList<>();
    private final List<Footnote> footnotes = new ArrayList<>();

    public AnswerComposer(AnswerShape shape) {
        this.shape = shape;
    }

    public boolean isEmpty() {
        return sentences.isEmpty();
    }

    public Answer.Cited answer(String missing, List<Draft.Clash> clashes, double confidence) {
        List<Answer.Disagreement> disagreements = clashes.stream()
                .map(clash -> new Answer.Disagreement(clash.about(), numbers(clash)))
                .filter(one -> one.footnotes().size() > 1)
                .toList();
        return new Answer.Cited(text.toString(), sentences, footnotes, missing, shape, disagreements, confidence);
    }

    private List<Integer> numbers(Draft.Clash clash) {
        return clash.citations().stream()
                .flatMap(citation -> shown(citation).stream())
                .map(Footnote::number)
                .distinct()
                .toList();
    }

    private Optional<Footnote> shown(Citation citation) {
        return footnotes.stream()
                .filter(footnote ->
                        footnote.article().id().equals(citation.hit().article().id())
                                && footnote.quote().place().equals(citation.quote()))
                .findFirst();
    }

    /** Whether words of that article that hold these are cited already. */
    public boolean cites(Citation citation) {
        return footnotes.stream()
                .anyMatch(footnote ->
                        footnote.article().id().equals(citation.hit().article().id())
                                && footnote.quote().place().contains(citation.quote()));
    }

    public boolean says(String text) {
        return sentences.stream().anyMatch(sentence -> sentence.text().equals(text));
    }

    /** @param verdicts one for each of the sentence's citations */
    public Optional<AnswerEvent> add(DraftSentence draft, List<Verdict> verdicts) {
        Support best =
                verdicts.stream().map(Verdict::support).min(Support::compareTo).orElse(Support.NONE);
        if (best == Support.NONE || says(draft.text())) return Optional.empty();
        List<Footnote> used = new ArrayList<>();
        for (int i = 0; i < verdicts.size(); i++) {
            Support support = verdicts.get(i).support();
            boolean needed =
                    used.isEmpty() && support == best; // one must bear the sentence; any other must bear it out whole
            if (needed || support == Support.FULL)
                used.add(footnote(draft.citations().get(i), verdicts.get(i)));
        }
        if (!text.isEmpty()) text.append(shape == AnswerShape.PROSE ? ' ' : '\n');
        if (!draft.label().isEmpty()) text.append(draft.label()).append(": ");
        int start = text.codePointCount(0, text.length());
        text.append(draft.text());
        Span place = new Span(start, text.codePointCount(0, text.length()));
        text.append(' ');
        List<Integer> numbers = used.stream().map(Footnote::number).distinct().toList();
        numbers.forEach(number -> text.append('[').append(number).append(']'));
        AnswerSentence sentence = new AnswerSentence(draft.text(), place, numbers, best, draft.label(), draft.answer());
        sentences.add(sentence);
        return Optional.of(new AnswerEvent.Shown(sentence, used));
    }

    private Footnote footnote(Citation citation, Verdict verdict) {
        Optional<Footnote> shown = shown(citation);
        if (shown.isPresent()) return shown.get();
        Footnote footnote = new Footnote(
                footnotes.size() + 1,
                SourceArticle.of(citation.hit()),
                citation.hit().passage().id(),
                QuoteSelector.of(citation),
                verdict,
                citation.hit().article().notesIn(citation.quote()));
        footnotes.add(footnote);
        return footnote;
    }
}
