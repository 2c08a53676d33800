package ibid.search.grammar;

import ibid.language.WordList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The words that pick one out of several: "slowest", "most expensive", "second largest", "first".
 *
 * @param start char offset in the text
 * @param end   exclusive
 */
public record Superlative(int start, int end) {

    private static final Set<String> NO_SUPERLATIVES = WordList.read(Superlative.class, "not-superlatives.txt");
    private static final Set<String> PICKING = Set.of(
            "first",
            "second",
            "third",
            "fourth",
            "fifth",
            "last",
            "next",
            "previous",
            "latest",
            "best",
            "worst",
            "most",
            "least",
            "top",
            "final");
    private static final Set<String> TAKE_ADJECTIVE = Set.of("most", "least");
    private static final String ENDING = "est";
    private static final int MIN_CHARS = 5; // "nest" and "best" apart

    /** The first of a text. */
    public static Optional<Superlative> in(String text) {
        List<QuestionWord> words = QuestionWord.in(text);
        for (int at = 0; at < words.size(); at++) {
            if (picks(words.get(at))) {
                return Optional.of(new Superlative(words.get(at).start(), end(words, at)));
            }
        }
        return Optional.empty();
    }

    private static int end(List<QuestionWord> words, int first) {
        int at = first;
        while (at + 1 < words.size() && picks(words.get(at + 1))) {
            at++;
        }
        boolean takesAdjective = TAKE_ADJECTIVE.contains(words.get(at).lower()) && at + 1 < words.size();
        return words.get(takesAdjective ? at + 1 : at).end();
    }

    private static boolean picks(QuestionWord word) {
        String key = word.lower();
        boolean hasEnding = key.endsWith(ENDING) && key.length() >= MIN_CHARS && !NO_SUPERLATIVES.contains(key);
        return PICKING.contains(key) || hasEnding && !word.isNamed();
    }
}
