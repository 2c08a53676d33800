package ibid.language;

import java.util.Set;

/** The endings of English words in lower case, which tell plurals and the forms of a verb. */
public final class Inflections {

    private static final Set<String> PLURALS = WordList.read(Inflections.class, "irregular-plurals.txt");
    private static final Set<String> NO_PLURALS =
            Set.of("this", "does", "less", "always", "perhaps", "across", "plus", "hers", "ours", "theirs");
    private static final int MIN_ING_CHARS = 6; // "being" and "bring" have no ending
    private static final int MIN_ED_CHARS = 5;
    private static final int MIN_IES_CHARS = 5;
    private static final int MIN_PLURAL_CHARS = 4;

    private Inflections() {}

    /** The word without the ending of a plural or a verb; only to compare words with each other. */
    public static String stem(String word) {
        if (word.endsWith("ing") && word.length() >= MIN_ING_CHARS) {
            return withoutLast(3, word);
        }
        if (word.endsWith("eed")) {
            return word;
        }
        return word.endsWith("ed") && word.length() >= MIN_ED_CHARS ? withoutLast(2, word) : singular(word);
    }

    /** Whether the word means several things or people: "ships", "people". */
    public static boolean isPlural(String word) {
        return PLURALS.contains(word) || !singular(word).equals(word) && !NO_PLURALS.contains(word);
    }

    private static String singular(String word) {
        if (word.endsWith("ies") && word.length() >= MIN_IES_CHARS) {
            return withoutLast(3, word) + "y";
        }
        if (endsInHissingPlural(word)) {
            return withoutLast(2, word);
        }
        return isPlainPlural(word) ? withoutLast(1, word) : word;
    }

    /** "boxes", "wishes", "classes" */
    private static boolean endsInHissingPlural(String word) {
        if (!word.endsWith("es")) {
            return false;
        }
        String singular = withoutLast(2, word);
        if (singular.endsWith("x")) {
            return singular.length() > 2;
        }
        boolean isHissing = singular.endsWith("ss") || singular.endsWith("ch") || singular.endsWith("sh");
        return isHissing && singular.length() > 3;
    }

    private static boolean isPlainPlural(String word) {
        boolean endsInS = word.endsWith("s") && !word.endsWith("ss") && !word.endsWith("us");
        return endsInS && word.length() >= MIN_PLURAL_CHARS;
    }

    private static String withoutLast(int letters, String word) {
        return word.substring(0, word.length() - letters);
    }
}
