package ibid.answer.series;

import ibid.language.Inflections;
import ibid.language.Lexemes;
import ibid.language.NumberWords;
import ibid.language.WordList;
import ibid.search.IndexTerms;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Nouns of things that are counted, as index terms, each with those that are said in its place. Immutable. */
record SeriesNouns(Set<String> terms) {

    static final SeriesNouns NONE = new SeriesNouns(Set.of());

    private static final List<Set<String>> SYNONYMS = WordList.lines(SeriesNouns.class, "series-nouns.txt").stream()
            .map(line -> Set.copyOf(IndexTerms.of(line)))
            .toList();
    private static final Set<String> QUANTIFIERS =
            Set.of("several", "some", "many", "following", "all", "these", "number", "series");

    SeriesNouns {
        terms = Set.copyOf(terms);
    }

    static SeriesNouns of(String noun) {
        Set<String> all = new HashSet<>(IndexTerms.of(noun));
        SYNONYMS.stream()
                .filter(group -> group.stream().anyMatch(all::contains))
                .toList()
                .forEach(all::addAll);
        return new SeriesNouns(all);
    }

    /** What a sentence counts: "three conditions", "several further reasons", "a number of problems". */
    static SeriesNouns counted(String sentence) {
        Lexemes words = new Lexemes(sentence);
        Set<String> all = new HashSet<>();
        for (int at = 1; at < words.size(); at++) {
            if (Inflections.isPlural(words.key(at)) && (isCount(words.key(at - 1)) || isCount(words.key(at - 2)))) {
                all.addAll(of(words.key(at)).terms());
            }
        }
        return new SeriesNouns(all);
    }

    /** Whether the question asks for several of them. */
    boolean areAskedFor(String question) {
        Lexemes words = new Lexemes(question);
        for (int at = 0; at < words.size(); at++) {
            if (Inflections.isPlural(words.key(at)) && hasPlural(words.key(at))) {
                return true;
            }
        }
        return false;
    }

    /** The stemmer leaves some plurals as they are: "grounds" is more than several of "ground". */
    private boolean hasPlural(String word) {
        String singular = word.substring(0, word.length() - 1);
        return IndexTerms.of(word + " " + singular).stream().anyMatch(terms::contains);
    }

    private static boolean isCount(String word) {
        boolean isNumber =
                NumberWords.cardinal(word).isPresent() || word.chars().allMatch(Character::isDigit) && !word.isEmpty();
        return isNumber || QUANTIFIERS.contains(word);
    }
}
