package ibid.answer.match;

import ibid.language.Lexemes;
import ibid.language.MonthNames;
import ibid.language.VerbForms;
import ibid.language.WordList;
import ibid.search.IndexTerms;
import java.util.HashSet;
import java.util.Set;

/**
 * Finds whether a sentence tells a place that has no name, "in a glass case", other than one that the question names
 * itself. "At a high level" is none. Of 890 sentences that answer a where-question of the training data 38 tell neither
 * such a place nor a named one, of 3,122 that do not answer 608.
 */
public final class LocalPhrase {

    private static final Set<String> PREPOSITIONS = WordList.read(LocalPhrase.class, "local-prepositions.txt");
    private static final Set<String> DETERMINERS = WordList.read(LocalPhrase.class, "determiners.txt");
    private static final Set<String> PHRASE_ENDS =
            Set.of("of", "and", "or", "was", "is", "were", "are", "that", "by", "for", "with");
    private static final Set<String> NO_PLACES = WordList.read(LocalPhrase.class, "no-places.txt");
    private static final int MAX_WORDS = 4; // "the old north pier"

    private LocalPhrase() {}

    public static boolean isIn(String sentence, String question) {
        Set<String> asked = new HashSet<>(IndexTerms.of(question));
        Lexemes words = new Lexemes(sentence);
        for (int at = 0; at < words.size(); at++) {
            boolean isLocal = words.isOneOf(at, PREPOSITIONS) && !isInfinitive(words, at);
            if (isLocal && isPlace(head(words, at + 1), asked)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isInfinitive(Lexemes words, int at) {
        return words.is(at, "to") && VerbForms.isBase(words.key(at + 1));
    }

    /** The last word of the noun phrase that begins there; empty where it begins with a number or a month. */
    private static String head(Lexemes words, int from) {
        int first = from;
        while (words.isOneOf(first, DETERMINERS)) {
            first++;
        }
        if (words.isNumber(first) || MonthNames.isEnglishName(words.key(first))) {
            return "";
        }
        int end = first;
        while (end < first + MAX_WORDS && words.isWord(end) && !endsPhrase(words, end)) {
            end++;
        }
        return end == first ? "" : words.key(end - 1);
    }

    private static boolean endsPhrase(Lexemes words, int at) {
        return words.isOneOf(at, PREPOSITIONS) || words.isOneOf(at, PHRASE_ENDS);
    }

    private static boolean isPlace(String head, Set<String> asked) {
        return !head.isEmpty() && !NO_PLACES.contains(head) && !asked.containsAll(IndexTerms.of(head));
    }
}
