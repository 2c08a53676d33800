package ibid.answer.contradiction;

import ibid.language.Lexemes;
import java.util.Set;

/**
 * A clause of a sentence: what stands between commas, brackets and words that open a clause.
 *
 * @param start char offset
 * @param end   char offset, exclusive
 */
record Clause(int start, int end) {

    private static final Set<String> BORDER_SIGNS = Set.of(",", ";", ":", "(", ")", "–", "—", "“", "”", "\"");
    private static final Set<String> OPENING_WORDS = Set.of(
            "which",
            "who",
            "that",
            "when",
            "where",
            "while",
            "after",
            "before",
            "because",
            "although",
            "though",
            "but");

    /** The clause that holds the place. */
    static Clause at(String sentence, int place) {
        Lexemes words = new Lexemes(sentence);
        int start = 0;
        for (int at = 0; at < words.size(); at++) {
            if (!isBorder(words, at)) {
                continue;
            }
            if (words.start(at) > place) {
                return new Clause(start, words.start(at));
            }
            start = BORDER_SIGNS.contains(words.text(at)) ? words.end(at) : words.start(at);
        }
        return new Clause(start, sentence.length());
    }

    private static boolean isBorder(Lexemes words, int at) {
        boolean isOfNumber =
                words.isNumber(at - 1) && words.isGlued(at) && words.isNumber(at + 1) && words.isGlued(at + 1);
        return !isOfNumber && (BORDER_SIGNS.contains(words.text(at)) || OPENING_WORDS.contains(words.key(at)));
    }

    boolean holds(int place) {
        return place >= start && place < end;
    }

    String in(String sentence) {
        return sentence.substring(start, end);
    }
}
