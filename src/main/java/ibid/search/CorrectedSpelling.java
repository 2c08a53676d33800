package ibid.search;

import ibid.language.Lexemes;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A question with its misspelt words as the passages found spell those that the search took them for: a reader model
 * knows "constitution", and not "consitution".
 */
public final class CorrectedSpelling {

    private CorrectedSpelling() {}

    /** The question itself where the search corrected nothing. */
    public static String of(String question, Ranking ranking) {
        StringBuilder text = new StringBuilder(question);
        List<IndexTerms.Term> written = IndexTerms.in(question);
        for (IndexTerms.Term word : written.reversed()) {
            searchedFor(word, ranking)
                    .flatMap(term -> mostFrequent(term, ranking))
                    .filter(spelt -> !word.word().toLowerCase(Locale.ROOT).startsWith(spelt)) // "Trumps" is "Trump's"
                    .ifPresent(spelt -> text.replace(
                            word.start(), word.start() + word.word().length(), withCaseOf(word.word(), spelt)));
        }
        return text.toString();
    }

    /** The term that the search put in the place of a word. */
    private static Optional<String> searchedFor(IndexTerms.Term written, Ranking ranking) {
        return ranking.termOf(written.word())
                .filter(term -> term.passages() > 0 && !term.term().equals(written.term()))
                .map(QueryTerm::term);
    }

    /** The word, in lower case, that most often stands for an index term in the passages found. */
    private static Optional<String> mostFrequent(String term, Ranking ranking) {
        Map<String, Integer> counts = new HashMap<>();
        ranking.passageTexts().forEach(text -> count(term, new Lexemes(text), counts));
        return counts.entrySet().stream()
                .max(Map.Entry.<String, Integer>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .map(Map.Entry::getKey);
    }

    private static void count(String term, Lexemes words, Map<String, Integer> counts) {
        for (int at = 0; at < words.size(); at++) {
            if (words.isWord(at) && IndexTerms.of(words.text(at)).equals(List.of(term))) {
                counts.merge(words.key(at), 1, Integer::sum);
            }
        }
    }

    private static String withCaseOf(String written, String spelt) {
        boolean isCapitalised = Character.isUpperCase(written.charAt(0));
        return isCapitalised ? Character.toUpperCase(spelt.charAt(0)) + spelt.substring(1) : spelt;
    }
}
