package ibid.answer.rank;

import java.util.Set;

/** The terms of a sentence and of its context: the sentences before and after, title and heading, and the passage. */
record SentenceContext(
        Set<String> sentence, Set<String> before, Set<String> after, Set<String> headings, Set<String> passage) {

    // what a term counts that is only there
    private static final double BEFORE_CREDIT = 0.8;
    private static final double HEADING_CREDIT = 0.8;
    private static final double AFTER_CREDIT = 0.5;
    private static final double PASSAGE_CREDIT = 0.5;

    /** Weight of a term by its location, 0 to 1. */
    double credit(String term) {
        if (sentence.contains(term)) {
            return 1;
        }
        if (before.contains(term)) {
            return BEFORE_CREDIT;
        }
        if (headings.contains(term)) {
            return HEADING_CREDIT;
        }
        if (after.contains(term)) {
            return AFTER_CREDIT;
        }
        return passage.contains(term) ? PASSAGE_CREDIT : 0;
    }

    /** Whether the sentence, the one before it, a title or a heading has the term. */
    boolean isNear(String term) {
        return sentence.contains(term) || before.contains(term) || headings.contains(term);
    }

    boolean holds(String term) {
        return credit(term) > 0;
    }
}
