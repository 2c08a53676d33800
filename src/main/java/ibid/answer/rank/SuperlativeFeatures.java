package ibid.answer.rank;

import ibid.language.Lexemes;
import ibid.language.NumberWords;
import ibid.language.WordList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The feature of superlatives and ordinals: what the question calls the slowest, the sentence must too. */
final class SuperlativeFeatures {

    private static final Set<String> NO_SUPERLATIVES = WordList.read(SuperlativeFeatures.class, "no-superlatives.txt");
    private static final List<Set<String>> SYNONYMS =
            WordList.lines(SuperlativeFeatures.class, "superlatives.txt").stream()
                    .map(line -> Set.of(line.split(" ")))
                    .toList();
    private static final int MIN_SUPERLATIVE_CHARS = 5;

    private final Set<String> asked;

    SuperlativeFeatures(String question) {
        this.asked = superlatives(question);
    }

    Map<SentenceFeature, Double> of(String sentence) {
        if (asked.isEmpty()) {
            return Map.of();
        }
        Set<String> told = superlatives(sentence);
        boolean hasAll = asked.stream().allMatch(one -> told.stream().anyMatch(other -> isSame(one, other)));
        return Map.of(SentenceFeature.SUPERLATIVE_MATCH, hasAll ? 1.0 : -1.0);
    }

    /** The superlatives and ordinals of a text, in small letters. */
    static Set<String> superlatives(String text) {
        Set<String> found = new HashSet<>();
        Lexemes words = new Lexemes(text);
        for (int at = 0; at < words.size(); at++) {
            String word = words.key(at);
            if (isSuperlative(word)) {
                found.add(word);
            } else if (words.is(at, "most") || words.is(at, "least")) {
                found.add(words.phrase(at, 2));
            }
        }
        return found;
    }

    private static boolean isSuperlative(String word) {
        boolean isOrdinal = NumberWords.ordinal(word).isPresent()
                || word.equals("last")
                || word.equals("worst")
                || word.equals("best");
        boolean byEnding = word.length() >= MIN_SUPERLATIVE_CHARS && word.endsWith("est");
        return isOrdinal || byEnding && !NO_SUPERLATIVES.contains(word);
    }

    static boolean isSame(String one, String other) {
        return one.equals(other) || SYNONYMS.stream().anyMatch(group -> group.contains(one) && group.contains(other));
    }
}
