package ibid.answer.match;

import ibid.answer.question.AnswerExtent;
import ibid.language.Lexemes;
import ibid.language.WordList;
import java.util.Set;

/** Finds the words that belong to a date: "early 2024", "the end of October", "after 2014". */
final class DateExtent {

    private static final Set<String> BEFORE_DATE = Set.copyOf(WordList.lines(DateExtent.class, "before-date.txt"));
    private static final int MAX_WORDS = 3;

    private DateExtent() {}

    static AnswerExtent of(String sentence, int start, int end) {
        Lexemes words = new Lexemes(sentence);
        int from = 0;
        while (from < words.size() && words.start(from) < start) {
            from++;
        }
        int before = before(words, from);
        while (before < from) {
            from = before;
            before = before(words, from);
        }
        return AnswerExtent.of(sentence, Math.min(start, words.start(from)), end);
    }

    private static int before(Lexemes words, int at) {
        if (words.isGlued(at, "-")) {
            return at;
        }
        if (words.is(at - 1, "-") && words.is(at - 2, "mid")) {
            return at - 2;
        }
        for (int count = MAX_WORDS; count > 0; count--) {
            if (words.isSpaced(at) && BEFORE_DATE.contains(words.phrase(at - count, count))) {
                return at - count;
            }
        }
        return at;
    }
}
