package ibid.language.injection;

import ibid.language.WordList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** An order that the first letters of sentences spell: a phrase so long that chance never makes it. */
public final class Acrostic {

    private static final int MIN_LETTERS = 7;
    private static final List<String> ORDERS = WordList.lines(Acrostic.class, "acrostic-orders.txt").stream()
            .flatMap(Acrostic::phrases)
            .filter(phrase -> phrase.length() >= MIN_LETTERS)
            .toList();

    private Acrostic() {}

    private static Stream<String> phrases(String line) {
        String[] parts = line.split(" ");
        return Stream.of(parts[0].split("/"))
                .flatMap(verb -> Stream.of(parts[1].split("/")).map(object -> verb + object));
    }

    /** Index of the first sentence of an order that the sentences spell; -1 if they spell none. */
    public static int startIn(List<String> sentences) {
        StringBuilder initials = new StringBuilder();
        sentences.forEach(sentence -> initials.append(initial(sentence)));
        return ORDERS.stream()
                .mapToInt(initials::indexOf)
                .filter(start -> start >= 0)
                .min()
                .orElse(-1);
    }

    /** The first letter in lower case, or a blank. */
    private static String initial(String sentence) {
        for (int at = 0; at < sentence.length(); at++) {
            if (Character.isLetter(sentence.charAt(at))) {
                return sentence.substring(at, at + 1).toLowerCase(Locale.ROOT);
            }
        }
        return " ";
    }
}
