package ibid.bench;

import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Adds typing errors: in each of the two longest words one letter is omitted, doubled or swapped with the next.
 */
record Slips(Random random) implements UnaryOperator<String> {

    private static final Pattern LONG_WORD = Pattern.compile("\\b\\p{L}{7,}\\b");

    @Override
    public String apply(String text) {
        List<String> longest = LONG_WORD
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .sorted(Comparator.comparingInt(String::length).reversed())
                .limit(2)
                .toList();
        for (String word : longest) {
            text = text.replaceFirst("\\b" + word + "\\b", slip(word));
        }
        return text;
    }

    private String slip(String word) {
        int at = 2 + random.nextInt(word.length() - 4);
        return switch (random.nextInt(3)) {
            case 0 -> word.substring(0, at) + word.substring(at + 1);
            case 1 -> word.substring(0, at) + word.substring(at - 1);
            default -> word.substring(0, at) + word.charAt(at + 1) + word.charAt(at) + word.substring(at + 2);
        };
    }
}
