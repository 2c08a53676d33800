package ibid.search.rewrite;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the noun phrases of a question without a tagger: runs of words that are neither function words nor common
 * verbs.
 */
final class NounPhrases {

    private static final Set<String> AUXILIARIES =
            Set.of("do", "does", "did", "can", "could", "will", "would", "should", "may", "might", "must");

    private final String question;
    private final List<NounPhrase> phrases = new ArrayList<>();
    private final List<QuestionWord> run = new ArrayList<>();
    private String wordBeforeRun = "";

    private NounPhrases(String question) {
        this.question = question;
    }

    /**
     * In order; words that only name an aspect ("types", "the best") are removed at the front and are not a phrase by
     * themselves.
     */
    static List<NounPhrase> in(String question) {
        NounPhrases phrases = new NounPhrases(question);
        phrases.collect();
        return phrases.phrases;
    }

    private void collect() {
        String previous = "";
        for (QuestionWord word : QuestionWord.in(question)) {
            if (word.isFunctional() || isApart(word)) {
                endRun(word.isVerb());
            }
            if (!word.isFunctional()) {
                if (run.isEmpty()) {
                    wordBeforeRun = previous;
                }
                run.add(word);
            }
            previous = word.lower();
        }
        endRun(false);
    }

    /** Whether punctuation separates the run from the word. */
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
        boolean endsWithVerb = run.size() > 1 && AUXILIARIES.contains(wordBeforeRun) && !isBeforeVerb;
        if (endsWithVerb && !run.getLast().isNamed()) {
            run.removeLast();
        }
        if (run.getLast().isPastTense()) {
            run.removeLast();
        }
        if (isInfinitive()) {
            run.removeFirst();
        }
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
