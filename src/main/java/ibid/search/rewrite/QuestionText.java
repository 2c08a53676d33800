package ibid.search.rewrite;

import ibid.search.grammar.SentenceEnd;

/** Changes to the text of a question. */
final class QuestionText {

    private QuestionText() {}

    /**
     * The question with some words replaced by another phrase, and without the article before them if the phrase has
     * its own.
     */
    static String replaced(String question, int start, int end, String thing) {
        return before(question, start, thing) + thing + question.substring(end);
    }

    /** The text before a position, without an article at its end if the next phrase has its own. */
    static String before(String question, int start, String thing) {
        String before = question.substring(0, start);
        return Cue.BEGINS_WITH_ARTICLE.isIn(thing) ? Cue.ARTICLE_BEFORE.removedFrom(before) : before;
    }

    /** What a question is about: itself without its question word and auxiliary. */
    static String subject(String question) {
        String subject = SentenceEnd.removedFrom(Cue.LEAD_IN.removedFrom(question));
        return subject.isBlank() ? question : subject;
    }
}
