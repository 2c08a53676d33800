package ibid.language;

import java.util.List;
import java.util.OptionalInt;

/** The English cardinal and ordinal number words, in lower case: "seven", "thirty", "third". */
public final class NumberWords {

    private static final List<String> SMALL = List.of(
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen");
    private static final List<String> TENS =
            List.of("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety");
    private static final List<String> ORDINALS = List.of(
            "first",
            "second",
            "third",
            "fourth",
            "fifth",
            "sixth",
            "seventh",
            "eighth",
            "ninth",
            "tenth",
            "eleventh",
            "twelfth");
    private static final int FIRST_TENS = 20;

    private NumberWords() {}

    /** The value of a single cardinal word, 0 to 20 and the tens to 90. */
    public static OptionalInt cardinal(String word) {
        int small = SMALL.indexOf(word);
        if (small >= 0) {
            return OptionalInt.of(small);
        }
        int tens = TENS.indexOf(word);
        return tens < 0 ? OptionalInt.empty() : OptionalInt.of(FIRST_TENS + 10 * tens);
    }

    /** The value of a single ordinal word, 1 to 12. */
    public static OptionalInt ordinal(String word) {
        int place = ORDINALS.indexOf(word);
        return place < 0 ? OptionalInt.empty() : OptionalInt.of(place + 1);
    }
}
