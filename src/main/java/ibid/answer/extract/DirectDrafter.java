package ibid.answer.extract;

import ibid.answer.AnswerShape;
import ibid.answer.Citation;
import ibid.answer.Draft;
import ibid.answer.DraftSentence;
import ibid.answer.SentenceRole;
import ibid.answer.match.LocalPhrase;
import ibid.answer.question.AnswerType;
import ibid.answer.question.QuestionAnalysis;
import ibid.answer.rank.Candidate;
import ibid.answer.rank.FittingAnswer;
import ibid.answer.rank.ScoredCandidate;
import ibid.answer.rank.SentenceFeature;
import ibid.answer.rank.SentenceFeatures;
import ibid.answer.rank.SentenceRanker;
import ibid.answer.selection.SentenceSelection;
import ibid.answer.series.AskedSeries;
import ibid.answer.stance.SpeechFilter;
import ibid.answer.validity.CurrentOrder;
import ibid.answer.validity.Validity;
import ibid.language.Lexemes;
import ibid.language.time.TimeRange;
import ibid.search.Ranking;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Drafts the answer to a question with one point: the best sentences, with those that contradict them. */
final class DirectDrafter {

    /** Share of the best sentence's score that a contradicting sentence needs to be shown with it. */
    private static final double MIN_SIDE_SCORE_SHARE = 0.35;

    /** "Two days later", "after the vote" */
    private static final Set<String> RELATIVE_TIMES = Set.of(
            "later", "earlier", "after", "before", "when", "while", "during", "until", "since", "ago", "then", "next");

    private final SentenceRanker ranker;
    private final Caution caution;

    DirectDrafter(SentenceRanker ranker, Caution caution) {
        this.ranker = ranker;
        this.caution = caution;
    }

    /** @param missing what of the question the articles leave open, or empty */
    Draft.Extracted draft(QuestionAnalysis question, Ranking ranking, String missing) {
        return draft(question, SpeechFilter.of(question), ranking, missing);
    }

    /** @param speech admits who may speak */
    Draft.Extracted draft(QuestionAnalysis question, SpeechFilter speech, Ranking ranking, String missing) {
        SentenceRanker ofLanguage = ranker.forQuestion(question.text());
        Validity validity = new Validity(question, ranking);
        List<Candidate> candidates = validity.withoutWithdrawn(SentenceFeatures.measure(question, ranking));
        List<ScoredCandidate> ranked = ofLanguage.rank(question.text(), findEligible(question, speech, candidates));
        List<ScoredCandidate> found = speech.spokenFirst(withoutHidingStub(ranked, ofLanguage));
        CurrentOrder current = validity.order(found);
        double confidence = estimateConfidence(found, current.ranked(), ofLanguage);
        if (confidence < caution.minConfidence()) {
            return new Draft.Nothing(Draft.NO_ANSWER, closest(validity, current, candidates), confidence);
        }
        CurrentOrder order = current.isSettled() ? current : withFittingFirst(current);
        if (!tellsWhenOrWhere(question, validity, order.ranked())) {
            return new Draft.Nothing(Draft.NO_ANSWER, closest(validity, current, candidates), confidence);
        }
        List<ScoredCandidate> series =
                AskedSeries.of(question.text(), order.ranked().getFirst(), candidates);
        return series.isEmpty()
                ? write(question, validity, order, missing, confidence)
                : writeSeries(series, missing, confidence);
    }

    /** Whether the answer to "when" or "where" tells any day or place, or says that it never was. */
    private static boolean tellsWhenOrWhere(
            QuestionAnalysis question, Validity validity, List<ScoredCandidate> ranked) {
        ScoredCandidate best = ranked.getFirst();
        boolean asksWhen = question.type() == AnswerType.DATE;
        boolean asksWhere = question.type() == AnswerType.PLACE;
        if (!asksWhen && !asksWhere || best.answer().isPresent() || validity.isDenial(best)) {
            return true;
        }
        return asksWhere
                ? LocalPhrase.isIn(best.text(), question.text())
                : new Lexemes(best.text()).hasAny(RELATIVE_TIMES)
                        || nearBest(ranked).stream()
                                .anyMatch(one -> one.answer().isPresent());
    }

    private static Draft.Written writeSeries(List<ScoredCandidate> series, String missing, double confidence) {
        List<SentenceSelection.Pick> picks = series.stream()
                .map(one -> new SentenceSelection.Pick(one, List.of(), SentenceRole.ANSWER))
                .toList();
        List<DraftSentence> sentences = new SentenceWording(false).word(picks);
        return new Draft.Written(Optional.empty(), sentences, missing, AnswerShape.LIST, List.of(), confidence);
    }

    private static CurrentOrder withFittingFirst(CurrentOrder current) {
        List<ScoredCandidate> ranked = FittingAnswer.first(current.ranked());
        return new CurrentOrder(ranked, current.replaced(), current.together(), false);
    }

    private static Optional<Citation> closest(Validity validity, CurrentOrder current, List<Candidate> candidates) {
        return ClosestSentence.of(validity.admitRows(current.ranked()), validity.admit(candidates));
    }

    private Draft.Written write(
            QuestionAnalysis question, Validity validity, CurrentOrder current, String missing, double confidence) {
        List<ScoredCandidate> ranked = current.ranked();
        Disagreements disagreements = Disagreements.find(question, nearBest(ranked));
        List<SentenceSelection.Pick> picks = current.together().isEmpty()
                ? SentenceSelection.select(ranked, disagreements.sides(), limits(question, current))
                : SentenceSelection.inOrder(current.together());
        Optional<ScoredCandidate> older =
                picks.size() == 1 ? current.replaced().stream().findFirst() : Optional.empty();
        older.ifPresent(one -> picks.add(new SentenceSelection.Pick(one, List.of(), SentenceRole.SIDE)));
        List<DraftSentence> sentences = Attribution.withSpeakers(
                new SentenceWording(question.type().isFact()).word(picks), SpeechFilter.of(question));
        Optional<Draft.Short> shortAnswer = shortAnswer(
                        question, picks.getFirst().main(), nearBest(ranked), sentences)
                .map(brief -> corrected(brief, sentences, validity));
        return new Draft.Written(
                shortAnswer,
                sentences,
                missing,
                question.shape(),
                disagreements.clashes(sentences),
                older.map(one -> replacements(one, sentences)).orElse(List.of()),
                confidence,
                List.of());
    }

    private static Optional<Draft.Short> shortAnswer(
            QuestionAnalysis question,
            ScoredCandidate best,
            List<ScoredCandidate> others,
            List<DraftSentence> sentences) {
        return question.type() == AnswerType.YES_NO
                ? ShortAnswerText.of(sentences, YesNoAnswer.of(question, best, others))
                : ShortAnswerText.of(sentences);
    }

    private static Draft.Short corrected(Draft.Short brief, List<DraftSentence> sentences, Validity validity) {
        DraftSentence first = sentences.getFirst();
        return new Draft.Short(
                brief.text(),
                brief.citations(),
                validity.corrected(first.citations().getFirst().hit(), first.text(), brief.text()));
    }

    /** The last sentence has the value that the first one's replaces. */
    private static List<Draft.Replacement> replacements(ScoredCandidate older, List<DraftSentence> sentences) {
        Citation last = sentences.getLast().citations().getFirst();
        Citation first = sentences.getFirst().citations().getFirst();
        return List.of(new Draft.Replacement(older.answer().orElse(""), last, first));
    }

    /** A sentence that takes the place of the best answers as surely as that one would. */
    private static double estimateConfidence(
            List<ScoredCandidate> found, List<ScoredCandidate> ranked, SentenceRanker ranker) {
        double confidence = ranker.estimateConfidence(ranked);
        boolean isReplaced = !ranked.isEmpty()
                && ranked.getFirst().score() >= found.getFirst().score();
        return isReplaced ? Math.max(confidence, ranker.estimateConfidence(found)) : confidence;
    }

    private static boolean isStub(List<ScoredCandidate> ranked) {
        return !ranked.isEmpty() && ranked.getFirst().candidate().feature(SentenceFeature.IS_STUB) > 0;
    }

    /** A stub on top that does not answer must not hide a sentence below it that does. */
    private List<ScoredCandidate> withoutHidingStub(List<ScoredCandidate> ranked, SentenceRanker ranker) {
        boolean isHiding = isStub(ranked) && ranker.estimateConfidence(ranked) < caution.minConfidence();
        return isHiding ? withoutStubs(ranked) : ranked;
    }

    private static List<ScoredCandidate> withoutStubs(List<ScoredCandidate> ranked) {
        return ranked.stream()
                .filter(one -> one.candidate().feature(SentenceFeature.IS_STUB) == 0)
                .toList();
    }

    /** A fact needs one sentence if the best one surely holds it. */
    private static SentenceSelection.Limits limits(QuestionAnalysis question, CurrentOrder current) {
        if (question.shape() != AnswerShape.PROSE) {
            return SentenceSelection.Limits.ofRows(question.shape().maxSentences());
        }
        if (current.isSettled()) {
            return SentenceSelection.Limits.ONE;
        }
        boolean holdsFact = question.type().isFact()
                && current.ranked().getFirst().shownAnswer().isPresent();
        if (!holdsFact) {
            return question.type().isFact() ? SentenceSelection.Limits.UNSURE : SentenceSelection.Limits.PROSE;
        }
        boolean isName = question.type() == AnswerType.PERSON || question.type() == AnswerType.PLACE;
        return isName ? SentenceSelection.Limits.NAME : SentenceSelection.Limits.FACT;
    }

    /**
     * The sentences that have every name of the question and mention no time outside the question's time range,
     * spoken by whom and for the side that it asks for.
     */
    private static List<Candidate> findEligible(
            QuestionAnalysis question, SpeechFilter speech, List<Candidate> candidates) {
        TimeRange bounds = TimeRange.of(question.text());
        List<Candidate> eligible = new ArrayList<>();
        for (Candidate candidate : candidates) {
            if (!candidate.hasEveryName() || !speech.admits(candidate)) {
                continue;
            }
            boolean isInTime = bounds.admits(
                    candidate.text(), candidate.hit().article().imprint().publishedOn());
            if (isInTime) {
                eligible.add(candidate);
            }
        }
        return eligible;
    }

    private static List<ScoredCandidate> nearBest(List<ScoredCandidate> ranked) {
        double minScore = MIN_SIDE_SCORE_SHARE * ranked.getFirst().score();
        return ranked.stream()
                .filter(candidate -> candidate.score() >= minScore)
                .toList();
    }
}
