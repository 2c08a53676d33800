package ibid.search.rewrite;

import ibid.search.grammar.EdgeWords;
import ibid.search.grammar.QuestionClause;
import ibid.search.grammar.QuestionWord;
import ibid.search.grammar.SentenceEnd;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;

/** Changes to the text of a question. */
final class QuestionText {

    private static final Set<String> POSSESSIVES = Set.of("his", "hers", "its", "their", "her");

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

    /** With a name in a pronoun's place: "her plan" becomes "Ann’s plan". */
    static String named(String question, MatchResult pronoun, String name) {
        String after = question.substring(pronoun.end());
        boolean isPossessive =
                POSSESSIVES.contains(pronoun.group().toLowerCase(Locale.ROOT)) && Cue.NOUN_AFTER.isIn(after);
        return question.substring(0, pronoun.start()) + name + (isPossessive ? "’s" : "") + after;
    }

    /** Whether a pronoun is at the end of the question or before a preposition: "say about it in 2021". */
    static boolean isObject(String question, MatchResult pronoun) {
        String after = question.substring(pronoun.end()).strip();
        boolean isLast = SentenceEnd.removedFrom(after).isEmpty();
        return isLast || QuestionClause.PREPOSITIONS.contains(EdgeWords.firstWord(after));
    }

    /** Where the noun phrase ends that goes on behind a position. */
    static int endOfPhrase(String question, int from) {
        int end = from;
        for (QuestionWord word : QuestionWord.in(question)) {
            boolean isNext =
                    word.start() > from && question.substring(end, word.start()).isBlank();
            if (isNext && !word.isFunctional() && !word.isPastTense()) {
                end = word.end();
            }
        }
        return end;
    }

    /** What a question is about: itself without its question word and auxiliary. */
    static String subject(String question) {
        String subject = SentenceEnd.removedFrom(Cue.LEAD_IN.removedFrom(question));
        return subject.isBlank() ? question : subject;
    }
}
