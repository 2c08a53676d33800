package ibid.ask;

import ibid.answer.AnswerShape;
import ibid.answer.Citation;
import ibid.answer.Draft;
import ibid.answer.DraftSentence;
import ibid.article.ArticleId;
import ibid.language.Span;
import ibid.language.injection.ContactDetail;
import ibid.language.injection.Suspicion;
import ibid.verify.Support;
import ibid.verify.Verdict;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Joins checked sentences to an answer and numbers their footnotes: from 1, in the order of first use, without gaps,
 * one number for the same words of the same article. A citation that supports nothing is left out, and so is a sentence
 * without another citation, or one that addresses the reader or a machine. Not thread-safe.
 */
public final class AnswerComposer {

    private final AnswerShape shape;
    private final String question;
    private final StringBuilder text = new StringBuilder();
    private final List<AnswerSentence> sentences = new ArrayList<>();
    private final List<Footnote> footnotes = new ArrayList<>();
    private final SupersededValues superseded = new SupersededValues();
    private final Map<Citation, Boolean> supporting = new HashMap<>(); // whether each supports the first that cites it

    /** @param question decides which addresses and numbers may be shown */
    public AnswerComposer(AnswerShape shape, String question) {
        this.shape = shape;
        this.question = question;
    }

    public boolean isEmpty() {
        return sentences.isEmpty();
    }

    /** The answer whose sentences are all added. */
    public Answer.Cited answer(Draft.Written draft) {
        return answer(
                shortAnswer(draft.shortAnswer()),
                draft.missing(),
                draft.clashes(),
                draft.replacements(),
                draft.confidence(),
                draft.sides());
    }

    /** The same of sentences that were written one by one. */
    public Answer.Cited answer(
            Optional<Draft.Short> shortAnswer, String missing, List<Draft.Clash> clashes, double confidence) {
        return answer(shortAnswer(shortAnswer), missing, clashes, List.of(), confidence, List.of());
    }

    private Answer.Cited answer(
            Optional<Answer.ShortAnswer> shortAnswer,
            String missing,
            List<Draft.Clash> clashes,
            List<Draft.Replacement> replacements,
            double confidence,
            List<String> sides) {
        List<Answer.Disagreement> disagreements = new ArrayList<>();
        for (Draft.Clash clash : clashes) {
            ClashNumbering.number(clash, this::footnoteOf).ifPresent(disagreements::add);
        }
        return new Answer.Cited(
                shortAnswer,
                text.toString(),
                sentences,
                superseded.mark(footnotes, replacements),
                missing,
                new Answer.Form(shape, Answer.Side.of(sides, sentences)),
                disagreements,
                confidence);
    }

    /** The short answer with the footnotes that the sentences added so far have; empty where they have none. */
    public Optional<Answer.ShortAnswer> shortAnswer(Optional<Draft.Short> draft) {
        if (draft.isEmpty()) {
            return Optional.empty();
        }
        List<Footnote> cited = new ArrayList<>();
        for (Citation citation : draft.get().citations()) {
            if (supporting.getOrDefault(citation, true)) {
                footnoteOf(citation).ifPresent(cited::add);
            }
        }
        return cited.isEmpty() ? Optional.empty() : Optional.of(shortAnswer(draft.get(), cited));
    }

    private static Answer.ShortAnswer shortAnswer(Draft.Short draft, List<Footnote> cited) {
        Set<Integer> numbers = new TreeSet<>();
        Set<ArticleId> origins = new HashSet<>();
        Optional<LocalDate> newest = Optional.empty();
        for (Footnote footnote : cited) {
            numbers.add(footnote.number());
            origins.add(footnote.article().origin());
            newest = later(newest, footnote.article().imprint().publishedOn());
        }
        return new Answer.ShortAnswer(draft.text(), List.copyOf(numbers), newest, origins.size(), draft.corrected());
    }

    private static Optional<LocalDate> later(Optional<LocalDate> one, Optional<LocalDate> other) {
        return Stream.of(one, other).flatMap(Optional::stream).max(Comparator.naturalOrder());
    }

    private Optional<Footnote> footnoteOf(Citation citation) {
        for (Footnote footnote : footnotes) {
            if (isSameArticle(footnote, citation) && footnote.quote().place().equals(citation.quote())) {
                return Optional.of(footnote);
            }
        }
        return Optional.empty();
    }

    private static boolean isSameArticle(Footnote footnote, Citation citation) {
        return footnote.article().id().equals(citation.hit().article().id());
    }

    /** Whether a citation of the article that contains these words exists already. */
    public boolean cites(Citation citation) {
        for (Footnote footnote : footnotes) {
            if (isSameArticle(footnote, citation) && footnote.quote().place().contains(citation.quote())) {
                return true;
            }
        }
        return false;
    }

    /** Whether the answer contains that sentence. */
    public boolean contains(String sentence) {
        return sentences.stream().anyMatch(one -> one.text().equals(sentence));
    }

    /**
     * Adds a sentence unless none of its citations supports it or the answer contains it already.
     *
     * @param verdicts one for each of the sentence's citations
     */
    public Optional<AnswerEvent> add(DraftSentence draft, List<Verdict> verdicts) {
        Support best = best(verdicts);
        if (best == Support.NONE || contains(draft.text()) || isHeldBack(draft.text())) {
            return Optional.empty();
        }
        List<Footnote> used = footnotes(draft, verdicts, best);
        List<Integer> numbers = used.stream().map(Footnote::number).distinct().toList();
        int before = text.length();
        Span place = append(draft);
        AnswerSentence sentence =
                new AnswerSentence(draft.text(), place, numbers, best, kind(draft, used), draft.details());
        text.append(sentence.marks());
        sentences.add(sentence);
        return Optional.of(new AnswerEvent.Shown(sentence, used, text.substring(before)));
    }

    private static AnswerSentence.Kind kind(DraftSentence draft, List<Footnote> used) {
        String words = draft.text().replace('\n', ' ');
        boolean isQuoted = used.stream()
                .anyMatch(note -> note.quote().exact().replace('\n', ' ').contains(words));
        return isQuoted ? AnswerSentence.Kind.QUOTED : AnswerSentence.Kind.WRITTEN;
    }

    /** Whether the sentence must not be shown, whoever wrote it. */
    private boolean isHeldBack(String sentence) {
        return ContactDetail.isUnasked(sentence, question)
                || Suspicion.of(sentence).isPresent();
    }

    private static Support best(List<Verdict> verdicts) {
        Support best = Support.NONE;
        for (Verdict verdict : verdicts) {
            if (verdict.support().compareTo(best) < 0) {
                best = verdict.support();
            }
        }
        return best;
    }

    /** The first citation with the best support for the sentence, and any other that supports it fully. */
    private List<Footnote> footnotes(DraftSentence draft, List<Verdict> verdicts, Support best) {
        List<Footnote> used = new ArrayList<>();
        for (int i = 0; i < verdicts.size(); i++) {
            Verdict verdict = verdicts.get(i);
            Support needed = used.isEmpty() ? best : Support.FULL;
            boolean isUsed = verdict.support() == needed || verdict.support() == Support.FULL;
            supporting.putIfAbsent(draft.citations().get(i), isUsed);
            if (isUsed) {
                used.add(footnote(draft.citations().get(i), verdict));
            }
        }
        return used;
    }

    /** The sentence's span in the answer's text, in code points. */
    private Span append(DraftSentence draft) {
        if (!text.isEmpty()) {
            text.append(shape == AnswerShape.PROSE ? ' ' : '\n');
        }
        String label = draft.details().label();
        if (!label.isEmpty()) {
            text.append(label).append(": ");
        }
        int start = text.codePointCount(0, text.length());
        text.append(draft.text());
        return new Span(start, text.codePointCount(0, text.length()));
    }

    private Footnote footnote(Citation citation, Verdict verdict) {
        Optional<Footnote> known = footnoteOf(citation);
        if (known.isPresent()) {
            return known.get();
        }
        Footnote footnote = new Footnote(
                footnotes.size() + 1,
                SourceArticle.of(citation.hit()),
                citation.hit().passage().id(),
                citation.hit().article().placeInFile(citation.quote()),
                QuoteSelector.of(citation),
                verdict,
                citation.hit().article().notesIn(citation.quote()),
                Optional.empty());
        footnotes.add(footnote);
        superseded.add(footnote.number(), citation);
        return footnote;
    }
}
