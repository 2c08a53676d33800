package ibid.language.quantity;

import ibid.language.Inflections;
import ibid.language.Lexemes;
import ibid.language.WordList;
import java.util.Set;

/** Tells numbers that belong to a name and count nothing: "Article 9", "10 Downing Street", "Boeing 737". */
public final class NumberedNames {

    private static final Set<String> DESIGNATORS = WordList.read(NumberedNames.class, "designators.txt");
    private static final Set<String> CAPITALISED = WordList.read(NumberedNames.class, "capitalised-designators.txt");
    private static final Set<String> STREETS = WordList.read(NumberedNames.class, "street-words.txt");
    private static final int MAX_NOUN_WORDS = 4; // "20 Indian and Nepali soldiers"
    private static final int MAX_STREET_WORDS = 3; // "10 Martin Luther King Drive"

    private NumberedNames() {}

    /** @param text the whole of it, in which the quantity was found */
    public static boolean has(Quantity quantity, Lexemes text) {
        int from = text.indexAt(quantity.start());
        int end = text.indexAt(quantity.end());
        if (!quantity.unit().isEmpty()) {
            return false;
        }
        return isDesignated(text, from) || isInDesignation(text, from, end) || isStreet(text, end);
    }

    /** "Article 9", "Nos. 3", "Title 42" */
    private static boolean isDesignated(Lexemes text, int from) {
        if (text.is(from - 1, "#")) {
            return true;
        }
        int before = text.is(from - 1, ".") ? from - 2 : from - 1;
        if (DESIGNATORS.contains(text.key(before))) {
            return true;
        }
        return CAPITALISED.contains(text.key(before)) && text.isCapitalised(before);
    }

    /** "Boeing 737 crashed"; but "In Ukraine 20 soldiers": a plural follows. */
    private static boolean isInDesignation(Lexemes text, int from, int end) {
        boolean isFigures = text.isNumber(from) && end == from + 1;
        if (!isFigures || from < 2 || !text.isCapitalised(from - 1) || !text.isSpaced(from)) {
            return false;
        }
        for (int at = end; at < end + MAX_NOUN_WORDS && text.isWord(at); at++) {
            if (Inflections.isPlural(text.key(at))) {
                return false;
            }
        }
        return text.isWord(end);
    }

    private static boolean isStreet(Lexemes text, int end) {
        for (int at = end; at < end + MAX_STREET_WORDS && text.isCapitalised(at); at++) {
            if (STREETS.contains(text.key(at))) {
                return true;
            }
        }
        return false;
    }
}
