package ibid.answer.question;

import ibid.answer.CuePhrases;
import ibid.language.Lexemes;
import ibid.language.WordList;
import ibid.language.quantity.Approximators;
import ibid.language.quantity.Quantity;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The quantity a question asks for: its units, or the things counted. "How many soldiers" asks for a number of
 * soldiers, not for a percentage and not for a sum of money.
 *
 * @param units the quantity must have one of these units; empty if things are counted or nothing is known
 * @param nouns the things counted, stemmed; empty if unknown
 */
public record AskedQuantity(Set<String> units, Set<String> nouns) {

    /** How well a quantity matches what is asked for. */
    public enum Fit {
        NONE,
        POSSIBLE,
        EXACT
    }

    public static final AskedQuantity ANY = new AskedQuantity(Set.of(), Set.of());

    private static final Map<String, CuePhrases> UNIT_CUES =
            CuePhrases.readKinds(AskedQuantity.class, "asked-units.txt");
    private static final Map<String, Set<String>> UNITS = Map.of(
            "MONEY", Set.of("dollar", "euro", "pound", "yen", "yuan", "rupee", "rouble", "won"),
            "SHARE", Set.of("percent"),
            "AGE", Set.of("year", "month"),
            "DURATION", Set.of("year", "month", "week", "day", "hour", "minute", "second"),
            "LENGTH", Set.of("kilometre", "mile", "metre", "foot"),
            "WEIGHT", Set.of("tonne", "kilogram"));
    private static final Set<String> END_OF_NOUNS = WordList.read(AskedQuantity.class, "after-counted-noun.txt");
    private static final Set<String> PERSONS = WordList.read(AskedQuantity.class, "person-nouns.txt");
    private static final int WORDS_BEFORE = 3; // "a staff of about 700"
    private static final int WORDS_AFTER = 4; // "700 American and other soldiers"

    public static AskedQuantity of(String question) {
        for (Map.Entry<String, CuePhrases> kind : UNIT_CUES.entrySet()) { // in file order
            if (kind.getValue().isIn(question)) {
                return new AskedQuantity(UNITS.get(kind.getKey()), Set.of());
            }
        }
        return counted(new Lexemes(question));
    }

    /** The words after "how many", up to a verb or preposition. */
    private static AskedQuantity counted(Lexemes question) {
        Set<String> nouns = new HashSet<>();
        int at = 0;
        while (at < question.size() && !question.phrase(at, 2).equals("how many")) {
            at++;
        }
        for (at += 2; at < question.size() && !END_OF_NOUNS.contains(question.key(at)); at++) {
            if (question.isWord(at)) {
                nouns.add(stem(question.key(at)));
            }
        }
        return unitOrNouns(nouns);
    }

    private static AskedQuantity unitOrNouns(Set<String> nouns) {
        for (Set<String> units : UNITS.values()) {
            for (String unit : units) {
                if (nouns.contains(stem(unit))) {
                    return new AskedQuantity(Set.of(unit), Set.of());
                }
            }
        }
        return new AskedQuantity(Set.of(), nouns);
    }

    /** Whether the question says what is counted or in which unit. */
    public boolean isKnown() {
        return !units.isEmpty() || !nouns.isEmpty();
    }

    /** @param sentence the text that contains the quantity */
    public Fit fit(Quantity quantity, String sentence) {
        if (!units.isEmpty()) {
            return units.contains(quantity.unit()) ? Fit.EXACT : Fit.NONE;
        }
        if (nouns.isEmpty()) {
            return Fit.POSSIBLE;
        }
        if (!quantity.unit().isEmpty() || quantity.kind() == Quantity.Kind.FRACTION) {
            return Fit.NONE;
        }
        return countsAsked(quantity, sentence) ? Fit.EXACT : Fit.POSSIBLE;
    }

    private boolean countsAsked(Quantity quantity, String sentence) {
        Lexemes words = new Lexemes(sentence);
        int from = 0;
        int end = 0;
        for (int at = 0; at < words.size(); at++) {
            from += words.start(at) < quantity.start() ? 1 : 0;
            end += words.start(at) < quantity.end() ? 1 : 0;
        }
        return isAskedBefore(words, from) || isAskedBehind(words, end);
    }

    /** "a staff of about 700"; in "700 people from 31 countries" the people are the first number's. */
    private boolean isAskedBefore(Lexemes words, int number) {
        int start = Approximators.start(words, number);
        for (int at = start - 1; at >= start - WORDS_BEFORE && words.isWord(at); at--) {
            if (isAsked(words.key(at))) {
                return !words.isNumber(at - 1) && !words.isNumber(at - 2);
            }
        }
        return false;
    }

    private boolean isAskedBehind(Lexemes words, int end) {
        for (int at = end; at < end + WORDS_AFTER && (words.isWord(at) || words.is(at, "-")); at++) {
            if (isAsked(words.key(at))) {
                return true;
            }
        }
        return false;
    }

    private boolean isAsked(String word) {
        boolean isPerson = PERSONS.contains(word) && nouns.stream().anyMatch(AskedQuantity::isPerson);
        return isPerson || nouns.contains(stem(word));
    }

    /** Whether the noun means people in general. */
    private static boolean isPerson(String noun) {
        return noun.equals("people") || noun.equals("person") || noun.equals("staff");
    }

    private static String stem(String word) {
        return word.length() > 3 && word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
    }
}
