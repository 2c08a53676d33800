package ibid.search.rewrite;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Changes to the text of a question. */
final class QuestionText {

    private QuestionText() {}

    /**
     * The question with a thing in the place of some of its words, and without the article before them where the thing
     * brings its own.
     */
    static String replaced(String question, int start, int end, String thing) {
        return before(question, start, thing) + thing + question.substring(end);
    }

    /** What stands before a place, without an article at its end where the thing that follows brings its own. */
    static String before(String question, int start, String thing) {
        String before = question.substring(0, start);
        return Cue.BEGINS_WITH_ARTICLE.isIn(thing) ? Cue.ARTICLE_BEFORE.removedFrom(before) : before;
    }

    /** The question with those of the phrases that it lacks in brackets at its end. */
    static String withBracket(String question, List<String> phrases) {
        List<String> missing = new ArrayList<>();
        for (String phrase : phrases) {
            if (!phrase.isEmpty() && !holds(question, phrase)) {
                missing.add(phrase);
            }
        }
        if (missing.isEmpty()) {
            return question;
        }
        return SentenceEnd.removedFrom(question) + " (" + String.join(", ", missing) + ")" + endMark(question.strip());
    }

    private static String endMark(String question) {
        return question.endsWith(".") || question.endsWith("!") ? question.substring(question.length() - 1) : "?";
    }

    private static boolean holds(String question, String phrase) {
        return question.toLowerCase(Locale.ROOT).contains(phrase.toLowerCase(Locale.ROOT));
    }

    /** What a question is about: itself without its question word and auxiliary. */
    static String subject(String question) {
        String subject = SentenceEnd.removedFrom(Cue.LEAD_IN.removedFrom(question));
        return subject.isBlank() ? question : subject;
    }

    /** The letters and digits a text ends with. */
    static String lastWord(String text) {
        int start = text.length();
        while (start > 0 && Character.isLetterOrDigit(text.charAt(start - 1))) {
            start--;
        }
        return text.substring(start);
    }
}
