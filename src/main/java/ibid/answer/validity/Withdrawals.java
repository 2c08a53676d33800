package ibid.answer.validity;

import ibid.answer.CuePhrases;
import ibid.answer.Draft;
import ibid.answer.question.AnswerMatch;
import ibid.answer.question.QuestionAnalysis;
import ibid.answer.rank.Candidate;
import ibid.answer.rank.ScoredCandidate;
import ibid.answer.rank.SentenceFeature;
import ibid.search.Hit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps values that a correction withdrew from being an answer: in the corrected article, in the correction and where
 * another article repeats them. The sentence that states what is right answers instead. If the question asks for what
 * was withdrawn, both are shown. One use each.
 */
final class Withdrawals {

    private static final CuePhrases ASKED = CuePhrases.read(Withdrawals.class, "withdrawn-asked.txt");

    // of the score of a sentence that also states a withdrawn value, for one without to take its place
    private static final double MIN_SCORE_SHARE = 0.5;
    private static final double MIN_SAME_ANSWER_SCORE_SHARE = 0.2;

    private static final int MAX_CHARS_BEFORE_SUBJECT = 4; // "The "

    private final QuestionAnalysis question;
    private final List<WithdrawnValue> values;
    private final boolean isAsked;
    private final Set<Candidate> answeringWithdrawn = new HashSet<>();

    Withdrawals(QuestionAnalysis question, List<Hit> hits) {
        this.question = question;
        this.values = WithdrawnValue.in(hits);
        this.isAsked = ASKED.isIn(question.text()) || values.stream().anyMatch(value -> value.isIn(question.text()));
    }

    /** The same without withdrawn values among what answers. */
    List<Candidate> withoutWithdrawn(List<Candidate> candidates) {
        return values.isEmpty()
                ? candidates
                : candidates.stream().map(this::withoutWithdrawn).toList();
    }

    private Candidate withoutWithdrawn(Candidate candidate) {
        Candidate valid = candidate;
        for (WithdrawnValue value : values) {
            if (value.concerns(candidate.hit(), candidate.text())) {
                valid = without(value, valid);
            }
        }
        return valid;
    }

    private Candidate without(WithdrawnValue value, Candidate candidate) {
        String text = candidate.text();
        List<ValueFinder.Place> places = value.placesIn(text);
        List<AnswerMatch> left = candidate.answerMatches().stream()
                .filter(match -> !overlaps(match, places))
                .toList();
        if (places.isEmpty() || left.size() == candidate.answerMatches().size()) {
            return candidate;
        }
        List<ValueFinder.Place> right = value.rightPlacesIn(text);
        Optional<AnswerMatch> corrected =
                left.stream().filter(match -> overlaps(match, right)).findFirst();
        boolean isAnswer = candidate.answer().isPresent()
                && !left.contains(candidate.answer().get());
        boolean isSubject = places.getFirst().start() <= MAX_CHARS_BEFORE_SUBJECT;
        if (isAsked) {
            return candidate.withAnswers(List.of(), Optional.empty());
        }
        Candidate valid = candidate.withAnswers(left, corrected.or(() -> kept(candidate, left)));
        if (corrected.isEmpty() && (isAnswer || isSubject)) {
            answeringWithdrawn.add(valid);
        }
        return valid;
    }

    private static Optional<AnswerMatch> kept(Candidate candidate, List<AnswerMatch> left) {
        return candidate.answer().filter(left::contains);
    }

    private static boolean overlaps(AnswerMatch match, List<ValueFinder.Place> places) {
        return places.stream().anyMatch(place -> place.overlaps(match.start(), match.end()));
    }

    /** Without those that state a withdrawn value, unless it is asked for. */
    List<ScoredCandidate> admitRows(List<ScoredCandidate> ranked) {
        if (values.isEmpty() || isAsked) {
            return ranked;
        }
        return ranked.stream()
                .filter(candidate -> statedBy(candidate).isEmpty())
                .toList();
    }

    /** The withdrawn value that the sentence states as if it were true. */
    private Optional<WithdrawnValue> statedBy(ScoredCandidate candidate) {
        String text = candidate.text();
        return values.stream()
                .filter(value -> value.isIn(text) && !value.isRightIn(text) && value.concerns(candidate.hit(), text))
                .findFirst();
    }

    boolean isStatedBy(Candidate candidate) {
        return statedBy(new ScoredCandidate(candidate, 0)).isPresent();
    }

    /** The withdrawn value in whose place the words of a sentence are right. */
    Optional<Draft.Corrected> corrected(Hit hit, String sentence, String words) {
        return values.stream()
                .filter(value -> value.isRightIn(words) && value.concerns(hit, sentence))
                .max(Comparator.comparing(value -> value.correction().published()))
                .map(value -> new Draft.Corrected(value.change().withdrawn(), value.correction()));
    }

    CurrentOrder order(List<ScoredCandidate> ranked) {
        if (values.isEmpty()) {
            return CurrentOrder.unchanged(ranked);
        }
        return isAsked ? both(ranked) : valid(ranked);
    }

    /** What is right takes the place of what is withdrawn. */
    private CurrentOrder valid(List<ScoredCandidate> ranked) {
        List<ScoredCandidate> valid = new ArrayList<>();
        for (ScoredCandidate candidate : ranked) {
            Optional<WithdrawnValue> stated = statedBy(candidate);
            if (stated.isPresent() && answersWith(stated.get(), candidate)) {
                right(stated.get(), ranked, candidate.score()).ifPresent(right -> addOnce(right, valid));
            } else {
                addOnce(candidate, valid);
            }
        }
        return valid.isEmpty() ? CurrentOrder.unchanged(valid) : besideRight(valid, ranked);
    }

    private boolean answersWith(WithdrawnValue value, ScoredCandidate candidate) {
        boolean isOnlyValue = candidate.answer().isEmpty() && value.isOfType(question.type());
        return isOnlyValue || answeringWithdrawn.stream().anyMatch(other -> isSame(other, candidate.candidate()));
    }

    private static boolean isSame(Candidate one, Candidate other) {
        return one.hit().passage().id().equals(other.hit().passage().id()) && one.ordinal() == other.ordinal();
    }

    private static void addOnce(ScoredCandidate candidate, List<ScoredCandidate> to) {
        if (to.stream().noneMatch(other -> isSame(other.candidate(), candidate.candidate()))) {
            to.add(candidate);
        }
    }

    /** The best sentence that states what is right, with at least that score. */
    private Optional<ScoredCandidate> right(WithdrawnValue value, List<ScoredCandidate> ranked, double score) {
        return ranked.stream()
                .filter(candidate -> value.corrects(candidate.hit(), candidate.text()))
                .max(Comparator.comparingDouble(Withdrawals::termShare).thenComparingInt(one -> -ranked.indexOf(one)))
                .map(candidate -> answering(value, candidate, Math.max(score, candidate.score())));
    }

    /** "The right figure is 700" is right, but a sentence that says of what tells more. */
    private static double termShare(ScoredCandidate candidate) {
        return candidate.candidate().feature(SentenceFeature.TERM_SHARE);
    }

    private ScoredCandidate answering(WithdrawnValue value, ScoredCandidate candidate, double score) {
        Candidate right = candidate.candidate();
        boolean isMarked = question.type().isFact() && value.isOfType(question.type());
        Optional<AnswerMatch> answer = Optional.of(rightMatch(value, right));
        return new ScoredCandidate(isMarked ? right.withAnswers(right.answerMatches(), answer) : right, score);
    }

    private static AnswerMatch rightMatch(WithdrawnValue value, Candidate right) {
        List<ValueFinder.Place> places = value.rightPlacesIn(right.text());
        ValueFinder.Place first = places.getFirst();
        String words = right.text().substring(first.start(), first.end());
        return right.answerMatches().stream()
                .filter(match -> overlaps(match, places))
                .findFirst()
                .map(match -> new AnswerMatch(match.text(), match.start(), true, match.extent()))
                .orElseGet(() -> AnswerMatch.bare(words, first.start(), true));
    }

    /**
     * A sentence that states a withdrawn value beside its answer comes behind one that answers without; if there is
     * none, what is right is shown with it.
     */
    private CurrentOrder besideRight(List<ScoredCandidate> valid, List<ScoredCandidate> ranked) {
        ScoredCandidate first = valid.getFirst();
        List<ScoredCandidate> clean = valid.stream()
                .filter(candidate -> statedBy(candidate).isEmpty())
                .toList();
        Optional<WithdrawnValue> stated = statedBy(first);
        if (stated.isEmpty()) {
            return CurrentOrder.unchanged(clean);
        }
        Optional<ScoredCandidate> instead =
                clean.stream().filter(other -> replaces(other, first)).findFirst();
        if (instead.isPresent()) {
            return CurrentOrder.of(clean, instead.get(), List.of(), List.of());
        }
        Optional<ScoredCandidate> right = right(stated.get(), ranked, 0);
        List<ScoredCandidate> kept = new ArrayList<>(clean);
        kept.addFirst(first);
        return right.map(other -> together(kept, first, other)).orElse(CurrentOrder.unchanged(kept));
    }

    private CurrentOrder together(List<ScoredCandidate> ranked, ScoredCandidate withdrawn, ScoredCandidate right) {
        return question.type().isFact() && withdrawn.answer().isPresent()
                ? new CurrentOrder(ranked, List.of(), List.of(withdrawn, right), false)
                : new CurrentOrder(ranked, List.of(), List.of(right, withdrawn), false);
    }

    private static boolean replaces(ScoredCandidate clean, ScoredCandidate mixed) {
        double minShare = clean.hasSameAnswer(mixed) ? MIN_SAME_ANSWER_SCORE_SHARE : MIN_SCORE_SHARE;
        boolean mayDiffer = mixed.answer().isEmpty() || clean.hasSameAnswer(mixed);
        return mayDiffer && clean.score() >= minShare * mixed.score();
    }

    /** What was withdrawn and what is right, in the notice's own words if they are found. */
    private CurrentOrder both(List<ScoredCandidate> ranked) {
        for (ScoredCandidate candidate : ranked) {
            Optional<WithdrawnValue> value = values.stream()
                    .filter(one -> one.isIn(candidate.text()) && one.concerns(candidate.hit(), candidate.text()))
                    .findFirst();
            if (value.isPresent()) {
                return both(value.get(), candidate, ranked);
            }
        }
        return CurrentOrder.unchanged(ranked);
    }

    private CurrentOrder both(WithdrawnValue value, ScoredCandidate stating, List<ScoredCandidate> ranked) {
        List<ScoredCandidate> shown = new ArrayList<>();
        ranked.stream()
                .filter(candidate -> value.isOfNotice(candidate.hit(), candidate.text()))
                .filter(candidate -> value.isIn(candidate.text()))
                .findFirst()
                .ifPresentOrElse(shown::add, () -> shown.add(stating));
        if (!value.isRightIn(shown.getFirst().text())) {
            right(value, ranked, 0).ifPresent(shown::add);
        }
        List<ScoredCandidate> others = new ArrayList<>(shown);
        ranked.stream()
                .filter(candidate -> !shown.contains(candidate) && !value.isIn(candidate.text()))
                .forEach(others::add);
        others.set(
                0,
                new ScoredCandidate(
                        shown.getFirst().candidate(), ranked.getFirst().score()));
        return new CurrentOrder(others, List.of(), shown, false);
    }
}
