package ibid.answer.validity;

import ibid.answer.CuePhrases;
import ibid.answer.question.AnswerMatch;
import ibid.answer.question.AnswerType;
import ibid.answer.question.QuestionAnalysis;
import ibid.answer.rank.ScoredCandidate;
import ibid.answer.rank.SentenceFeature;
import ibid.language.Lexemes;
import ibid.language.WordList;
import ibid.language.quantity.Quantity;
import ibid.language.time.Tense;
import ibid.language.time.TimeRange;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Puts the newest value of a changing quantity first if a question asks how it is now: "How many members does NATO
 * have?" What a sentence tells of the past does not answer; what a newer article replaces comes behind.
 */
final class CurrentValue {

    private static final Set<String> PRESENT_VERBS = WordList.read(CurrentValue.class, "present-verbs.txt");
    private static final Set<String> PAST_WORDS = WordList.read(CurrentValue.class, "past-question-words.txt");
    private static final CuePhrases PAST_CUES = CuePhrases.read(CurrentValue.class, "past-cues.txt");
    private static final Set<String> PRESENT_AUXILIARIES = Set.of("has", "have", "is", "are");

    // of the best sentence's score and of the question's terms: else a sentence counts something else
    private static final double MIN_SCORE_SHARE = 0.5;
    private static final double MIN_SCORE_SHARE_OF_PAST = 0.2; // the past's share of the question's words is no merit
    private static final double MIN_TERM_SHARE = 0.5;

    private static final long MIN_DAYS_BETWEEN_OUTLETS = 90; // within a quarter they report on the same state

    private final List<ScoredCandidate> ranked;
    private final double minScore;

    private CurrentValue(List<ScoredCandidate> ranked) {
        this.ranked = ranked;
        ScoredCandidate first = ranked.getFirst();
        boolean isFirstPast = first.answer().isPresent() && isPast(first);
        this.minScore = (isFirstPast ? MIN_SCORE_SHARE_OF_PAST : MIN_SCORE_SHARE) * first.score();
    }

    /** The same sentences if the question does not ask how a quantity is now. */
    static CurrentOrder order(QuestionAnalysis question, List<ScoredCandidate> ranked) {
        boolean isNumber = question.type() == AnswerType.NUMBER;
        return isNumber && asksPresent(question.text())
                ? new CurrentValue(ranked).order()
                : CurrentOrder.unchanged(ranked);
    }

    /** Whether a question asks how something is now. */
    static boolean asksPresent(String question) {
        Lexemes words = new Lexemes(question);
        boolean isPresent = false;
        for (int at = 0; at < words.size(); at++) {
            if (PAST_WORDS.contains(words.key(at))) {
                return false;
            }
            isPresent |= PRESENT_VERBS.contains(words.key(at)) || words.isPossessive(at);
        }
        return isPresent && TimeRange.of(question).isUnbounded();
    }

    private CurrentOrder order() {
        List<ScoredCandidate> present = new ArrayList<>();
        List<ScoredCandidate> past = new ArrayList<>();
        for (ScoredCandidate candidate : ranked) {
            if (!speaksOfAsked(candidate)) {
                continue;
            }
            if (isPast(candidate)) {
                past.add(candidate);
            } else if (candidate.candidate().feature(SentenceFeature.QUANTITY_FITS) >= 0) {
                present.add(candidate);
            }
        }
        if (present.isEmpty() || !isLedByComparable(present, past)) {
            return CurrentOrder.unchanged(ranked);
        }
        ScoredCandidate newest = newest(present);
        List<ScoredCandidate> older = new ArrayList<>(present);
        older.removeIf(other -> hasSameValue(newest, other) || !isReplaced(other, newest));
        past.removeIf(other -> hasSameValue(newest, other));
        return CurrentOrder.of(ranked, newest, older, past);
    }

    private boolean isLedByComparable(List<ScoredCandidate> present, List<ScoredCandidate> past) {
        ScoredCandidate first = ranked.getFirst();
        return present.contains(first) || past.contains(first);
    }

    private boolean speaksOfAsked(ScoredCandidate candidate) {
        boolean hasWords = candidate.candidate().feature(SentenceFeature.NAME_SHARE) == 1
                && candidate.candidate().feature(SentenceFeature.TERM_SHARE) >= MIN_TERM_SHARE;
        return candidate.candidate().answer().isPresent() && hasWords && candidate.score() >= minScore;
    }

    /** The first that no other replaces. */
    private static ScoredCandidate newest(List<ScoredCandidate> present) {
        ScoredCandidate newest = present.getFirst();
        for (ScoredCandidate candidate : present) {
            if (isReplaced(newest, candidate)) {
                newest = candidate;
            }
        }
        return newest;
    }

    /**
     * Whether the other is newer: of a later article of the same outlet, or so much later that outlets do not disagree
     * about one state of things.
     */
    private static boolean isReplaced(ScoredCandidate one, ScoredCandidate other) {
        Optional<LocalDate> day = one.imprint().publishedOn();
        Optional<LocalDate> otherDay = other.imprint().publishedOn();
        if (day.isEmpty() || otherDay.isEmpty()) {
            return false;
        }
        boolean isOfOneOutlet = one.imprint().voice().equals(other.imprint().voice());
        long days = ChronoUnit.DAYS.between(day.get(), otherDay.get());
        return days >= (isOfOneOutlet ? 1 : MIN_DAYS_BETWEEN_OUTLETS);
    }

    private static boolean hasSameValue(ScoredCandidate one, ScoredCandidate other) {
        List<Quantity> value = Quantity.all(one.answer().orElse(""));
        List<Quantity> otherValue = Quantity.all(other.answer().orElse(""));
        return !value.isEmpty() && !otherValue.isEmpty() && value.getFirst().isGivenBy(otherValue.getFirst());
    }

    private static boolean isPast(ScoredCandidate candidate) {
        String text = candidate.text();
        AnswerMatch answer = candidate.candidate().answer().orElseThrow();
        if (PAST_CUES.isIn(text)) {
            return true;
        }
        return Tense.of(text, answer.start(), answer.end()) == Tense.PAST && !isPerfect(text, answer.start());
    }

    /** "has grown to 32", "is reported to have 32": the present behind a participle. */
    private static boolean isPerfect(String text, int end) {
        Lexemes words = new Lexemes(text.substring(0, end));
        for (int at = words.size() - 1; at >= 0 && words.isAlphanumeric(at); at--) {
            if (PRESENT_AUXILIARIES.contains(words.key(at))) {
                return true;
            }
        }
        return false;
    }
}
