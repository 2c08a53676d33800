package ibid.search.grammar;

import ibid.language.VerbForms;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the noun phrases of a question without a tagger: runs of words that are neither function words nor common
 * verbs.
 */
public final class NounPhrases {

    private static final Set<String> AUXILIARIES =
            Set.of("do", "does", "did", "can", "could", "will", "would", "should", "may", "might", "must");

    private static final Set<String> ARTICLES = Set.of("the", "a", "an", "s");

    private final String question;
    private final Optional<QuestionClause> clause;
    private final List<NounPhrase> phrases = new ArrayList<>();
    private final List<QuestionWord> run = new ArrayList<>();
    private String wordBeforeRun = "";

    private NounPhrases(String question) {
        this.question = question;
        this.clause = QuestionClause.of(question);
    }

    /**
     * In order; words that only name an aspect ("types", "the best") are removed at the front and are not a phrase by
     * themselves.
     */
    public static List<NounPhrase> in(String question) {
        NounPhrases phrases = new NounPhrases(question);
        phrases.collect();
        return phrases.phrases;
    }

    private void collect() {
        String previous = "";
        for (QuestionWord word : QuestionWord.in(question)) {
            boolean isFunctional = word.isFunctional() && !isNounBehind(previous, word) || isOfClause(word);
            if (isFunctional || isApart(word) || opensPredicate(word)) {
                endRun(word.isVerb());
            }
            if (!isFunctional) {
                if (run.isEmpty()) {
                    wordBeforeRun = previous;
                }
                run.add(word);
            }
            previous = word.lower();
        }
        endRun(false);
    }

    /** "The plan", "a vote": behind an article a verb's form is a noun. */
    private static boolean isNounBehind(String previous, QuestionWord word) {
        return ARTICLES.contains(previous) && VerbForms.isBase(word.lower());
    }

    /** The verb, or the adjective of "how high". */
    private boolean isOfClause(QuestionWord word) {
        if (clause.isEmpty() || word.isNamed()) {
            return false;
        }
        QuestionClause parts = clause.get();
        boolean isVerb = EdgeWords.lastWord(parts.verb()).equals(word.text());
        boolean isMeasure =
                !parts.isCounting() && parts.asked().toLowerCase(Locale.ROOT).endsWith("how " + word.lower());
        return isVerb || isMeasure;
    }

    /** "Safe" of "Is the dam safe?" */
    private boolean opensPredicate(QuestionWord word) {
        return clause.isPresent()
                && clause.get().verb().isEmpty()
                && !clause.get().rest().isEmpty()
                && question.startsWith(clause.get().rest(), word.start());
    }

    /** Whether a sign stands between the run and the word. */
    private boolean isApart(QuestionWord word) {
        return !run.isEmpty()
                && !question.substring(run.getLast().end(), word.start()).isBlank();
    }

    private void endRun(boolean isBeforeVerb) {
        if (run.isEmpty()) {
            return;
        }
        boolean isBeforeOf = question.startsWith(" of ", run.getLast().end());
        trimRun(isBeforeVerb);
        phrase(isBeforeOf).ifPresent(phrases::add);
        run.clear();
    }

    /** Reduces a run to its noun phrase: "does seed investment work" loses its verb. */
    private void trimRun(boolean isBeforeVerb) {
        boolean isBehindAuxiliary = AUXILIARIES.contains(wordBeforeRun) && !isBeforeVerb;
        if (run.size() > 1 && isBehindAuxiliary && !run.getLast().isNamed()) {
            run.removeLast();
        }
        if (run.size() > 1 && isVerbOfName(run.getLast(), run.get(run.size() - 2))) {
            run.removeLast();
        }
        if (run.getLast().isPastTense()) {
            run.removeLast();
        }
        if (isInfinitive()) {
            run.removeFirst();
        }
    }

    /** "NSATU sits" */
    private static boolean isVerbOfName(QuestionWord last, QuestionWord before) {
        boolean isThirdPerson = VerbForms.of(last.lower())
                .filter(verb -> verb.thirdPerson().equals(last.lower()))
                .isPresent();
        return before.isNamed() && !last.isNamed() && isThirdPerson;
    }

    private boolean isInfinitive() {
        return run.size() == 1 && wordBeforeRun.equals("to") && !run.getFirst().isNamed();
    }

    /** Whether it is a phrase. "Types of" and words that only name an aspect are not. */
    private Optional<NounPhrase> phrase(boolean isBeforeOf) {
        while (!run.isEmpty() && run.getFirst().isAspect()) {
            run.removeFirst();
        }
        if (run.isEmpty()) {
            return Optional.empty();
        }
        boolean isAspect =
                isBeforeOf && run.getLast().isAspect() && !run.getFirst().isNamed();
        return isAspect ? Optional.empty() : Optional.of(phraseOfRun());
    }

    private NounPhrase phraseOfRun() {
        int start = run.getFirst().start();
        String text = question.substring(start, run.getLast().end());
        boolean isNamed = run.stream().anyMatch(QuestionWord::isNamed);
        List<String> words = run.stream().map(QuestionWord::lower).toList();
        return new NounPhrase(text, start, isNamed, words);
    }
}
