package ibid.answer.validity;

import ibid.answer.question.AnswerType;
import ibid.answer.question.AskedEvent;
import ibid.answer.question.QuestionAnalysis;
import ibid.answer.rank.ScoredCandidate;
import ibid.language.Inflections;
import ibid.language.Lexemes;
import ibid.search.QueryTerm;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the sentence that denies what a question takes for granted: "When did the office open?" is answered by "no
 * office has been opened", not by the day on which another one was.
 */
final class DeniedPremise {

    /** The denial must be told beside what the question is about, so its score is not far below the best one's. */
    private static final double MIN_SCORE_SHARE = 0.15;

    private static final int MIN_PREMISE_WORDS = 2;
    private static final int MAX_MODIFIERS = 2; // "no mutual defence treaty"
    private static final int MAX_WORDS_TO_VERB = 2; // "has never been opened"
    private static final int MAX_WORDS_TO_EVENT = 6; // "Not a word of it has been amended"
    private static final Set<String> NO = Set.of("no", "neither");
    private static final Set<String> NOT = Set.of("not", "never", "t"); // "didn't" is two words
    private static final Set<AnswerType> PRESUPPOSING =
            Set.of(AnswerType.DATE, AnswerType.REASON, AnswerType.PLACE, AnswerType.PERSON);

    private final Set<String> premise; // stems of the question's words that are no names

    private DeniedPremise(Set<String> premise) {
        this.premise = premise;
    }

    /** The denial, unless the question itself denies. @param ranked best first */
    static Optional<ScoredCandidate> in(QuestionAnalysis question, List<ScoredCandidate> ranked) {
        Lexemes words = new Lexemes(question.text());
        boolean presupposes = PRESUPPOSING.contains(question.type()) && !words.hasAny(NOT) && !words.hasAny(NO);
        if (ranked.isEmpty() || !presupposes) {
            return Optional.empty();
        }
        DeniedPremise denied = new DeniedPremise(premise(question));
        double least = MIN_SCORE_SHARE * ranked.getFirst().score();
        return ranked.stream()
                .filter(one -> one.score() >= least)
                .filter(one -> denied.isDeniedIn(one.text()))
                .findFirst();
    }

    /** Whether a sentence denies it, or that what is asked about happened at all. */
    static boolean isDenial(QuestionAnalysis question, ScoredCandidate one) {
        return deniesEvent(AskedEvent.ofVerb(question.text()), one.text())
                || in(question, List.of(one)).isPresent();
    }

    /** "Not a word of it has been amended" */
    private static boolean deniesEvent(AskedEvent event, String sentence) {
        Lexemes words = new Lexemes(sentence);
        for (int at = 0; at < words.size(); at++) {
            boolean isNegation = words.isOneOf(at, NO) || words.isOneOf(at, NOT);
            for (int next = at + 1; isNegation && next <= at + MAX_WORDS_TO_EVENT; next++) {
                if (event.isTold(words, next)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static Set<String> premise(QuestionAnalysis question) {
        Set<String> stems = new HashSet<>();
        for (QueryTerm term : question.terms()) {
            boolean isOfName =
                    question.names().stream().anyMatch(name -> name.terms().contains(term.term()));
            if (!isOfName
                    && !term.word().isEmpty()
                    && Character.isLetter(term.word().charAt(0))) {
                stems.add(Inflections.stem(new Lexemes(term.word()).key(0)));
            }
        }
        return stems;
    }

    private boolean isDeniedIn(String sentence) {
        Lexemes words = new Lexemes(sentence);
        Set<String> told = new HashSet<>();
        boolean isDenied = false;
        for (int at = 0; at < words.size(); at++) {
            if (isOfPremise(words, at)) {
                told.add(Inflections.stem(words.key(at)));
            }
            isDenied |= words.isOneOf(at, NO) && isNear(words, at, MAX_MODIFIERS)
                    || words.isOneOf(at, NOT) && isNear(words, at, MAX_WORDS_TO_VERB);
        }
        return isDenied && told.size() >= MIN_PREMISE_WORDS;
    }

    /** Whether a word of the premise follows after at most so many others. */
    private boolean isNear(Lexemes words, int at, int others) {
        for (int next = at + 1; next <= at + 1 + others; next++) {
            if (isOfPremise(words, next)) {
                return true;
            }
        }
        return false;
    }

    private boolean isOfPremise(Lexemes words, int at) {
        return words.isWord(at) && premise.contains(Inflections.stem(words.key(at)));
    }
}
