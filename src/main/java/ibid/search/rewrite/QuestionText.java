package ibid.search.rewrite;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

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

    /** The question with the missing phrases added in brackets. */
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

    /** The subject of a question: its text without question word and auxiliary. */
    static String subject(String question) {
        String subject = SentenceEnd.removedFrom(Cue.LEAD_IN.removedFrom(question));
        return subject.isBlank() ? question : subject;
    }

    /** The letters and digits at the end of a text. */
    static String lastWord(String text) {
        int start = text.length();
        while (start > 0 && Character.isLetterOrDigit(text.charAt(start - 1))) {
            start--;
        }
        return text.substring(start);
    }
}
